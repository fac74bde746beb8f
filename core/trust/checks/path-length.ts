// RFC 5280 6.1.4 (l), (m): no more CAs below than pathLenConstraint allows; self-issued ones do not count.
import type { PathCheck } from '../path-check.ts';

export const pathLength: PathCheck = {
  id: 'pathLenConstraint',
  fault: 'invalid',
  holds: ({ certificate, index, countedBelow }) => {
    const limit = certificate.extensions.basicConstraints?.pathLength ?? null;
    return index === 0 || limit === null || countedBelow <= limit;
  },
};
