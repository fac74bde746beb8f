// X.509 validation (EN 319 102-1 5.2.6.4): whether a certificate was revoked is not judged yet, so no signature passes.
import { type Check, failsIf } from './check.ts';

export const revocationJudged: Check = {
  id: 'revocation-judged',
  reason: 'REVOCATION_NOT_JUDGED',
  indication: 'INDETERMINATE',
  subIndication: 'TRY_LATER',
  failure: ({ intact }) => failsIf(intact),
};
