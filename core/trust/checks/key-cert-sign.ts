// RFC 5280 6.1.4 (n): an issuer whose key usage is limited may sign certificates.
import type { PathCheck } from '../path-check.ts';

export const keyCertSign: PathCheck = {
  id: 'keyCertSign',
  fault: 'invalid',
  holds: ({ certificate: { keyUsage }, index }) =>
    index === 0 || keyUsage === null || keyUsage.has('keyCertSign'),
};
