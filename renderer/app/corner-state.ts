// Boils a list of tokens down to the one thing the corner says.
import { isIncomplete, type TokensState } from '../base/tokens-state.ts';

export type CornerState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly code: string }
  | {
      readonly kind: 'present' | 'locked' | 'unusable';
      readonly label: string;
      /** End of the certificate spoken of, ISO 8601; null where the token holds none. */
      readonly notAfter: string | null;
    };

export function cornerState({
  list,
  failure,
  reading,
}: Pick<TokensState, 'list' | 'failure' | 'reading'>): CornerState {
  if (list === null && reading) return { kind: 'reading' };
  if (failure !== null) return { kind: 'failed', code: failure.code };
  const token = list?.tokens[0];
  if (list === null || token === undefined) {
    if (isIncomplete(list)) return { kind: 'reading' };
    const problem = list?.problems[0];
    return problem === undefined ? { kind: 'absent' } : { kind: 'failed', code: problem.code };
  }
  const usable = list.certificates.find((certificate) => certificate.refusal === null);
  if (usable !== undefined) {
    const kind = usable.pinState === 'locked' ? 'locked' : 'present';
    return { kind, label: usable.tokenLabel, notAfter: usable.notAfter };
  }
  const first = list.certificates[0];
  const kind = first?.pinState === 'locked' ? 'locked' : 'unusable';
  return { kind, label: first?.tokenLabel ?? token.label, notAfter: null };
}
