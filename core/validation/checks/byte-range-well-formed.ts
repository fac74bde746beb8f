// Format (EN 319 102-1 5.2.2; ISO 32000-2 12.8.1): the byte range leaves out the signature's own value and nothing else.
import { type Check, failsIf } from './check.ts';

export const byteRangeWellFormed: Check = {
  id: 'byte-range-well-formed',
  reason: 'BYTE_RANGE_INVALID',
  indication: 'TOTAL_FAILED',
  subIndication: 'FORMAT_FAILURE',
  failure: ({ range: { fault } }) => failsIf(fault !== null, { rule: fault ?? '' }),
};
