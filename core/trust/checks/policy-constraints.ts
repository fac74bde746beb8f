// RFC 5280 4.2.1.11: a CA that demands certificate policies below it. Policies are not computed yet, so a
// path under such a demand is never taken as valid.
import { OID } from '../../cms/oids.ts';
import type { PathCheck } from '../path-check.ts';

export const policyConstraints: PathCheck = {
  id: 'policyConstraints',
  fault: 'invalid',
  holds: ({ certificate }) => !certificate.extensions.all.has(OID.policyConstraints),
};
