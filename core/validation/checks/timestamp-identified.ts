// A remark (EN 319 102-1 5.5.4): a token may leave its authority's certificate out (RFC 3161 2.4.1, certReq), and the
// document's security store does not have it either. Nothing is wrong with it; it proves no time.
import { type Check, failsIf } from './check.ts';

export const timestampIdentified: Check = {
  id: 'timestamp-identified',
  reason: 'TIMESTAMP_CERTIFICATE_MISSING',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: ({ timestamps, format, intact }) =>
    failsIf(intact && format !== 'rfc3161' && timestamps.some((stamp) => stamp.anonymous)),
};
