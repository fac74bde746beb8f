// A remark (EN 319 102-1 5.5.4): a time stamp that does not hold proves no time; the signature is judged without it.
import { type Check, failsIf } from './check.ts';

export const timestampIntact: Check = {
  id: 'timestamp-intact',
  reason: 'TIMESTAMP_BROKEN',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: ({ timestamps, format, intact }) =>
    failsIf(
      intact &&
        format !== 'rfc3161' &&
        timestamps.some((stamp) => !stamp.intact && !stamp.anonymous),
    ),
};
