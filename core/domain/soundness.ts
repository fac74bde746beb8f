// Whether a signature is intact, in three words: what could not be checked is neither intact nor broken.
import type { SignatureReport } from './report.ts';

export type Soundness = 'intact' | 'broken' | 'unchecked';

/** `broken` only where the judgement says so (TOTAL_FAILED); `unchecked` where the check could not be made. */
export function soundnessOf({
  intact,
  indication,
}: Pick<SignatureReport, 'intact' | 'indication'>): Soundness {
  if (intact) return 'intact';
  return indication === 'TOTAL_FAILED' ? 'broken' : 'unchecked';
}
