// The failing half of the envelope: a code and short parameters. Stacks and messages stay in main.
import type { Failure } from '../../core/contract/shapes.ts';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';

const MAX_TEXT = 300;

/** What a window is told of anything thrown. */
export function failureOf(thrown: unknown): Failure {
  const { code, params } = toPenaError(thrown);
  const short = Object.entries(params).map(
    ([name, value]) =>
      [name.slice(0, 40), typeof value === 'string' ? value.slice(0, MAX_TEXT) : value] as const,
  );
  return { code, params: Object.fromEntries(short) };
}

export function refusal(code: ErrorCode): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, params: {} } };
}

/** For developers, on stderr: what was thrown and is not one of the program's own codes. */
export function logUnexpected(where: string, thrown: unknown): void {
  if (thrown instanceof PenaError && thrown.code !== 'INTERNAL') return;
  const { cause } = toPenaError(thrown);
  console.error(`${where}:`, cause instanceof Error ? cause.stack : thrown);
}
