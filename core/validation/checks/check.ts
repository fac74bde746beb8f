// The shape of a check: what it looks at, and what follows when it does not hold (ETSI EN 319 102-1 5.1, 5.2).
import type { Indication, SubIndication } from '../../domain/indication.ts';
import type { ReasonCode } from '../../domain/reason-code.ts';
import type { Reason } from '../../domain/report.ts';
import type { SignatureFacts } from '../facts.ts';

export type ReasonParams = Reason['params'];

export interface Check {
  readonly id: string;
  /** Key of the sentence that says what is wrong. */
  readonly reason: ReasonCode;
  /** What the signature is at best when the check fails; TOTAL_PASSED for a remark that changes nothing. */
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  /** Null when the check holds or has nothing to look at; else the values for the sentence. */
  failure(facts: SignatureFacts): ReasonParams | null;
}

/** For predicates without values: the failure of a check that failed. */
export function failsIf(failed: boolean, params: ReasonParams = {}): ReasonParams | null {
  return failed ? params : null;
}
