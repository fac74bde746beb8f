// How a vendor's module has behaved of late, and whether it may be started again: restart with back-off,
// and after repeated failures a rest, so that a broken module costs nobody their time (circuit breaker).
import type { ErrorCode } from '../../core/domain/error-code.ts';
import type { ModuleState } from '../../core/domain/module-state.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { Operation } from './protocol.ts';

/** Milliseconds that a restart waits after so many failures in a row; the first one is free. */
const BACK_OFF = [0, 0, 500] as const;
/** So many failures of one operation in a row open the breaker. */
const PATIENCE = 3;
/** The first rest and the longest, in milliseconds; each rest is twice the one before. */
const FIRST_REST = 30_000;
const LONGEST_REST = 300_000;
/** Reading the tokens takes a slow card 2 s; above this, people think the program hangs. */
const SLOW = 5_000;

/** The module's process had to go, or went: these cost time and are worth a rest. */
const ENDED: ReadonlyMap<ErrorCode, ModuleState> = new Map<ErrorCode, ModuleState>([
  ['TOKEN_MODULE_TIMEOUT', 'hung'],
  ['TOKEN_MODULE_CRASHED', 'crashed'],
  ['TOKEN_MODULE_MEMORY', 'memory'],
]);
/** Operations that wait for nobody: only these say whether a module is slow. */
const QUICK: ReadonlySet<Operation> = new Set(['load', 'list', 'open', 'status']);

export class ModuleHealth {
  readonly #now: () => number;
  #state: ModuleState = 'unknown';
  #error: PenaError | null = null;
  /** Failures in a row; a module that lists well and crashes at each signature is broken all the same. */
  readonly #failures = new Map<Operation | 'idle', number>();
  #rest = FIRST_REST;
  #restUntil = 0;

  /** @param now milliseconds, for the rests only */
  constructor(now: () => number) {
    this.#now = now;
  }

  get state(): ModuleState {
    return this.#state;
  }

  /** What went wrong last; null where nothing did. */
  get error(): PenaError | null {
    return this.#error;
  }

  /** Milliseconds (of `now`) when it will be tried again; null where it may be at once. */
  get restUntil(): number | null {
    return this.#restUntil > this.#now() ? this.#restUntil : null;
  }

  /**
   * Before a host is started.
   * @returns milliseconds to wait first
   * @throws {PenaError} the last failure, while the module rests
   */
  beforeStart(): number {
    if (this.restUntil !== null && this.#error !== null) {
      const { code, params } = this.#error;
      throw new PenaError(code, params, { cause: this.#error });
    }
    const most = Math.max(0, ...this.#failures.values());
    return BACK_OFF[Math.min(most, BACK_OFF.length - 1)] ?? 0;
  }

  succeeded(operation: Operation, milliseconds: number): void {
    this.#failures.delete(operation);
    this.#failures.delete('idle');
    if (this.#failures.size > 0) return;
    this.#rest = FIRST_REST;
    this.#restUntil = 0;
    if (QUICK.has(operation)) this.#state = milliseconds > SLOW ? 'slow' : 'ok';
    else if (this.#state !== 'slow') this.#state = 'ok';
    this.#error = null;
  }

  /** @param operation what was under way; 'idle' where nothing was */
  failed(operation: Operation | 'idle', error: PenaError): void {
    const state = stateOf(error);
    // What a token or a person did wrong says nothing of the module.
    if (state === null && operation !== 'load') return;
    this.#state = state ?? 'failing';
    this.#error = error;
    if (!ENDED.has(error.code) && this.#state !== 'garbage') return;
    const count = (this.#failures.get(operation) ?? 0) + 1;
    this.#failures.set(operation, count);
    if (count < PATIENCE) return;
    // Half open afterwards: one more failure, and it rests for longer.
    this.#restUntil = this.#now() + this.#rest;
    this.#rest = Math.min(2 * this.#rest, LONGEST_REST);
  }
}

function stateOf({ code, params }: PenaError): ModuleState | null {
  const ended = ENDED.get(code);
  if (ended !== undefined) return ended;
  switch (code) {
    case 'TOKEN_MODULE_MISSING':
      return 'missing';
    case 'TOKEN_MODULE_UNSAFE':
      return 'unsafe';
    case 'TOKEN_MODULE_INVALID':
      return 'needed' in params ? 'wrong-architecture' : 'garbage';
    default:
      return null;
  }
}
