// A dictionary of what was signed has a key twice, with different values (ISO 32000-2 7.3.7): of two viewers, each may
// show another document, and the signature says of neither that it was meant.
import { type Check, failsIf } from './check.ts';

export const structureUnambiguous: Check = {
  id: 'structure-unambiguous',
  reason: 'KEY_REPEATED',
  indication: 'INDETERMINATE',
  subIndication: 'FORMAT_FAILURE',
  failure: ({ intact, repeatedKey }) =>
    failsIf(intact && repeatedKey !== null, { key: repeatedKey ?? '' }),
};
