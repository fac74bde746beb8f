// RFC 5280 6.1.3 (a)(2): the time of judgement is not before the validity period.
import type { PathCheck } from '../path-check.ts';

export const notBefore: PathCheck = {
  id: 'notBefore',
  fault: 'not-yet-valid',
  holds: ({ certificate, at }) => at >= certificate.notBefore,
};
