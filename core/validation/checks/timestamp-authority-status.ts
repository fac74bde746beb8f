// Of a time stamp that the judgement rests on: whether its authority was revoked must be known
// (EN 319 102-1 5.4.4, 5.5.4), and it must not have been.
import type { TimestampFacts } from '../timestamp-facts.ts';
import { type Check, failsIf } from './check.ts';

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

function has({ intact, trusted, revocation }: TimestampFacts, status: 'unknown' | 'revoked') {
  return intact && trusted === true && revocation?.status === status;
}
