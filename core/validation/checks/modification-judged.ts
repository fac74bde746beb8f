// What later revisions changed is not judged yet, so a signature followed by one does not pass.
import { type Check, failsIf } from './check.ts';

export const modificationJudged: Check = {
  id: 'modification-judged',
  reason: 'MODIFICATION_NOT_JUDGED',
  indication: 'INDETERMINATE',
  subIndication: 'FORMAT_FAILURE',
  failure: ({ intact, range: { coverage } }) => failsIf(intact && coverage === 'ENTIRE_REVISION'),
};
