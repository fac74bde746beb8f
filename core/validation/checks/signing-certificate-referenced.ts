// A remark: CMS signatures outside PAdES need no signed reference to the certificate; BSrE's have none.
import { type Check, failsIf } from './check.ts';

export const signingCertificateReferenced: Check = {
  id: 'signing-certificate-referenced',
  reason: 'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: ({ signer, format }) =>
    failsIf(
      signer !== null &&
        signer.certificate !== null &&
        signer.reference === 'absent' &&
        format !== 'pades',
    ),
};
