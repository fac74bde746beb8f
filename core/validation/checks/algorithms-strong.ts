// Signature acceptance (EN 319 102-1 5.2.8; TS 119 312): nothing rests on an algorithm that is no longer safe.
import { type Check, failsIf } from './check.ts';

export const algorithmsStrong: Check = {
  id: 'algorithms-strong',
  reason: 'ALGORITHM_WEAK',
  indication: 'INDETERMINATE',
  subIndication: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  failure: ({ weakness }) => failsIf(weakness !== null, { algorithm: weakness ?? '' }),
};
