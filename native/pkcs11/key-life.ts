// A token's keys on this side of the host: one login for one errand, asked for when it begins and ended
// with it.
import { randomBytes } from 'node:crypto';
import type { KeyKind } from '../../core/domain/key-kind.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { SignatureAlgorithm } from '../../core/domain/signature-algorithm.ts';
import type { TokenErrand } from '../../core/domain/token-errand.ts';
import type { PinPrompt } from '../../core/ports/token.ts';
import type {
  KeyUses,
  MadeKey,
  StoredCertificate,
  StoredKey,
  TokenKeys,
} from '../../core/ports/token-keys.ts';
import type { HostClient } from './host-client.ts';
import { askPin, judged } from './token-connection.ts';
import { TokenError } from './token-error.ts';
import type { TokenService } from './token-service.ts';

/** TokenInfo's. */
export interface KeyPlace {
  readonly module: string;
  readonly serial: string;
  readonly label: string;
}

export interface KeyErrand {
  readonly errand: TokenErrand;
  /** Whose certificate it is about, for the person who is asked for the PIN. */
  readonly name: string;
  readonly prompt: PinPrompt;
}

/** Long enough that two keys never meet, short enough to be typed. */
const ID_OCTETS = 8;
const LONGEST_LABEL = 64;

/** What the token says it makes. Asks for no PIN. @throws {TokenError} TOKEN_* */
export async function keyKindsOf(
  service: TokenService,
  { module, serial, label }: KeyPlace,
): Promise<readonly KeyKind[]> {
  const client = await service.quietHost(module);
  const request = { serial, label };
  return (await client.request('keyKinds', request, client.timeouts.session)).kinds;
}

/** Keys whose public half shows without a login. @throws {TokenError} TOKEN_* */
export async function visibleKeys(
  service: TokenService,
  { module, serial, label }: KeyPlace,
): Promise<readonly StoredKey[]> {
  const client = await service.quietHost(module);
  const { session } = await client.request('open', { serial, label }, client.timeouts.session);
  try {
    const request = { session, loggedIn: false };
    return (await client.request('keys', request, client.timeouts.list)).keys;
  } finally {
    await client.closeSession(session);
  }
}

/**
 * Ends every login, asks for the PIN, and gives what the login allows to `use`; afterwards it is ended.
 * @throws {PenaError} TOKEN_*, CANCELLED, and what `use` throws
 */
export async function withTokenKeys<T>(
  service: TokenService,
  place: KeyPlace,
  errand: KeyErrand,
  use: (keys: TokenKeys) => Promise<T>,
): Promise<T> {
  const client = await service.quietHost(place.module);
  try {
    const { session, typed } = await logIn(client, place, errand);
    try {
      return await use(new OpenKeys(client, session, typed));
    } finally {
      typed?.fill(0);
      await client.closeSession(session);
    }
  } catch (thrown) {
    throw named(toPenaError(thrown), place.label);
  }
}

interface Login {
  readonly session: number;
  /** For a key that wants it for each signature; empty on a PIN pad, null where none was needed. */
  readonly typed: Uint8Array | null;
}

async function logIn(
  client: HostClient,
  { serial, label }: KeyPlace,
  { errand, name, prompt }: KeyErrand,
): Promise<Login> {
  const question = { prompt, purpose: { documents: [], errand }, certificateName: name };
  const { login, pinPad, session: brief } = client.timeouts;
  for (let wrongPin: PenaError | null = null; ;) {
    const { session } = await client.request('open', { serial, label, write: true }, brief);
    let typed: Uint8Array | null = null;
    try {
      const status = await client.request('status', { session }, brief);
      if (!status.loginRequired) return { session, typed };
      typed = await askPin(question, status, wrongPin);
      const request = { session, pin: status.pinPad ? null : typed, id: null };
      await judged(prompt, client.request('login', request, status.pinPad ? pinPad : login));
      return { session, typed };
    } catch (thrown) {
      typed?.fill(0);
      await client.closeSession(session);
      const error = toPenaError(thrown);
      // The only way to a second try: the person is asked again, and types again.
      if (error.code !== 'TOKEN_PIN_INCORRECT' || error === wrongPin) throw error;
      wrongPin = error;
    }
  }
}

class OpenKeys implements TokenKeys {
  readonly #client: HostClient;
  readonly #session: number;
  readonly #typed: Uint8Array | null;
  /** Of keys with CKA_ALWAYS_AUTHENTICATE. */
  readonly #wanting = new Set<string>();

  constructor(client: HostClient, session: number, typed: Uint8Array | null) {
    this.#client = client;
    this.#session = session;
    this.#typed = typed;
  }

  make(kind: KeyKind, label: string, { decrypt }: KeyUses): Promise<MadeKey> {
    const id = randomBytes(ID_OCTETS).toString('hex');
    const request = { session: this.#session, kind, id, label: short(label), decrypt };
    return this.#client.request('makeKey', request, this.#client.timeouts.makeKey);
  }

  async list(): Promise<readonly StoredKey[]> {
    const request = { session: this.#session, loggedIn: true };
    const { keys } = await this.#client.request('keys', request, this.#client.timeouts.list);
    for (const { id, alwaysAuthenticate } of keys) if (alwaysAuthenticate) this.#wanting.add(id);
    return keys;
  }

  async sign(id: string, data: Uint8Array, algorithm: SignatureAlgorithm): Promise<Uint8Array> {
    const request = { session: this.#session, id, algorithm, data };
    // Of a PIN that this very login has just accepted, no try can be lost.
    const contextPin = this.#typed?.length === 0 ? null : this.#typed;
    const { signature } = await this.#client.request(
      'sign',
      this.#wanting.has(id) ? { ...request, contextPin } : request,
      this.#client.timeouts.sign,
    );
    return signature;
  }

  async putCertificate(id: string, label: string, stored: StoredCertificate): Promise<void> {
    const request = { session: this.#session, id, label: short(label), ...stored };
    await this.#client.request('putCertificate', request, this.#writing);
  }

  async removeCertificate(id: string, certificate: Uint8Array): Promise<void> {
    const request = { session: this.#session, id, certificate };
    await this.#client.request('removeCertificate', request, this.#writing);
  }

  async removeKey(id: string): Promise<void> {
    const key = (await this.list()).find((one) => one.id === id);
    if (key === undefined) throw new TokenError('CERT_KEY_MISSING');
    if (key.certificates.length > 0) throw new TokenError('TOKEN_KEY_HAS_CERTIFICATE');
    await this.#client.request('removeKey', { session: this.#session, id }, this.#writing);
  }

  get #writing(): number {
    return this.#client.timeouts.sign;
  }
}

function short(label: string): string {
  return label.slice(0, LONGEST_LABEL);
}

/** What goes wrong is said with the token's name: two may be plugged in. */
function named(error: PenaError, token: string): PenaError {
  const ofToken = error.code.startsWith('TOKEN_') || error.code === 'CERT_KEY_MISSING';
  if (!ofToken || 'token' in error.params) return error;
  return new PenaError(error.code, { token, ...error.params }, { cause: error });
}
