// X.509 validation (EN 319 102-1 5.2.6.4): no certificate of the chain ended before the time of judgement.
// That the signature is older may be true, but nothing proves it: hence "no proof of existence".
import { type Check, failsIf } from './check.ts';

export const chainUnexpired: Check = {
  id: 'chain-unexpired',
  reason: 'CERTIFICATE_EXPIRED',
  indication: 'INDETERMINATE',
  subIndication: 'OUT_OF_BOUNDS_NO_POE',
  failure: ({ path }) =>
    failsIf(path?.failure?.fault === 'expired', {
      name: path?.failure?.certificate.commonName ?? '',
      notAfter: path?.failure?.certificate.notAfter.toISOString() ?? '',
    }),
};
