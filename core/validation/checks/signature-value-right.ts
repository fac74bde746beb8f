// Cryptographic verification (EN 319 102-1 5.2.7.4): the value is made by the key of the signer's certificate.
import { type Check, failsIf } from './check.ts';

export const signatureValueRight: Check = {
  id: 'signature-value-right',
  reason: 'SIGNATURE_VALUE_WRONG',
  indication: 'TOTAL_FAILED',
  subIndication: 'SIG_CRYPTO_FAILURE',
  failure: ({ signer }) => failsIf(signer?.signature === 'mismatch'),
};
