// From facts to a result: the gravest indication of any check that failed, and all reasons.
import type { Indication, SubIndication, Verdict } from '../domain/indication.ts';
import type { ValidationPolicy } from '../domain/validation-policy.ts';
import type { Reason, SignatureReport } from '../domain/report.ts';
import { CHECKS } from './checks/all.ts';
import type { SignatureFacts } from './facts.ts';
import { trustedTimes } from './timestamp-facts.ts';

export interface Conclusion {
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  readonly reasons: readonly Reason[];
}

const GRAVITY: Readonly<Record<Indication, number>> = {
  TOTAL_PASSED: 0,
  INDETERMINATE: 1,
  TOTAL_FAILED: 2,
};

const MEANING = {
  remark: 'TOTAL_PASSED',
  indeterminate: 'INDETERMINATE',
  fail: 'TOTAL_FAILED',
} as const;

export function conclude(facts: SignatureFacts, { severities }: ValidationPolicy): Conclusion {
  let indication: Indication = 'TOTAL_PASSED';
  let subIndication: SubIndication | null = null;
  const reasons = found(facts);
  for (const check of CHECKS) {
    const params = check.failure(facts);
    if (params === null) continue;
    const severity = severities[check.id];
    if (severity === 'ignore') continue;
    reasons.push({ code: check.reason, params });
    const meant = severity === undefined ? check.indication : MEANING[severity];
    if (GRAVITY[meant] > GRAVITY[indication]) {
      indication = meant;
      subIndication = check.subIndication ?? 'SIG_CONSTRAINTS_FAILURE';
    }
  }
  return { indication, subIndication, reasons };
}

/** What was found good. Of a signature that is not intact there is nothing good to say. */
function found(facts: SignatureFacts): Reason[] {
  const { intact, path, revocation, timestamps, contentTimestamps, changes } = facts;
  if (!intact) return [];
  const reasons: Reason[] = [{ code: 'SIGNATURE_INTACT', params: {} }];
  if (path?.anchor && path.failure === null) {
    reasons.push({ code: 'CHAIN_TRUSTED', params: { anchor: path.anchor.commonName } });
  }
  const answer = revocation?.status === 'good' ? revocation.links[0]?.answer : undefined;
  if (answer)
    reasons.push({ code: 'NOT_REVOKED', params: { time: answer.thisUpdate.toISOString() } });
  for (const stamp of timestamps) {
    const { token, authorityName: authority, intact: sound, trusted } = stamp;
    if (token === null || !sound || trusted !== true) continue;
    if (stamp.revocation?.status === 'revoked') continue;
    const params = { time: token.time.toISOString(), authority };
    reasons.push({ code: 'TIMESTAMP_PRESENT', params });
  }
  for (const { token, authorityName: authority } of contentTimestamps.filter(
    (one) => trustedTimes([one]).length > 0,
  )) {
    const time = token?.time.toISOString() ?? '';
    reasons.push({ code: 'CONTENT_TIMESTAMP_PRESENT', params: { time, authority } });
  }
  if (changes !== null && changes.level !== 'NONE' && changes.clean) {
    reasons.push({ code: 'LATER_CHANGES_ALLOWED', params: {} });
  }
  return reasons;
}

/**
 * A document is as good as its weakest signature. Time stamps alone say when it was there, and of nobody that
 * they stand by it: whatever they are worth, such a document is not signed.
 */
export function verdictOf(
  signatures: readonly Pick<SignatureReport, 'type' | 'indication'>[],
): Verdict {
  if (signatures.every(({ type }) => type === 'docTimeStamp')) return 'NO_SIGNATURE';
  return signatures.reduce<Indication>(
    (worst, { indication }) => (GRAVITY[indication] > GRAVITY[worst] ? indication : worst),
    'TOTAL_PASSED',
  );
}
