// X.509 validation (EN 319 102-1 5.2.6.4): no certificate of the chain begins after the time of judgement.
import type { SignatureFacts } from '../facts.ts';
import { isKnownUnrevoked } from './chain-unexpired.ts';
import { type Check, failsIf, type ReasonParams } from './check.ts';

export const chainBegun: Check = {
  id: 'chain-begun',
  reason: 'CERTIFICATE_NOT_YET_VALID',
  indication: 'INDETERMINATE',
  subIndication: 'OUT_OF_BOUNDS_NO_POE',
  failure: (facts) => (isKnownUnrevoked(facts) ? null : notBegun(facts)),
};

export const signerBegun: Check = {
  id: 'signer-begun',
  reason: 'CERTIFICATE_NOT_YET_VALID',
  indication: 'INDETERMINATE',
  subIndication: 'OUT_OF_BOUNDS_NOT_REVOKED',
  failure: (facts) => (isKnownUnrevoked(facts) ? notBegun(facts) : null),
};

function notBegun({ path }: SignatureFacts): ReasonParams | null {
  return failsIf(path?.failure?.fault === 'not-yet-valid', {
    name: path?.failure?.certificate.commonName ?? '',
    notBefore: path?.failure?.certificate.notBefore.toISOString() ?? '',
  });
}
