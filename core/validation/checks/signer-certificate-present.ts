// Identification of the signing certificate (EN 319 102-1 5.2.3): the certificate that the signature names is there.
import { type Check, failsIf } from './check.ts';

export const signerCertificatePresent: Check = {
  id: 'signer-certificate-present',
  reason: 'CERTIFICATE_MISSING',
  indication: 'INDETERMINATE',
  subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
  failure: ({ signer }) => failsIf(signer !== null && signer.certificate === null),
};
