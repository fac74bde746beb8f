// What later revisions changed could not be told, so a signature followed by one does not pass.
import { type Check, failsIf } from './check.ts';

export const modificationJudged: Check = {
  id: 'modification-judged',
  reason: 'MODIFICATION_NOT_JUDGED',
  indication: 'INDETERMINATE',
  subIndication: 'FORMAT_FAILURE',
  failure: ({ intact, changes, range: { coverage } }) =>
    failsIf(intact && changes === null && coverage === 'ENTIRE_REVISION'),
};
