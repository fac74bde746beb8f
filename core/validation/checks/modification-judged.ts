// What later revisions changed could not be told, so a signature followed by one does not pass.
import { type Check, failsIf } from './check.ts';

export const modificationJudged: Check = {
  id: 'modification-judged',
  reason: 'MODIFICATION_NOT_JUDGED',
  indication: 'INDETERMINATE',
  subIndication: 'FORMAT_FAILURE',
  // Of one that was taken away that is said, and all else is idle.
  failure: ({ intact, changes, removedIn, range: { coverage } }) =>
    failsIf(intact && changes === null && removedIn === null && coverage === 'ENTIRE_REVISION'),
};
