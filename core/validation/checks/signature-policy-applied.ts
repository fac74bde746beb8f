// A remark (EN 319 102-1 5.2.4.4): the signer says to have followed a signature policy. What judges here is the
// verifier's own policy; no document of anybody else's is fetched and followed.
import { type Check, failsIf } from './check.ts';

export const signaturePolicyApplied: Check = {
  id: 'signature-policy-applied',
  reason: 'SIGNATURE_POLICY_NAMED',
  indication: 'TOTAL_PASSED',
  subIndication: 'SIGNATURE_POLICY_NOT_AVAILABLE',
  failure: ({ intact, contents }) => {
    const policy = contents?.signaturePolicy ?? null;
    return failsIf(intact && policy !== null, { policy: policy ?? '' });
  },
};
