// Format (ISO 32000-2 12.8.3, table 260): a kind of signature that is judged here.
import { type Check, failsIf } from './check.ts';

export const subFilterSupported: Check = {
  id: 'sub-filter-supported',
  reason: 'SUBFILTER_UNSUPPORTED',
  indication: 'INDETERMINATE',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: ({ format, value: { subFilter } }) =>
    failsIf(format === 'unsupported', { subFilter: (subFilter ?? '-').slice(0, 100) }),
};
