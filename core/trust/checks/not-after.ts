// RFC 5280 6.1.3 (a)(2): the time of judgement is not after the validity period.
// A trust anchor's period counts too: it is the time for which its owner vouches for its key.
import type { PathCheck } from '../path-check.ts';

export const notAfter: PathCheck = {
  id: 'notAfter',
  fault: 'expired',
  holds: ({ certificate, at }) => at <= certificate.notAfter,
};
