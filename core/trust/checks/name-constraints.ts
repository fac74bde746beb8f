// RFC 5280 4.2.1.10: a CA limited to certain names. The limit is not computed yet, so a path through such a
// CA is never taken as valid, whether or not the extension is marked critical as it must be.
import { OID } from '../../cms/oids.ts';
import type { PathCheck } from '../path-check.ts';

export const nameConstraints: PathCheck = {
  id: 'nameConstraints',
  fault: 'invalid',
  holds: ({ certificate }) => !certificate.extensions.all.has(OID.nameConstraints),
};
