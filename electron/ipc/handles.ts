// What main has shown to one window, under names that cannot be guessed and that die with the window.
import { randomBytes } from 'node:crypto';
import { PenaError } from '../../core/domain/pena-error.ts';

export class Handles<Handle extends string, Value> {
  readonly #prefix: string;
  readonly #parse: (text: string) => Handle;
  readonly #values = new Map<Handle, Value>();

  /** @param parse the contract's: takes `prefix`, an underscore and 32 hexadecimal digits */
  constructor(prefix: string, parse: (text: string) => Handle) {
    this.#prefix = prefix;
    this.#parse = parse;
  }

  issue(value: Value): Handle {
    const handle = this.#parse(`${this.#prefix}_${randomBytes(16).toString('hex')}`);
    this.#values.set(handle, value);
    return handle;
  }

  /** @throws {PenaError} HANDLE_UNKNOWN for one of another window, one given back, or one made up */
  get(handle: Handle): Value {
    const value = this.#values.get(handle);
    if (value === undefined) throw new PenaError('HANDLE_UNKNOWN');
    return value;
  }

  /** Gives a handle back. @returns what it stood for. @throws {PenaError} HANDLE_UNKNOWN */
  release(handle: Handle): Value {
    const value = this.get(handle);
    this.#values.delete(handle);
    return value;
  }

  /** Gives all back, at the end of the window. */
  releaseAll(): Value[] {
    const values = [...this.#values.values()];
    this.#values.clear();
    return values;
  }
}
