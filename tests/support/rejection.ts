// What a promise was refused with: the error's code and parameters, to compare with what is expected.
import { PenaError, type ErrorParams } from '../../core/domain/pena-error.ts';
import type { ErrorCode } from '../../core/domain/error-code.ts';

/** Resolves to the PenaError; anything else, and success, fails the test. */
export async function rejection(promise: Promise<unknown>): Promise<PenaError> {
  const outcome = await promise.then(
    () => new Error('was expected to be refused'),
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof PenaError) return outcome;
  throw outcome;
}

export async function refusedWith(
  promise: Promise<unknown>,
): Promise<{ code: ErrorCode; params: ErrorParams }> {
  const { code, params } = await rejection(promise);
  return { code, params };
}
