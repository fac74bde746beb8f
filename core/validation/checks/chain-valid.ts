// X.509 validation (EN 319 102-1 5.2.6.4; RFC 5280 6.1): every certificate of the chain may be where it stands.
import { type Check, failsIf } from './check.ts';

export const chainValid: Check = {
  id: 'chain-valid',
  reason: 'CHAIN_INVALID',
  indication: 'INDETERMINATE',
  subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
  failure: ({ path }) =>
    failsIf(path?.failure?.fault === 'invalid', {
      name: path?.failure?.certificate.commonName ?? '',
      rule: path?.failure?.check ?? '',
    }),
};
