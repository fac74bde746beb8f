// Cryptographic verification (EN 319 102-1 5.2.7.4): what is signed is what the file holds.
import { type Check, failsIf } from './check.ts';

export const digestMatches: Check = {
  id: 'digest-matches',
  reason: 'DIGEST_MISMATCH',
  indication: 'TOTAL_FAILED',
  subIndication: 'HASH_FAILURE',
  failure: ({ content, signer }) =>
    failsIf(content === 'mismatch' || signer?.digest === 'mismatch'),
};
