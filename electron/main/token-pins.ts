// The life of a token's PIN as the window asks for it: how it stands, a new one for the old one, and a new
// one by PUK. One action of the person is one try, and is written down.
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { SetPinTask } from '../../core/contract/secret-window.ts';
import type { TokenHandle } from '../../core/contract/shapes.ts';
import type { ShownPinFacts, tokenPinContract } from '../../core/contract/token-pin.ts';
import type { JournalEntry } from '../../core/domain/journal-entry.ts';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { Journal } from '../../core/ports/journal.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import type { AskPinChange, PinChangeRequest } from '../../core/ports/token.ts';
import { isPinFailure } from '../../native/journal/secret-notes.ts';
import { readPinFacts, setPin } from '../../native/pkcs11/pin-life.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { logUnexpected } from '../ipc/failure.ts';
import type { Certificates, KnownToken } from './certificates.ts';
import type { SecretDesk } from './secret-desk.ts';
import { watchToken } from './token-watch.ts';

export interface TokenPinsParts {
  readonly tokens: TokenService;
  readonly certificates: Certificates;
  readonly desk: SecretDesk;
  readonly store: SecretStore;
  readonly journal: Journal;
  /** Something is being signed: its login must not be ended. */
  readonly busy: () => boolean;
}

type Changed = ResponseOf<(typeof tokenPinContract)['token.setPin']>;

/** The PIN in the token is for certain the old one still. */
const UNCHANGED: readonly ErrorCode[] = [
  'CANCELLED',
  'TOKEN_PIN_INCORRECT',
  'TOKEN_PIN_LENGTH',
  'TOKEN_PIN_LOCKED',
  'TOKEN_PIN_REFUSED',
  'TOKEN_PUK_INCORRECT',
  'TOKEN_PUK_LOCKED',
  'TOKEN_UNBLOCK_UNSUPPORTED',
  'TOKEN_REMOVED',
  'TOKEN_NONE',
];

const LAST_TRY: JournalEntry = {
  ...{ kind: 'overridden', override: 'last-pin-try', by: 'person' },
  ...{ certificate: null, document: null, codes: ['TOKEN_PIN_LAST_TRY'] },
};

export class TokenPins {
  readonly #parts: TokenPinsParts;
  #running = false;

  constructor(parts: TokenPinsParts) {
    this.#parts = parts;
  }

  get running(): boolean {
    return this.#running;
  }

  /** @throws {PenaError} TOKEN_IN_USE_HERE while something is signed; HANDLE_UNKNOWN, TOKEN_* */
  async facts(handle: TokenHandle): Promise<ShownPinFacts> {
    if (this.#parts.busy()) throw new PenaError('TOKEN_IN_USE_HERE');
    const { tokens, certificates } = this.#parts;
    const facts = await readPinFacts(tokens, certificates.token(handle));
    const { pinState, pukState, pinSet, pinToBeChanged, pinPad, minLength, maxLength } = facts;
    return {
      ...{ pinState, pukState, pinSet, pinToBeChanged, pinPad, minLength, maxLength },
      authority: await registrationAuthority(),
    };
  }

  /** @throws {PenaError} TOKEN_PIN_*, TOKEN_PUK_*, TOKEN_UNBLOCK_UNSUPPORTED, CANCELLED, as `facts` */
  async set(handle: TokenHandle, how: SetPinTask['how']): Promise<Changed> {
    const { certificates, busy } = this.#parts;
    if (this.#running || busy()) throw new PenaError('TOKEN_IN_USE_HERE');
    const token = certificates.token(handle);
    this.#running = true;
    try {
      return await this.#set(token, handle, how);
    } finally {
      this.#running = false;
    }
  }

  async #set(token: KnownToken, handle: TokenHandle, how: SetPinTask['how']): Promise<Changed> {
    const { tokens, journal } = this.#parts;
    const asked = { answered: false };
    const ask: AskPinChange = async (request) => {
      const answer = await this.#ask(request);
      asked.answered = answer !== null;
      return answer;
    };
    try {
      await setPin(tokens, token, how, ask);
    } catch (thrown) {
      const error = toPenaError(thrown);
      if (asked.answered) await this.#noteFailed(error);
      // Nobody knows which PIN the token has now: the one that is kept might cost a try.
      if (asked.answered && !UNCHANGED.includes(error.code)) await this.#forget(token);
      throw thrown;
    }
    const forgotten = await this.#forget(token);
    await journal
      .append({ kind: 'pin-changed', how: how === 'change' ? 'changed' : 'unblocked' })
      .catch((thrown: unknown) => logUnexpected('journal', thrown));
    return { facts: await this.facts(handle), forgotten };
  }

  async #ask(request: PinChangeRequest) {
    const { kind: how, token, state, first, minLength, maxLength } = request;
    const { label, serial, pinPad } = token;
    const task: SetPinTask = {
      ...{ kind: 'set-pin', how, pinPad, state, first, minLength, maxLength },
      ...{ tokenLabel: label.slice(0, 200), tokenSerial: serial.slice(0, 200) },
    };
    const { desk, tokens, journal } = this.#parts;
    const answer = await desk.ask(task, (lost) => watchToken(tokens, token, lost));
    if (answer === null) return null;
    const { current, next } = answer;
    try {
      if (state === 'final-try') await journal.append(LAST_TRY);
      return { current, next };
    } catch (thrown) {
      // What cannot be written down is not done.
      current.fill(0);
      next.fill(0);
      throw thrown;
    }
  }

  async #noteFailed({ code }: PenaError): Promise<void> {
    if (!isPinFailure(code)) return;
    await this.#parts.journal
      .append({ kind: 'pin-failed', certificate: null, code })
      .catch((thrown: unknown) => logUnexpected('journal', thrown));
  }

  /** What the keychain keeps for this token is the old PIN. @returns how many there were */
  async #forget({ certificates }: KnownToken): Promise<number> {
    const { store } = this.#parts;
    if ((await store.state()).state !== 'available') return 0;
    let forgotten = 0;
    for (const id of certificates) {
      try {
        if (await store.delete({ kind: 'pin', id })) forgotten++;
      } catch (thrown) {
        logUnexpected('keychain', thrown);
      }
    }
    return forgotten;
  }
}

/** As the office's policy names it. A policy that cannot be read names nobody: the settings say so. */
async function registrationAuthority(): Promise<ShownPinFacts['authority']> {
  const { policy } = await effectiveSettings().catch(() => ({ policy: null }));
  const authority = policy?.registrationAuthority;
  if (authority === undefined) return null;
  const { name, phone = null, email = null, postalAddress = null } = authority;
  return { name, phone, email, postalAddress };
}
