// One signing at a time: where the signed file goes, the key, the PIN, the host, and the new document.
import type { BrowserWindow } from 'electron';
import type { PayloadOf } from '../../core/contract/entry.ts';
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { CertificationChoice, signingContract } from '../../core/contract/signing.ts';
import type { BaselineLevel } from '../../core/domain/signature-level.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { Journal } from '../../core/ports/journal.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import { refusalEntry } from '../../core/signing/journal/refusal.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import type { TokenChoice } from '../../native/pkcs11/chosen-certificate.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import type { AnswerOf } from '../hosts/document-protocol.ts';
import type { FooterOrder, StampOrder } from '../hosts/protocol-shapes.ts';
import { identify } from '../hosts/file-identity.ts';
import { logUnexpected } from '../ipc/failure.ts';
import { askOutput, type Output } from './ask-output.ts';
import type { Documents, OpenFile } from './documents.ts';
import { keyWithKeptPin, pinKeeper } from './kept-pin.ts';
import { digestOfFile, noteDecision, noteWarningsPassed } from './office-journal.ts';
import { outsideOrder } from './outside-orders.ts';
import type { PendingStore } from './pending-store.ts';
import { PinDesk, type PinDeskOptions } from './pin-desk.ts';
import type { Questions } from './questions.ts';
import type { StampPasswords } from './stamp-passwords.ts';
import { mainTexts } from './texts.ts';
import { untilCancelled } from './until-cancelled.ts';

type Signed = ResponseOf<(typeof signingContract)['signing.start']>;
type Progress = PayloadOf<(typeof signingContract)['signing.progress']>;

export interface SigningWish {
  readonly document: OpenFile;
  readonly choice: TokenChoice;
  /** SHA-256 of the certificate. */
  readonly certificate: string;
  readonly stamp: StampOrder | null;
  readonly footer: FooterOrder | null;
  readonly certification: CertificationChoice;
  /** An empty signature field to fill; null: a new one. */
  readonly field: string | null;
  readonly reason: string;
  readonly location: string;
  readonly level: BaselineLevel;
  readonly warningsSeen: boolean;
  readonly onProgress: (progress: Progress) => void;
}

export interface SigningParts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly tokens: TokenService;
  readonly language: () => Settings['language'];
  readonly openPinWindow: PinDeskOptions['openWindow'];
  readonly questions: Questions;
  readonly pending: PendingStore;
  readonly journal: Journal;
  readonly store: SecretStore;
  readonly passwords: StampPasswords;
  /** Another errand has the token: its login must not be ended. */
  readonly busy: () => boolean;
}

export class Signing {
  readonly #parts: SigningParts;
  #running: AbortController | null = null;

  constructor(parts: SigningParts) {
    this.#parts = parts;
  }

  /** @throws {PenaError} TOKEN_IN_USE_HERE while another runs or the token is busy; CANCELLED; as signDocument */
  async start(wish: SigningWish): Promise<Signed> {
    if (this.running || this.#parts.busy()) throw new PenaError('TOKEN_IN_USE_HERE');
    const running = new AbortController();
    this.#running = running;
    let done = false;
    try {
      const warned = await this.#lookOver(wish);
      const output = await this.#askOutput(wish.document.file.path);
      if (warned) await this.#passWarnings(wish);
      const result = await this.#sign(wish, output, running.signal);
      done = true;
      await this.#note(wish, output.path, result);
      const signed = await this.#parts.documents.open(output.path, wish.document);
      return { signed, level: result.level, incomplete: result.incomplete };
    } catch (thrown) {
      if (!done && !running.signal.aborted) await this.#noteRefused(wish, toPenaError(thrown));
      throw thrown;
    } finally {
      this.#running = null;
      this.#parts.questions.drop();
      // The PIN was given for this document and for no other.
      await this.#parts.tokens.leave().catch(() => undefined);
    }
  }

  get running(): boolean {
    return this.#running !== null;
  }

  cancel(): void {
    this.#running?.abort();
  }

  /**
   * The window shows what was found; whether it may be passed over is not the window's to say.
   * @returns whether there are warnings that the person passed over
   */
  async #lookOver({ document, warningsSeen }: SigningWish): Promise<boolean> {
    const { file } = document;
    const { findings, maySign } = await this.#parts.documents.read('look-over', { file }, document);
    const against = findings.filter(
      ({ severity }) => severity === 'refusal' || (severity === 'warning' && !warningsSeen),
    );
    if (maySign && against.length === 0) {
      return findings.some(({ severity }) => severity === 'warning');
    }
    const codes = against.map(({ code }) => code).join(', ');
    throw new PenaError('PREFLIGHT_REFUSED', { findings: codes });
  }

  /** @throws {PenaError} JOURNAL_*, FILE_*: what cannot be noted is not done */
  async #passWarnings({ document: { file }, certificate }: SigningWish): Promise<void> {
    await noteWarningsPassed(this.#parts.journal, await digestOfFile(file), certificate);
  }

  /** What is written down of a signing that is done: nothing here can undo it. */
  async #note(wish: SigningWish, path: string, result: AnswerOf<'sign'>): Promise<void> {
    const { journal, pending } = this.#parts;
    const { certificate, level: wanted } = wish;
    const { level, incomplete, documentSha256: document, resultSha256 } = result;
    if (incomplete !== null) {
      const since = new Date().toISOString();
      await pending.add({
        path,
        identity: await identify(path),
        since,
        wanted,
        problem: incomplete,
      });
    }
    await new CertificateRegistry()
      .noteSigned(certificate)
      .catch((thrown: unknown) => logUnexpected('certificates', thrown));
    await journal
      .append({ kind: 'signed', certificate, document, result: resultSha256, level, batch: null })
      .catch((thrown: unknown) => logUnexpected('journal', thrown));
  }

  /** Nothing was signed; what cannot be noted changes nothing about that. */
  async #noteRefused(wish: SigningWish, error: PenaError): Promise<void> {
    const { certificate, document } = wish;
    const digest = () => digestOfFile(document.file);
    const entry = await refusalEntry({ error, certificate, digest });
    if (entry === null) return;
    await this.#parts.journal
      .append(entry)
      .catch((thrown: unknown) => logUnexpected('journal', thrown));
  }

  async #sign(
    wish: SigningWish,
    { path, overwrite }: Output,
    signal: AbortSignal,
  ): Promise<AnswerOf<'sign'>> {
    const { documents, tokens, language, openPinWindow, questions, journal, store } = this.#parts;
    const { document, choice, stamp, field, reason, location, level, onProgress } = wish;
    const { footer, certification } = wish;
    const desk = new PinDesk({
      ...{ tokens, language, signal, openWindow: openPinWindow, store: pinKeeper(store) },
      onWaiting: (waiting) =>
        onProgress({ phase: waiting ? 'waiting-for-pin' : 'signing', done: 0, total: 0 }),
    });
    const key = await untilCancelled(signal, () =>
      keyWithKeptPin(tokens, choice, desk, store, journal),
    );
    const { certificate, chain } = key;
    if (signal.aborted) throw new PenaError('CANCELLED');
    const { name, file } = document;
    return documents.sign(
      document,
      {
        ...{ file, name, output: path, overwrite },
        ...{ certificate, chain: [...chain], stamp, footer, certification },
        ...{ field, reason, location, level },
        outside: await outsideOrder(this.#parts.passwords),
      },
      {
        sign: (data, algorithm, { documents: told }) =>
          untilCancelled(signal, () =>
            key.sign(data, algorithm, {
              documents: told.slice(0, 1).map(({ sha256 }) => ({ name, sha256 })),
            }),
          ),
        onProgress,
        decide: async (question) => {
          const accept = await questions.ask(question, signal);
          if (accept) await noteDecision(journal, question, file, wish.certificate);
          return accept;
        },
      },
      signal,
    );
  }

  /** @throws {PenaError} CANCELLED, FILE_OUTPUT_IS_INPUT */
  async #askOutput(input: string): Promise<Output> {
    const { window, language } = this.#parts;
    const { saveTitle: title, pdfFiles } = mainTexts(language());
    const output = await askOutput(window, input, { title, pdfFiles, suffix: 'ditandatangani' });
    if (output === null) throw new PenaError('CANCELLED');
    return output;
  }
}
