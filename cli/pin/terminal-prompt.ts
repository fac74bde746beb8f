// Asks for the PIN at the terminal, after saying which token, whose certificate, and what for.
import type { PinPrompt, PinRequest } from '../../core/ports/token.ts';
import type { Shell } from '../shell.ts';
import { tokenKeyTexts, type TokenKeyTexts } from '../texts/token-keys.ts';
import type { SilentTerminal } from './silent-terminal.ts';

const MAX_NAMES = 10;

export class TerminalPrompt implements PinPrompt {
  readonly #terminal: SilentTerminal;
  readonly #shell: Shell;
  /** Everything that this login will sign, not only the document at hand. */
  readonly #documents: readonly string[];
  #introduced = false;

  constructor(terminal: SilentTerminal, shell: Shell, documents: readonly string[]) {
    this.#terminal = terminal;
    this.#shell = shell;
    this.#documents = documents;
  }

  async ask(request: PinRequest): Promise<Uint8Array | null> {
    const { err, texts } = this.#shell;
    const { errand } = request.purpose;
    const wrong = errand === undefined ? texts.pin.wrong : this.#errands().wrong;
    if (request.previousWrong) err.line(wrong, { tone: 'bad' });
    else this.#introduce(request);
    if (request.pinState === 'count-low') err.line(texts.pin.countLow, { tone: 'warn' });
    if (request.pinState === 'final-try' && !(await this.#confirmLastTry())) return null;
    if (request.token.pinPad) {
      err.line(texts.pin.pad);
      return new Uint8Array(0);
    }
    return this.#terminal.ask(texts.pin.question, false);
  }

  #introduce({ token, certificateName, purpose }: PinRequest): void {
    const { err, texts } = this.#shell;
    const [first] = purpose.documents;
    err.line();
    err.facts([
      { name: texts.pin.token, value: texts.tokenLine(token.label, token.serial) },
      { name: texts.pin.as, value: certificateName },
      ...(purpose.errand === undefined
        ? [
            ...(this.#introduced ? [] : [{ name: texts.pin.purpose, value: this.#purpose() }]),
            { name: texts.pin.document, value: first?.name ?? '' },
            { name: 'SHA-256', value: first?.sha256 ?? '' },
          ]
        : [{ name: texts.pin.purpose, value: this.#errands().errands[purpose.errand] }]),
    ]);
    this.#introduced = true;
  }

  #errands(): TokenKeyTexts {
    return tokenKeyTexts(this.#shell.language);
  }

  #purpose(): string[] {
    const { texts } = this.#shell;
    const count = this.#documents.length;
    if (count === 1) return [texts.pin.sign(count)];
    const shown = this.#documents.slice(0, MAX_NAMES).map((name) => `- ${name}`);
    const more = count > MAX_NAMES ? [texts.pin.more(count - MAX_NAMES)] : [];
    return [texts.pin.sign(count), ...shown, ...more];
  }

  async #confirmLastTry(): Promise<boolean> {
    const { err, texts } = this.#shell;
    err.line(texts.pin.finalTry, { tone: 'bad' });
    const answer = await this.#terminal.ask(texts.pin.finalTryQuestion, true);
    return answer !== null && texts.pin.yes === Buffer.from(answer).toString().trim().toLowerCase();
  }
}
