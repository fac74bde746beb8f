// Format (RFC 8419 2.3, RFC 6211 2): the algorithms that the signer names go together.
import { type Check, failsIf } from './check.ts';

export const algorithmsFitting: Check = {
  id: 'algorithms-fitting',
  reason: 'ALGORITHMS_MISFIT',
  indication: 'INDETERMINATE',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: ({ signer }) =>
    failsIf(signer !== null && signer.misfit !== null, { algorithms: signer?.misfit ?? '' }),
};
