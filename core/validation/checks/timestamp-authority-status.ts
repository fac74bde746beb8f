// Of a time stamp that the judgement rests on: whether its authority was revoked must be known
// (EN 319 102-1 5.4.4, 5.5.4), and it must not have been.
import type { TimestampFacts } from '../timestamp-facts.ts';
import type { ChainStatus } from '../revocation/chain-status.ts';
import { type Check, failsIf, type ReasonParams } from './check.ts';

export const timestampAuthorityKnown: Check = {
  id: 'timestamp-authority-known',
  reason: 'TIMESTAMP_REVOCATION_UNKNOWN',
  indication: 'INDETERMINATE',
  subIndication: 'TRY_LATER',
  failure: ({ timestamps, format }) => {
    if (format === 'rfc3161') return null;
    const doubtful = timestamps.find((one) => has(one, 'unknown'));
    return failsIf(doubtful !== undefined, { authority: doubtful?.authorityName ?? '' });
  },
};

/**
 * A remark: what is known of the authority held when it stamped, or was said later, and is not today's word.
 * How fresh it must be is for the policy (5.2.5), by this check's severity.
 */
export const timestampAuthorityFresh: Check = {
  id: 'timestamp-authority-fresh',
  reason: 'TIMESTAMP_STATUS_OLD',
  indication: 'TOTAL_PASSED',
  subIndication: 'TRY_LATER',
  failure: ({ timestamps, format, intact, revocation, signer }) => {
    if (format === 'rfc3161') {
      return intact ? old(revocation, signer?.certificate?.commonName ?? '') : null;
    }
    const doubtful = timestamps.find((one) => has(one, 'good') && one.revocation?.stale !== null);
    return doubtful === undefined ? null : old(doubtful.revocation, doubtful.authorityName);
  },
};

function old(revocation: ChainStatus | null, authority: string): ReasonParams | null {
  const answer = revocation?.status === 'good' ? revocation.stale?.answer : null;
  return answer ? { authority, time: answer.thisUpdate.toISOString() } : null;
}

/** A remark: it proves no time, and the signature is judged without it. */
export const timestampAuthorityNotRevoked: Check = {
  id: 'timestamp-authority-not-revoked',
  reason: 'TIMESTAMP_AUTHORITY_REVOKED',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: ({ timestamps, format }) => {
    if (format === 'rfc3161') return null;
    const revoked = timestamps.find((one) => has(one, 'revoked'));
    return failsIf(revoked !== undefined, { authority: revoked?.authorityName ?? '' });
  },
};

function has({ intact, trusted, revocation }: TimestampFacts, status: ChainStatus['status']) {
  return intact && trusted === true && revocation?.status === status;
}
