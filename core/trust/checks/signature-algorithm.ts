// RFC 5280 4.1.1.2: the signed part of a certificate names the algorithm it is signed with.
import type { PathCheck } from '../path-check.ts';

export const signatureAlgorithm: PathCheck = {
  id: 'signatureAlgorithm',
  fault: 'invalid',
  holds: ({ certificate }) => certificate.algorithmsAgree,
};
