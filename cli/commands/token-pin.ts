// `pena token pin`: the state of a token's PIN, a new PIN, and a new PIN by PUK.
import { createHash } from 'node:crypto';
import type { JournalEntry } from '../../core/domain/journal-entry.ts';
import { toPenaError } from '../../core/domain/pena-error.ts';
import type { AskPinChange, TokenInfo } from '../../core/ports/token.ts';
import { isPinFailure } from '../../native/journal/secret-notes.ts';
import { readPinFacts, setPin } from '../../native/pkcs11/pin-life.ts';
import { EXIT } from '../exit-codes.ts';
import { openJournal } from '../journal/open.ts';
import { openKeychain } from '../keychain.ts';
import { askingChange, type ChangeOptions } from '../pin/change-prompt.ts';
import type { Shell } from '../shell.ts';
import { type PlaceOptions, withToken } from '../token/with-token.ts';
import { tokenPinTexts } from '../texts/token-pin.ts';
import { trace } from '../trace.ts';

export interface PinShowOptions extends PlaceOptions {
  readonly json?: boolean;
}
export type PinSetOptions = PlaceOptions & ChangeOptions;

/** @returns the exit code; @throws {PenaError} TOKEN_* */
export function tokenPinShow(options: PinShowOptions, shell: Shell): Promise<number> {
  return withToken(options, shell, async (service, token) => {
    const { module, label, serial } = token;
    const facts = await readPinFacts(service, token);
    const { pinState, pukState, pinSet, pinToBeChanged, pinPad, minLength, maxLength } = facts;
    if (options.json === true) {
      const state = { pinState, pukState, pinSet, pinToBeChanged, pinPad, minLength, maxLength };
      shell.out.json({ module, label, serial, ...state });
      return EXIT.ok;
    }
    const texts = tokenPinTexts(shell.language);
    const { out } = shell;
    const pin = pinToBeChanged ? texts.toBeChanged : texts.states[pinState];
    out.line(shell.texts.tokenLine(label, serial), { tone: 'strong' });
    out.facts(
      [
        { name: texts.pin, value: pinSet ? pin : texts.notSet },
        { name: texts.puk, value: texts.states[pukState] },
        { name: texts.length, value: texts.lengths(minLength, maxLength) },
      ],
      2,
    );
    if (pukState === 'locked') out.line(texts.wayOut.puk, { indent: 2, tone: 'bad' });
    else if (pinState !== 'ok') out.line(texts.wayOut.pin, { indent: 2, tone: 'warn' });
    return EXIT.ok;
  });
}

/** @returns the exit code; @throws {PenaError} TOKEN_*, PIN_NOT_GIVEN, CANCELLED */
export function tokenPinSet(
  kind: 'change' | 'unblock',
  options: PinSetOptions,
  shell: Shell,
): Promise<number> {
  return withToken(options, shell, async (service, token) => {
    const asked = { answered: false };
    const asking = askingChange(options, shell);
    const ask: AskPinChange = async (request) => {
      const answer = await asking(request);
      asked.answered = answer !== null;
      return answer;
    };
    try {
      await setPin(service, token, kind, ask);
    } catch (thrown) {
      const { code } = toPenaError(thrown);
      // What was refused without being tried is no failure of the PIN.
      if (asked.answered && isPinFailure(code)) {
        await note({ kind: 'pin-failed', certificate: null, code }, shell);
      }
      throw thrown;
    }
    await note({ kind: 'pin-changed', how: kind === 'change' ? 'changed' : 'unblocked' }, shell);
    const texts = tokenPinTexts(shell.language);
    shell.out.line(kind === 'change' ? texts.changed : texts.unblocked, { tone: 'ok' });
    await forgetKept(token, shell);
    return EXIT.ok;
  });
}

async function note(entry: JournalEntry, shell: Shell): Promise<void> {
  await openJournal({})
    .append(entry)
    .catch((thrown: unknown) => trace(thrown, shell));
}

/** What the keychain keeps for this token is the old PIN, and would cost a try. */
async function forgetKept({ certificates }: TokenInfo, shell: Shell): Promise<void> {
  const store = openKeychain(shell);
  if ((await store.state()).state !== 'available') return;
  for (const { certificate } of certificates) {
    const id = createHash('sha256').update(certificate).digest('hex');
    await store
      .delete({ kind: 'pin', id })
      .catch((thrown: unknown) => trace(toPenaError(thrown), shell));
  }
}
