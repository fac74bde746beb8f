// Signature acceptance (EN 319 102-1 5.2.8; TS 119 312): nothing rests on an algorithm that is no longer safe.
import { type Check, failsIf } from './check.ts';

export const algorithmsStrong: Check = {
  id: 'algorithms-strong',
  reason: 'ALGORITHM_WEAK',
  indication: 'INDETERMINATE',
  subIndication: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  failure: ({ weakness, weakWhenMade }) =>
    failsIf(weakness !== null && weakWhenMade === null, { algorithm: weakness ?? '' }),
};

/** 5.3.4, step 6: what the signature covers proves that it was made when its algorithm was not safe any more. */
export const algorithmsStrongWhenMade: Check = {
  id: 'algorithms-strong-when-made',
  reason: 'ALGORITHM_WEAK_WHEN_MADE',
  indication: 'INDETERMINATE',
  subIndication: 'CRYPTO_CONSTRAINTS_FAILURE',
  failure: ({ weakWhenMade, madeAfter }) =>
    failsIf(weakWhenMade !== null, {
      algorithm: weakWhenMade ?? '',
      after: madeAfter?.toISOString() ?? '',
    }),
};
