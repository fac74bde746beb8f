// X.509 validation (EN 319 102-1 5.2.6.4): what practice mode made counts in practice mode only. Nobody outside
// may take an exercise for the real thing, whatever anchors were given.
import { type Check, failsIf } from './check.ts';

export const notForPractice: Check = {
  id: 'not-for-practice',
  reason: 'SIGNED_IN_PRACTICE',
  indication: 'INDETERMINATE',
  subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
  failure: ({ practice }) => failsIf(practice === 'outside'),
};

/** A remark where practice mode itself looks at it. */
export const namedAsPractice: Check = {
  id: 'named-as-practice',
  reason: 'PRACTICE_SIGNATURE',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: ({ practice }) => failsIf(practice === 'inside'),
};
