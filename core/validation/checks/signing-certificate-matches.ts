// Identification of the signing certificate (EN 319 102-1 5.2.3.4): the signed reference means the certificate that is there.
import { type Check, failsIf } from './check.ts';

export const signingCertificateMatches: Check = {
  id: 'signing-certificate-matches',
  reason: 'SIGNING_CERTIFICATE_MISMATCH',
  indication: 'INDETERMINATE',
  subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
  failure: ({ signer }) => failsIf(signer?.reference === 'mismatch'),
};
