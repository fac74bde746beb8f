// Format (ISO 32000-2 12.8.1): the signature covers the file, or a revision of it, to its last byte.
// A file may end its revisions in ways not known here, so this says "cannot be relied on", not "broken".
import { type Check, failsIf } from './check.ts';

export const coverageWhole: Check = {
  id: 'coverage-whole',
  reason: 'COVERAGE_PARTIAL',
  indication: 'INDETERMINATE',
  subIndication: 'FORMAT_FAILURE',
  failure: ({ range: { fault, coverage } }) => failsIf(fault === null && coverage === 'PARTIAL'),
};
