// Validation with time (EN 319 102-1 5.5.4): a signature proven to be older than its certificate was not made
// under it; nor was a time stamp that states a time before its authority's.
import { type Check, failsIf } from './check.ts';

export const stampedAfterIssuance: Check = {
  id: 'stamped-after-issuance',
  reason: 'TIMESTAMP_BEFORE_CERTIFICATE',
  indication: 'TOTAL_FAILED',
  subIndication: 'NOT_YET_VALID',
  failure: ({ bestTime, contents, intact, signer }) => {
    const notBefore = signer?.certificate?.notBefore;
    const stated = intact ? (contents?.token?.time ?? null) : null;
    const time = stated ?? bestTime;
    if (time === null || notBefore === undefined) return null;
    return failsIf(time < notBefore, {
      time: time.toISOString(),
      notBefore: notBefore.toISOString(),
    });
  },
};
