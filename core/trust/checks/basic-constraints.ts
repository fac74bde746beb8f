// RFC 5280 6.1.4 (k): who issues certificates says that it is a CA.
// A trust anchor without the extension is one by being given (6.1.1 d); one that denies it is none.
import type { PathCheck } from '../path-check.ts';

export const basicConstraints: PathCheck = {
  id: 'basicConstraints',
  fault: 'invalid',
  holds: ({ certificate, index, issuer }) => {
    if (index === 0) return true;
    const constraints = certificate.extensions.basicConstraints;
    return constraints === null ? issuer === null : constraints.ca;
  },
};
