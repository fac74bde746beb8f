// One session on one token: its state, login, signing (PKCS#11 v2.40, 5.6 and 5.11).
import { setTimeout as delay } from 'node:timers/promises';
import {
  ObjectClass,
  RsaPssParams,
  SessionFlag,
  SlotFlag,
  UserType,
  type MechanismType,
  type Module,
  type PrivateKey,
  type Session,
  type Sign,
  type Slot,
} from 'graphene-pk11';
import { type PenaError, toPenaError } from '../../../core/domain/pena-error.ts';
import type { SignatureAlgorithm } from '../../../core/domain/signature-algorithm.ts';
import { signingMethods, type SigningMethod } from '../mechanism.ts';
import type { TokenStatus } from '../protocol.ts';
import { CKR_MECHANISM_INVALID, CKR_MECHANISM_PARAM_INVALID } from '../return-values.ts';
import { SerialQueue } from '../../process/serial-queue.ts';
import { TokenError } from '../token-error.ts';
import { attempt, moduleError, returnValueOf } from './cryptoki.ts';
import { slotsWithToken } from './inventory.ts';
import { readToken } from './token-info.ts';

const CKA_ALWAYS_AUTHENTICATE = 0x202;
/** How often, and after how many milliseconds, a slot is looked at for a card that may have gone. */
const LOOKS = 10;
const LOOK_AGAIN = 150;

export class TokenSession {
  readonly #session: Session;
  /** By CKA_ID. Found once: of a token that is gone, the old handle says more than an empty search. */
  readonly #keys = new Map<string, PrivateKey>();
  /** Its operations: some signatures may have been asked for at once. */
  readonly #queue = new SerialQueue();
  /** After it a session is in doubt: what was asked for meanwhile is not tried any more. */
  #failed: PenaError | null = null;
  /** What the token offers stays as it is; asking takes a third of the time of an RSA signature. */
  #offered: readonly number[] | null = null;

  private constructor(session: Session) {
    this.#session = session;
  }

  /**
   * @param write a session that may also change what is on the token
   * @throws {TokenError} TOKEN_NONE, TOKEN_AMBIGUOUS where two tokens have this serial number
   */
  static open(module: Module, serial: string, label: string, write = false): TokenSession {
    return attempt(() => {
      const slot = tokenSlot(module, serial, label);
      if (!write) return new TokenSession(slot.open(SessionFlag.SERIAL_SESSION));
      return new TokenSession(slot.open(SessionFlag.SERIAL_SESSION | SessionFlag.RW_SESSION));
    });
  }

  /** For key-life.ts, which works on objects. */
  get raw(): Session {
    return this.#session;
  }

  /** The flags change with every try: always asked anew. */
  status(): TokenStatus {
    return attempt(() => readToken(this.#session.slot).status);
  }

  /**
   * Logs in once; never a second time by itself. Another session's login on this token is ended
   * first, or the module would answer "already logged in" without looking at the PIN.
   * @param pin null: typed on the reader's own keys
   */
  login(pin: Uint8Array | null): void {
    try {
      this.#session.logout();
    } catch {
      // Nobody was logged in.
    }
    attempt(() => this.#session.login(pinText(pin), UserType.USER));
  }

  /** CKA_ALWAYS_AUTHENTICATE of the key; modules older than v2.20 do not know the attribute. */
  alwaysAuthenticate(id: string): boolean {
    const key = attempt(() => this.#key(id));
    try {
      return key.getAttribute(CKA_ALWAYS_AUTHENTICATE)[0] === 1;
    } catch {
      return false;
    }
  }

  /**
   * @param contextPin for a key with CKA_ALWAYS_AUTHENTICATE: its PIN, null on a PIN pad; undefined
   *   for other keys
   * @returns the value as CMS carries it
   */
  sign(
    id: string,
    algorithm: SignatureAlgorithm,
    data: Uint8Array,
    contextPin: Uint8Array | null | undefined,
  ): Promise<Uint8Array> {
    return this.#queue.run(async () => {
      if (this.#failed !== null) throw this.#failed;
      try {
        return await this.#sign(id, algorithm, data, contextPin);
      } catch (thrown) {
        this.#failed = toPenaError(thrown);
        throw thrown;
      }
    });
  }

  close(): void {
    attempt(() => this.#session.close());
  }

  async #sign(
    id: string,
    algorithm: SignatureAlgorithm,
    data: Uint8Array,
    contextPin: Uint8Array | null | undefined,
  ): Promise<Uint8Array> {
    const { operation, method } = attempt(() => this.#begin(id, algorithm));
    if (contextPin !== undefined) {
      attempt(() => this.#session.login(pinText(contextPin), UserType.CONTEXT_SPECIFIC));
    }
    const raw = await once(operation, method.input(data)).catch(async (thrown: unknown) => {
      throw await this.#removedOr(moduleError(thrown));
    });
    const value = method.value(raw);
    if (value === null) throw new TokenError('TOKEN_SIGNATURE_WRONG');
    return new Uint8Array(value);
  }

  /**
   * OpenSC calls it a general error when a card is pulled out in the middle of a signature, and the card
   * service sees that a moment later.
   */
  async #removedOr(error: TokenError): Promise<TokenError> {
    if (error.code !== 'TOKEN_GENERAL_ERROR' && error.code !== 'TOKEN_DEVICE_ERROR') return error;
    const { lib, handle } = this.#session.slot;
    for (let look = 0; look < LOOKS; look++) {
      try {
        if ((lib.C_GetSlotInfo(handle).flags & SlotFlag.TOKEN_PRESENT) === 0) {
          return new TokenError('TOKEN_REMOVED', error.params, { cause: error });
        }
      } catch {
        return error;
      }
      await delay(LOOK_AGAIN);
    }
    return error;
  }

  /** C_SignInit with the first method that the token really accepts, listed or not. */
  #begin(id: string, algorithm: SignatureAlgorithm): { operation: Sign; method: SigningMethod } {
    const key = this.#key(id);
    this.#offered ??= this.#mechanisms();
    for (const method of signingMethods(algorithm, this.#offered)) {
      try {
        return { operation: this.#session.createSign(mechanismOf(method), key), method };
      } catch (thrown) {
        const ckr = returnValueOf(thrown);
        if (ckr !== CKR_MECHANISM_INVALID && ckr !== CKR_MECHANISM_PARAM_INVALID) throw thrown;
      }
    }
    throw new TokenError('TOKEN_MECHANISM_UNSUPPORTED');
  }

  #mechanisms(): number[] {
    const offered = this.#session.slot.getMechanisms();
    return Array.from({ length: offered.length }, (_, index) => offered.items(index).type);
  }

  #key(id: string): PrivateKey {
    const known = this.#keys.get(id);
    if (known !== undefined) return known;
    const template = { class: ObjectClass.PRIVATE_KEY, id: Buffer.from(id, 'hex') };
    const found = this.#session.find(template);
    if (found.length === 0) throw new TokenError('CERT_KEY_MISSING');
    const key = found.items(0).toType<PrivateKey>();
    this.#keys.set(id, key);
    return key;
  }
}

/**
 * @param label tells tokens apart that have the same serial number, as NSS gives all of its: another one than was
 *   meant would be given a PIN that is not its own, so that it is no help that it is the only one there
 * @throws {TokenError} TOKEN_NONE, TOKEN_AMBIGUOUS; Pkcs11Error
 */
export function tokenSlot(module: Module, serial: string, label?: string): Slot {
  const found: Slot[] = [];
  let failure: unknown = new TokenError('TOKEN_NONE');
  for (const slot of slotsWithToken(module)) {
    try {
      const { initialised, status } = readToken(slot);
      const isMeant = status.serial === serial && (label ?? status.label) === status.label;
      if (initialised && isMeant) found.push(slot);
    } catch (thrown) {
      // Of no account, unless it may be the one that is meant.
      failure = thrown;
    }
  }
  const [first, another] = found;
  if (first === undefined) throw failure;
  if (another !== undefined) throw new TokenError('TOKEN_AMBIGUOUS');
  return first;
}

/** On a thread of its own: while a slow card works, the host still hears its parent. */
function once(operation: Sign, input: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    operation.once(Buffer.from(input), (error: Error | null, signature) => {
      if (error === null) resolve(signature);
      else reject(error);
    });
  });
}

/** In graphene's form; its own names do not know EdDSA, numbers are taken as they are. */
function mechanismOf({ mechanism, pss }: SigningMethod): MechanismType {
  if (pss === null) return mechanism;
  return { name: mechanism, params: new RsaPssParams(pss.hash, pss.mgf, pss.saltLength) };
}

/**
 * pkcs11js takes a PIN only as a string, and a JavaScript string cannot be wiped: it is made here, at
 * the last moment, kept in no variable, and gone with the garbage collection or the process, whose
 * core dumps are switched off. An empty one stands for the reader's own keys.
 */
export function pinText(pin: Uint8Array | null): string {
  try {
    return pin === null
      ? ''
      : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(pin);
  } catch {
    // Not UTF-8, hence not a PIN (PKCS#11 v2.40, 5.5): no reason to spend a try on it.
    throw new TokenError('TOKEN_PIN_LENGTH');
  }
}
