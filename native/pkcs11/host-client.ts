// The parent's end of a token host: requests with time-outs, and what a crash, a hang or garbage means.
import { basename } from 'node:path';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { defaultHostEntry, nodeForkHost, type ForkHost, type HostChannel } from './host-process.ts';
import { watchMemory } from './memory-watch.ts';
import { checkModuleFile } from './module-file.ts';
import {
  answerEnvelope,
  OPERATIONS,
  type AnswerOf,
  type Operation,
  type RequestOf,
} from './protocol.ts';
import { TokenError, type TokenErrorCode } from './token-error.ts';

/** Milliseconds that a module gets; what is over them is ended with its process. */
export interface Timeouts {
  /** Loading the module; some search all readers first. */
  readonly load: number;
  readonly list: number;
  /** Opening a session, reading flags, closing. */
  readonly session: number;
  readonly login: number;
  /** A person types on the reader's own keys. */
  readonly pinPad: number;
  readonly sign: number;
  /** Making a key pair: a card searches for primes for a minute and more. */
  readonly makeKey: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  load: 20_000,
  list: 30_000,
  session: 15_000,
  login: 30_000,
  pinPad: 180_000,
  sign: 60_000,
  makeKey: 300_000,
};

export interface HostOptions {
  readonly fork?: ForkHost;
  readonly hostEntry?: string;
  readonly timeouts?: Partial<Timeouts>;
  /** Bytes in memory above which a host is ended. */
  readonly memory?: number;
}

/** Hears how each request went: module-health.ts draws its conclusions. */
export interface HostWatch {
  succeeded(operation: Operation, milliseconds: number): void;
  /** 'idle': the host ended while nothing was under way. */
  failed(operation: Operation | 'idle', error: PenaError): void;
}

/** A host with OpenSC takes 70 MB, with a large NSS database 120. */
const MEMORY = 768 * 1024 * 1024;

/** After these a module often stays confused until it is initialised again, in a new process. */
const CONFUSING: readonly ErrorCode[] = [
  'TOKEN_REMOVED',
  'TOKEN_DEVICE_ERROR',
  'TOKEN_GENERAL_ERROR',
];

interface Pending {
  readonly operation: Operation;
  readonly since: number;
  readonly milliseconds: number;
  /** Whether it may hold the whole host while a person types at the reader. */
  readonly holds: boolean;
  timer: NodeJS.Timeout | null;
  resolve(answer: unknown): void;
  reject(error: PenaError): void;
}

export class HostClient {
  readonly timeouts: Timeouts;
  readonly #module: string;
  readonly #channel: HostChannel;
  readonly #watch: HostWatch | null;
  #unwatchMemory: (() => void) | null = null;
  readonly #pending = new Map<number, Pending>();
  readonly #memory: number;
  #nextId = 0;
  #openSessions = 0;
  #retired = false;
  /** Why this host answers nothing any more; null while it runs. */
  #ended: TokenErrorCode | null = null;

  private constructor(
    module: string,
    channel: HostChannel,
    timeouts: Timeouts,
    memory: number,
    watch: HostWatch | null,
  ) {
    this.#module = basename(module);
    this.#channel = channel;
    this.#watch = watch;
    this.timeouts = timeouts;
    this.#memory = memory;
    channel.on('message', (message) => this.#receive(message));
    channel.on('exit', () => this.#fail('TOKEN_MODULE_CRASHED'));
  }

  /**
   * Looks at the module, starts a host and loads the module into it.
   * @throws {TokenError} TOKEN_MODULE_*, or what the module answers to C_Initialize
   */
  static async start(
    module: string,
    options: HostOptions,
    watch: HostWatch | null = null,
  ): Promise<HostClient> {
    await checkModuleFile(module).catch((thrown: unknown) => {
      watch?.failed('load', toPenaError(thrown));
      throw thrown;
    });
    const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    const fork = options.fork ?? nodeForkHost();
    const channel = fork(options.hostEntry ?? defaultHostEntry());
    const memory = options.memory ?? MEMORY;
    const client = new HostClient(module, channel, timeouts, memory, watch);
    try {
      await client.request('load', { module }, timeouts.load);
    } catch (thrown) {
      client.end();
      throw thrown;
    }
    return client;
  }

  /** Whether it still answers. */
  get running(): boolean {
    return this.#ended === null;
  }

  /** Whether new sessions may be opened here. */
  get usable(): boolean {
    return this.running && !this.#retired;
  }

  /** Whether nothing is under way: it can be asked something that is not worth waiting for. */
  get idle(): boolean {
    return this.#pending.size === 0;
  }

  /** Ends the host as soon as nobody has a session there; until then the sessions go on. */
  retire(): void {
    this.#retired = true;
    this.#endIfIdle();
  }

  /**
   * @param milliseconds until the host is killed and the request fails
   * @throws {TokenError} what the host answers; TOKEN_MODULE_TIMEOUT, TOKEN_MODULE_CRASHED,
   *   TOKEN_MODULE_INVALID for an answer of the wrong shape
   */
  async request<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
    milliseconds: number,
  ): Promise<AnswerOf<O>> {
    const answer = await new Promise<unknown>((resolve, reject) => {
      if (this.#ended !== null) {
        reject(this.#error(this.#ended));
        return;
      }
      const id = this.#nextId++;
      // C_Login, as the user or for one signature.
      const holds = 'pin' in request || 'contextPin' in request;
      const since = performance.now();
      this.#pending.set(id, {
        ...{ operation, since, milliseconds, holds, timer: null, resolve, reject },
      });
      this.#armTimers();
      // A utility process has its number only once it runs: not yet when it is made.
      this.#unwatchMemory ??= watchMemory(this.#channel, this.#memory, () =>
        this.#fail('TOKEN_MODULE_MEMORY'),
      );
      this.#channel.postMessage({ id, operation, request });
    });
    if (operation === 'open') this.#openSessions++;
    const parsed = OPERATIONS[operation].answer.safeParse(answer);
    if (parsed.success) return parsed.data as AnswerOf<O>;
    this.#fail('TOKEN_MODULE_INVALID', operation);
    throw this.#error('TOKEN_MODULE_INVALID');
  }

  /** Closes a session, and with it the login; one that cannot be closed (card pulled) is gone as it is. */
  async closeSession(session: number): Promise<void> {
    if (!this.running) return;
    await this.request('close', { session }, this.timeouts.session).catch(() => undefined);
    this.#openSessions--;
    this.#endIfIdle();
  }

  /** Kills the host; what is still under way fails with TOKEN_MODULE_CRASHED. */
  end(): void {
    this.#end('TOKEN_MODULE_CRASHED');
  }

  /** Kills the host because the token went: the module hangs on that, and it is no fault of its own. */
  lose(): void {
    this.#end('TOKEN_REMOVED');
  }

  #receive(message: unknown): void {
    const parsed = answerEnvelope.safeParse(message);
    const pending = parsed.success ? this.#pending.get(parsed.data.id) : undefined;
    if (!parsed.success || pending === undefined) {
      this.#fail('TOKEN_MODULE_INVALID');
      return;
    }
    const { data } = parsed;
    this.#pending.delete(data.id);
    if (pending.timer !== null) clearTimeout(pending.timer);
    this.#armTimers();
    if (data.ok) {
      const shape = OPERATIONS[pending.operation].answer;
      if (shape.safeParse(data.answer).success) {
        this.#watch?.succeeded(pending.operation, performance.now() - pending.since);
      }
      pending.resolve(data.answer);
      return;
    }
    const { code, params } = data.problem;
    const error = new PenaError(code, { ...params, module: this.#module });
    this.#watch?.failed(pending.operation, error);
    pending.reject(error);
    if (CONFUSING.includes(code)) this.retire();
  }

  /**
   * C_Login holds the whole host, for as long as a person takes at the reader's keys: meanwhile no
   * other request's time runs, and it begins anew afterwards.
   */
  #armTimers(): void {
    const entries = [...this.#pending.values()];
    const held = entries.some(({ holds }) => holds);
    for (const pending of entries) {
      const runs = pending.holds || !held;
      if (!runs && pending.timer !== null) {
        clearTimeout(pending.timer);
        pending.timer = null;
      } else if (runs) {
        pending.timer ??= setTimeout(
          () => this.#fail('TOKEN_MODULE_TIMEOUT', pending.operation),
          pending.milliseconds,
        );
      }
    }
  }

  #endIfIdle(): void {
    if (this.#retired && this.#openSessions === 0 && this.#pending.size === 0) this.end();
  }

  /** Ends the host for what it did, and says so to the watch. */
  #fail(code: TokenErrorCode, operation?: Operation): void {
    if (this.#ended !== null) return;
    const [first] = this.#pending.values();
    this.#watch?.failed(operation ?? first?.operation ?? 'idle', this.#error(code));
    this.#end(code);
  }

  #end(code: TokenErrorCode): void {
    if (this.#ended !== null) return;
    this.#ended = code;
    this.#unwatchMemory?.();
    this.#channel.kill();
    for (const pending of this.#pending.values()) {
      if (pending.timer !== null) clearTimeout(pending.timer);
      pending.reject(this.#error(code));
    }
    this.#pending.clear();
  }

  #error(code: TokenErrorCode): TokenError {
    return new TokenError(code, { module: this.#module });
  }
}
