// One token's session as the parent holds it: when the PIN is asked, how often, and when it is not.
// The rules are the token's, and a person's: no PIN is ever tried by the program on its own.
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { SignatureAlgorithm } from '../../core/domain/signature-algorithm.ts';
import type { PinPrompt, SigningPurpose } from '../../core/ports/token.ts';
import type { HostClient } from './host-client.ts';
import type { TokenStatus } from './protocol.ts';
import { SerialQueue } from '../process/serial-queue.ts';
import { type GroupKind, SigningGroups } from './signing-groups.ts';
import { TokenError } from './token-error.ts';

export interface SignatureRequest {
  /**
   * On whose behalf: a login serves only the one for whom the PIN was typed. Another one's request
   * ends it, and the PIN is asked again.
   */
  readonly owner: object;
  /** CKA_ID of the key, hexadecimal. */
  readonly id: string;
  readonly algorithm: SignatureAlgorithm;
  readonly data: Uint8Array;
  readonly certificateName: string;
  readonly purpose: SigningPurpose;
  readonly prompt: PinPrompt;
}

/** What the person is told who is asked for the PIN, and how. */
export type PinQuestion = Pick<SignatureRequest, 'prompt' | 'purpose' | 'certificateName'>;

/** What a connection needs of its module. */
export interface ConnectionParts {
  /** The module's host, started anew where the last one ended. */
  readonly connect: () => Promise<HostClient>;
  /** Looks with a process of its own whether the token is there; takes seconds. */
  readonly stillThere: () => Promise<boolean>;
  readonly token: { readonly serial: string; readonly label: string };
}

/**
 * Milliseconds after which somebody else looks whether the token is still there. OpenSC (0.23) waits for
 * itself for ever where a card is pulled just before a signature.
 */
const LONG = 4_000;

interface OpenSession {
  readonly client: HostClient;
  readonly session: number;
  readonly owner: object;
  loggedIn: boolean;
  /** CKA_ALWAYS_AUTHENTICATE of the key last used: each signature wants its own PIN. */
  alwaysAuthenticate: boolean;
  /** What is signed without a question. */
  readonly groups: SigningGroups;
}

export class TokenConnection {
  readonly #parts: ConnectionParts;
  readonly #queue = new SerialQueue();
  #open: OpenSession | null = null;
  /** Signatures asked for under one login, beside the queue. */
  readonly #along = new Set<Promise<unknown>>();

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  /** How many signatures of this owner can be under way: several where none of them can ask for a PIN. */
  atOnce(owner: object): number {
    return this.#loggedIn(owner)?.groups.atOnce ?? 1;
  }

  /** @throws {PenaError} TOKEN_*, CERT_KEY_MISSING, CANCELLED */
  sign(request: SignatureRequest): Promise<Uint8Array> {
    const open = this.#loggedIn(request.owner);
    if (open !== null) return this.#signAlong(open, request);
    return this.#queue.run(async () => {
      await Promise.allSettled(this.#along);
      let wrongPin: PenaError | null = null;
      for (;;) {
        try {
          return await this.#attempt(request, wrongPin);
        } catch (thrown) {
          // Whatever failed, the session is in doubt: the next attempt has its own, logged out.
          await this.#close();
          const error = this.#named(toPenaError(thrown));
          // The only way to a second try: the person is asked again, and types again.
          if (error.code !== 'TOKEN_PIN_INCORRECT' || error === wrongPin) throw error;
          wrongPin = error;
        }
      }
    });
  }

  /** Ends the login, when what is under way has ended. */
  logOut(): Promise<void> {
    return this.#queue.run(async () => {
      await Promise.allSettled(this.#along);
      await this.#close();
    });
  }

  /** The session that signs for this owner without any question; null where there is none. */
  #loggedIn(owner: object): OpenSession | null {
    const open = this.#open;
    if (open === null || !this.#queue.idle || open.owner !== owner) return null;
    return open.client.usable && open.loggedIn && !open.alwaysAuthenticate ? open : null;
  }

  /** The host takes them one by one, and need not wait for this process between two. Never asks a PIN. */
  async #signAlong(open: OpenSession, request: SignatureRequest): Promise<Uint8Array> {
    const { client } = open;
    const call = open.groups.sign(request, request.data);
    this.#along.add(call);
    try {
      return await call;
    } catch (thrown) {
      // In doubt, as everywhere: nobody signs there any more, and it is closed behind the last one.
      if (this.#open === open) {
        this.#open = null;
        await this.#queue.run(async () => {
          await Promise.allSettled(this.#along);
          await client.closeSession(open.session);
        });
      }
      throw this.#named(toPenaError(thrown));
    } finally {
      this.#along.delete(call);
    }
  }

  async #attempt(request: SignatureRequest, wrongPin: PenaError | null): Promise<Uint8Array> {
    const open = await this.#sessionFor(request.owner);
    const { client, session } = open;
    if (open.loggedIn && !open.alwaysAuthenticate) {
      return this.#guarded(client, signWith(open, request, client.timeouts.sign, undefined));
    }
    const asking = client.request('status', { session }, client.timeouts.session);
    const status = await this.#guarded(client, asking);
    if (!status.loginRequired) {
      return this.#guarded(client, signWith(open, request, client.timeouts.sign, undefined));
    }

    const typed = await askPin(request, status, wrongPin);
    const pin = status.pinPad ? null : typed;
    const { login, pinPad, sign } = client.timeouts;
    try {
      if (!open.loggedIn) {
        const logIn = { session, pin, id: request.id };
        const answer = await judged(
          request.prompt,
          status.pinPad
            ? client.request('login', logIn, pinPad)
            : this.#guarded(client, client.request('login', logIn, login)),
        );
        open.loggedIn = true;
        open.alwaysAuthenticate = answer.alwaysAuthenticate;
      }
      // Of a PIN that this very login has just accepted, no try can be lost.
      const contextPin = open.alwaysAuthenticate ? pin : undefined;
      const signing = status.pinPad
        ? signWith(open, request, pinPad, contextPin)
        : this.#guarded(client, signWith(open, request, sign, contextPin));
      return await (contextPin === undefined ? signing : judged(request.prompt, signing));
    } finally {
      typed.fill(0);
    }
  }

  /** Never while a person types at the reader: it is theirs alone then. */
  async #guarded<T>(client: HostClient, call: Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.#parts.stillThere().then(
        (there) => {
          if (!there && waiting) client.lose();
        },
        // Nobody can say: the call's own time-out will end it.
        () => undefined,
      );
    }, LONG);
    let waiting = true;
    try {
      return await call;
    } finally {
      waiting = false;
      clearTimeout(timer);
    }
  }

  async #sessionFor(owner: object): Promise<OpenSession> {
    if (this.#open?.owner === owner && this.#open.client.usable) return this.#open;
    await this.#close();
    const client = await this.#parts.connect();
    const { serial, label } = this.#parts.token;
    const request = { serial, label };
    const { session } = await client.request('open', request, client.timeouts.session);
    const groups = new SigningGroups((kind, data) =>
      this.#guarded(client, signTogether(client, session, kind, data)),
    );
    this.#open = { client, session, owner, loggedIn: false, alwaysAuthenticate: false, groups };
    return this.#open;
  }

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    await open?.client.closeSession(open.session);
  }

  /** What goes wrong is said with the token's name: two may be plugged in. */
  #named(error: PenaError): PenaError {
    if (!error.code.startsWith('TOKEN_') || 'token' in error.params) return error;
    const params = { token: this.#parts.token.label, ...error.params };
    return new PenaError(error.code, params, { cause: error });
  }
}

/** What becomes of a call that the PIN's answer goes with, told to whoever gave it. */
export async function judged<T>(prompt: PinPrompt, call: Promise<T>): Promise<T> {
  let answer: T;
  try {
    answer = await call;
  } catch (thrown) {
    await prompt.judged?.(false, toPenaError(thrown).code);
    throw thrown;
  }
  await prompt.judged?.(true);
  return answer;
}

async function signTogether(
  client: HostClient,
  session: number,
  kind: GroupKind,
  data: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  const [first] = data;
  if (first === undefined) return [];
  const { id, algorithm } = kind;
  const { sign } = client.timeouts;
  if (data.length === 1) {
    const one = { session, id, algorithm, data: first };
    return [(await client.request('sign', one, sign)).signature];
  }
  const all = { session, id, algorithm, data: [...data] };
  return (await client.request('signMany', all, sign)).signatures;
}

async function signWith(
  { client, session }: OpenSession,
  { id, algorithm, data }: SignatureRequest,
  milliseconds: number,
  contextPin: Uint8Array | null | undefined,
): Promise<Uint8Array> {
  const request = { session, id, algorithm, data };
  const { signature } = await client.request(
    'sign',
    contextPin === undefined ? request : { ...request, contextPin },
    milliseconds,
  );
  return signature;
}

/**
 * @returns what was typed; empty on a PIN pad
 * @throws {PenaError} TOKEN_PIN_LOCKED without asking; CANCELLED, or after a wrong PIN that error
 */
export async function askPin(
  { prompt, purpose, certificateName }: PinQuestion,
  { label, serial, pinPad, pinState }: TokenStatus,
  wrongPin: PenaError | null,
): Promise<Uint8Array> {
  if (pinState === 'locked') throw new TokenError('TOKEN_PIN_LOCKED', { token: label });
  const typed = await prompt.ask({
    token: { label, serial, pinPad },
    pinState,
    certificateName,
    purpose,
    previousWrong: wrongPin !== null,
  });
  if (typed === null) throw wrongPin ?? new TokenError('CANCELLED');
  // Some tokens count an empty PIN as a wrong one; and it would mean "on the reader's keys".
  if (!pinPad && typed.length === 0) throw new TokenError('TOKEN_PIN_LENGTH', { token: label });
  return typed;
}
