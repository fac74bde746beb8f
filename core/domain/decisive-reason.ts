// Picks the one reason that is said first: the gravest of the weakest signatures.
import { DOUBTFUL_CHANGES, EXPLAINED_CHANGES, FORBIDDEN_CHANGES } from './change-code.ts';
import type { Indication, Verdict } from './indication.ts';
import type { ReasonCode } from './reason-code.ts';

/** Gravest first: what is wrong, then what cannot be decided, then what was not judged. */
const WEIGHT: readonly ReasonCode[] = [
  'BYTE_RANGE_INVALID',
  'CONTENTS_MALFORMED',
  'DIGEST_MISMATCH',
  'SIGNATURE_VALUE_WRONG',
  'SIGNATURE_REMOVED',
  'STRUCTURE_FORGED',
  ...FORBIDDEN_CHANGES,
  'CERTIFICATION_BROKEN',
  'LOCKED_FIELD_CHANGED',
  'STAMP_UNFORESEEN',
  'SIGNED_AFTER_REVOCATION',
  'SIGNED_AFTER_EXPIRY',
  'SIGNING_CERTIFICATE_MISMATCH',
  'SIGNED_ATTRIBUTES_MISSING',
  'CERTIFICATE_MISSING',
  'KEY_USAGE_WRONG',
  'SIGNED_IN_PRACTICE',
  'SUBFILTER_UNSUPPORTED',
  'ALGORITHM_UNSUPPORTED',
  'ALGORITHMS_MISFIT',
  'ALGORITHM_WEAK_WHEN_MADE',
  'ALGORITHM_WEAK',
  'COVERAGE_PARTIAL',
  'TIMESTAMPS_OUT_OF_ORDER',
  'CONTENT_TIMESTAMP_LATER',
  'FILE_INCOMPLETE',
  'STRUCTURE_UNCLEAR',
  'KEY_REPEATED',
  ...DOUBTFUL_CHANGES,
  'COMMENTS_UNFORESEEN',
  'CERTIFICATE_REVOKED',
  'AUTHORITY_REVOKED',
  'CERTIFICATE_SUSPENDED',
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_NOT_YET_VALID',
  'CHAIN_INVALID',
  'CHAIN_NOT_FOUND',
  'NO_ANCHORS',
  'MODIFICATION_NOT_JUDGED',
  'REVOCATION_UNKNOWN',
  'REVOCATION_TOLD_TOO_LATE',
  'TIMESTAMP_REVOCATION_UNKNOWN',
  'TIMESTAMP_STATUS_OLD',
  'TIMESTAMP_NOT_JUDGED',
  // A remark: it never changes a result.
  'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT',
  'PRACTICE_SIGNATURE',
  'CONTENT_TIMESTAMP_UNUSED',
  'SIGNATURE_POLICY_NAMED',
  'SIGNATURE_REPLACED',
];

const ORDER: Readonly<Record<Indication, number>> = {
  TOTAL_FAILED: 0,
  INDETERMINATE: 1,
  TOTAL_PASSED: 2,
};

/** Codes of ours that the list does not know yet weigh between the doubtful and the not judged. */
function weight(code: ReasonCode): number {
  const found = WEIGHT.indexOf(code);
  return found === -1 ? WEIGHT.indexOf('MODIFICATION_NOT_JUDGED') - 0.5 : found;
}

const GOOD: readonly ReasonCode[] = [
  'SIGNATURE_INTACT',
  'CHAIN_TRUSTED',
  'TIMESTAMP_PRESENT',
  'CONTENT_TIMESTAMP_PRESENT',
  'LATER_CHANGES_ALLOWED',
  'NOT_REVOKED',
  ...EXPLAINED_CHANGES,
];

const REMARKS: readonly ReasonCode[] = [
  'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT',
  'TIMESTAMP_STATUS_OLD',
  'PRACTICE_SIGNATURE',
  'CONTENT_TIMESTAMP_UNUSED',
  'SIGNATURE_POLICY_NAMED',
  'SIGNATURE_REPLACED',
];

/**
 * Null where everything passed, or nothing was signed: what is missing of a time stamp is no matter then. An exercise
 * that passed is still said to be one.
 */
export function decisiveReason<R extends { readonly code: ReasonCode }>(report: {
  readonly verdict: Verdict;
  readonly signatures: readonly {
    readonly indication: Indication;
    readonly reasons: readonly R[];
  }[];
}): R | null {
  const { verdict, signatures } = report;
  if (verdict === 'NO_SIGNATURE' || signatures.length === 0) return null;
  const lowest = Math.min(...signatures.map(({ indication }) => ORDER[indication]));
  const reasons = signatures
    .filter(({ indication }) => ORDER[indication] === lowest)
    .flatMap((signature) => signature.reasons);
  if (lowest === ORDER.TOTAL_PASSED) {
    return reasons.find(({ code }) => code === 'PRACTICE_SIGNATURE') ?? null;
  }
  const doubts = reasons.filter((reason) => !GOOD.includes(reason.code));
  return doubts.sort((a, b) => weight(a.code) - weight(b.code))[0] ?? null;
}

/** How a reason is shown: found good, doubtful, or wrong. */
export function toneOfReason(code: ReasonCode): 'ok' | 'warn' | 'bad' | 'plain' {
  if (GOOD.includes(code)) return 'ok';
  if (code.endsWith('_NOT_JUDGED') || REMARKS.includes(code)) return 'plain';
  return WEIGHT.indexOf(code) !== -1 && WEIGHT.indexOf(code) <= WEIGHT.indexOf('SIGNED_IN_PRACTICE')
    ? 'bad'
    : 'warn';
}
