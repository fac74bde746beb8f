// X.509 validation (EN 319 102-1 5.2.6.4): whether a certificate was revoked must be known; where nobody
// says so, it may be known later. Nobody keeps lists of what practice mode's own authority revoked.
import { type Check, failsIf } from './check.ts';

export const revocationKnown: Check = {
  id: 'revocation-known',
  reason: 'REVOCATION_UNKNOWN',
  indication: 'INDETERMINATE',
  subIndication: 'TRY_LATER',
  failure: ({ intact, revocation, practice }) =>
    failsIf(intact && practice !== 'inside' && revocation?.status === 'unknown', {
      name: revocation?.decisive?.certificate.commonName ?? '',
    }),
};
