// Validation with time (EN 319 102-1 5.5.4): a signature proven to be older than its certificate was not made under it.
import { type Check, failsIf } from './check.ts';

export const stampedAfterIssuance: Check = {
  id: 'stamped-after-issuance',
  reason: 'TIMESTAMP_BEFORE_CERTIFICATE',
  indication: 'TOTAL_FAILED',
  subIndication: 'NOT_YET_VALID',
  failure: ({ bestTime, signer }) => {
    const notBefore = signer?.certificate?.notBefore;
    if (bestTime === null || notBefore === undefined) return null;
    return failsIf(bestTime < notBefore, {
      time: bestTime.toISOString(),
      notBefore: notBefore.toISOString(),
    });
  },
};
