// X.509 validation (EN 319 102-1 5.2.6.4): whether a certificate was revoked must be known; where nobody
// says so, it may be known later. Nobody keeps lists of what practice mode's own authority revoked.
import type { SignatureFacts } from '../facts.ts';
import type { LinkStatus } from '../revocation/chain-status.ts';
import { type Check, failsIf } from './check.ts';

export const revocationKnown: Check = {
  id: 'revocation-known',
  reason: 'REVOCATION_UNKNOWN',
  indication: 'INDETERMINATE',
  subIndication: 'TRY_LATER',
  failure: (facts) => {
    const unknown = unknownLinks(facts).find(({ spokenTooLate }) => spokenTooLate === null);
    return failsIf(unknown !== undefined, { name: unknown?.certificate.commonName ?? '' });
  },
};

/** Step 8: whoever signed the answer was not in force any more when it would have to be relied on. */
export const revocationToldInTime: Check = {
  id: 'revocation-told-in-time',
  reason: 'REVOCATION_TOLD_TOO_LATE',
  indication: 'INDETERMINATE',
  subIndication: 'REVOCATION_OUT_OF_BOUNDS_NO_POE',
  failure: (facts) => {
    const found = unknownLinks(facts).find(({ spokenTooLate }) => spokenTooLate !== null);
    const speaker = found?.spokenTooLate?.signer;
    return failsIf(found !== undefined, {
      name: found?.certificate.commonName ?? '',
      speaker: speaker?.commonName ?? '',
      notAfter: speaker?.notAfter.toISOString() ?? '',
    });
  },
};

function unknownLinks({ intact, revocation, practice }: SignatureFacts): readonly LinkStatus[] {
  const doubtful = intact && practice !== 'inside' && revocation?.status === 'unknown';
  return doubtful ? revocation.links.filter(({ status }) => status === 'unknown') : [];
}
