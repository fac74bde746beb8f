// RFC 5280 4.1.2.1, 4.1.2.9: versions 1 to 3 are known, and only version 3 has extensions.
import type { PathCheck } from '../path-check.ts';

export const version: PathCheck = {
  id: 'version',
  fault: 'invalid',
  holds: ({ certificate }) =>
    certificate.version === 3 || (certificate.version < 3 && certificate.extensions.all.size === 0),
};
