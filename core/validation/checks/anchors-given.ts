// X.509 validation (EN 319 102-1 5.2.6): without a trust anchor there is nothing to trace a certificate to.
import { type Check, failsIf } from './check.ts';

export const anchorsGiven: Check = {
  id: 'anchors-given',
  reason: 'NO_ANCHORS',
  indication: 'INDETERMINATE',
  subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
  failure: ({ path, anchorsGiven: given }) => failsIf(path !== null && !given),
};
