// Basic validation (EN 319 102-1 5.3.4, steps 4 and 6): what the signature covers proves that it was made after its
// certificate was revoked or had ended. In a PDF that is a time stamp over the content, or one of an earlier revision.
import { type Check, failsIf } from './check.ts';
import { isMadeAfterExpiry } from './chain-unexpired.ts';
import { isMadeAfterRevocation } from './not-revoked.ts';

export const signedBeforeRevocation: Check = {
  id: 'signed-before-revocation',
  reason: 'SIGNED_AFTER_REVOCATION',
  indication: 'TOTAL_FAILED',
  subIndication: 'REVOKED',
  failure: (facts) => {
    const { madeAfter, revocation } = facts;
    const revoked = revocation?.decisive?.answer?.revocation ?? null;
    if (!isMadeAfterRevocation(facts) || madeAfter === null || revoked === null) return null;
    return {
      name: revocation?.decisive?.certificate.commonName ?? '',
      time: revoked.at.toISOString(),
      reason: revoked.reason ?? 'unspecified',
      after: madeAfter.toISOString(),
    };
  },
};

export const signedBeforeExpiry: Check = {
  id: 'signed-before-expiry',
  reason: 'SIGNED_AFTER_EXPIRY',
  indication: 'TOTAL_FAILED',
  subIndication: 'EXPIRED',
  failure: (facts) =>
    failsIf(isMadeAfterExpiry(facts), {
      name: facts.signer?.certificate?.commonName ?? '',
      notAfter: facts.signer?.certificate?.notAfter.toISOString() ?? '',
      after: facts.madeAfter?.toISOString() ?? '',
    }),
};
