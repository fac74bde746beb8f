// X.509 validation (EN 319 102-1 5.2.6.4): no certificate of the chain begins after the time of judgement.
import { type Check, failsIf } from './check.ts';

export const chainBegun: Check = {
  id: 'chain-begun',
  reason: 'CERTIFICATE_NOT_YET_VALID',
  indication: 'INDETERMINATE',
  subIndication: 'OUT_OF_BOUNDS_NO_POE',
  failure: ({ path }) =>
    failsIf(path?.failure?.fault === 'not-yet-valid', {
      name: path?.failure?.certificate.commonName ?? '',
      notBefore: path?.failure?.certificate.notBefore.toISOString() ?? '',
    }),
};
