// What crosses rooms when something went wrong: a code and its parameters, never a secret, never a stack.
import type { ErrorCode } from './error-code.ts';

/** Values filled into the sentence of a code. Never a PIN, passphrase, NIK or document content. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** Base of every room's error class. `message` is for developers; people read the sentence of `code`. */
export class PenaError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly params: ErrorParams;

  constructor(code: Code, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'PenaError';
    this.code = code;
    this.params = params;
  }
}

/** Turns anything thrown into a PenaError; what is not ours becomes INTERNAL. */
export function toPenaError(thrown: unknown): PenaError {
  return isPenaError(thrown) ? thrown : new PenaError('INTERNAL', {}, { cause: thrown });
}

function isPenaError(thrown: unknown): thrown is PenaError {
  return thrown instanceof PenaError;
}
