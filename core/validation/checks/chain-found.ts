// X.509 validation (EN 319 102-1 5.2.6.4): the certificate leads to a trust anchor.
import { type Check, failsIf } from './check.ts';

export const chainFound: Check = {
  id: 'chain-found',
  reason: 'CHAIN_NOT_FOUND',
  indication: 'INDETERMINATE',
  subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
  failure: ({ path, anchorsGiven }) =>
    failsIf(anchorsGiven && path?.failure?.fault === 'not-found', {
      issuer: path?.failure?.certificate.issuerCommonName ?? '',
    }),
};
