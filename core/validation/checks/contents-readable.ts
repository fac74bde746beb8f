// Format (EN 319 102-1 5.2.2; ISO 32000-2 12.8.3.3): /Contents is one CMS signature of the form its SubFilter says.
import { type Check, failsIf } from './check.ts';

export const contentsReadable: Check = {
  id: 'contents-readable',
  reason: 'CONTENTS_MALFORMED',
  indication: 'TOTAL_FAILED',
  subIndication: 'FORMAT_FAILURE',
  failure: ({ format, contents }) => failsIf(format !== 'unsupported' && contents === null),
};
