// The file's ranges overlap so much that hashing them all would be a way to stall the program.
import { type Check, failsIf } from './check.ts';

export const overlapBounded: Check = {
  id: 'overlap-bounded',
  reason: 'LIMIT_EXCEEDED',
  indication: 'INDETERMINATE',
  subIndication: 'SIGNED_DATA_NOT_FOUND',
  failure: ({ content }) => failsIf(content === 'not-computed'),
};
