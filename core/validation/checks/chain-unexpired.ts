// X.509 validation (EN 319 102-1 5.2.6.4): no certificate of the chain ended before the time of judgement.
// That the signature is older may be true, but nothing proves it: hence "no proof of existence". Where the signer's
// certificate is known not to have been revoked while it was valid, step 7 says so.
import type { SignatureFacts } from '../facts.ts';
import type { PathFault } from '../../trust/path-check.ts';
import { type Check, failsIf, type ReasonParams } from './check.ts';

export const chainUnexpired: Check = {
  id: 'chain-unexpired',
  reason: 'CERTIFICATE_EXPIRED',
  indication: 'INDETERMINATE',
  subIndication: 'OUT_OF_BOUNDS_NO_POE',
  failure: (facts) => (isKnownUnrevoked(facts) ? null : ended(facts)),
};

export const signerUnexpired: Check = {
  id: 'signer-unexpired',
  reason: 'CERTIFICATE_EXPIRED',
  indication: 'INDETERMINATE',
  subIndication: 'OUT_OF_BOUNDS_NOT_REVOKED',
  failure: (facts) => (isKnownUnrevoked(facts) ? ended(facts) : null),
};

/** Whether it is only that the signer's certificate is out of its time, within which it was not revoked. */
export function isKnownUnrevoked({ path, revocation }: SignatureFacts): boolean {
  const failure = path?.failure ?? null;
  return failure !== null && revocation !== null && revocation.status !== 'revoked';
}

/** Whether what the signature covers is newer than the end of the signer's certificate. */
export function isMadeAfterExpiry(facts: SignatureFacts): boolean {
  const { intact, madeAfter, signer } = facts;
  const notAfter = signer?.certificate?.notAfter ?? null;
  if (!intact || madeAfter === null || notAfter === null) return false;
  return hasFault(facts, 'expired') && madeAfter > notAfter;
}

function ended(facts: SignatureFacts): ReasonParams | null {
  const certificate = facts.path?.failure?.certificate;
  return failsIf(hasFault(facts, 'expired') && !isMadeAfterExpiry(facts), {
    name: certificate?.commonName ?? '',
    notAfter: certificate?.notAfter.toISOString() ?? '',
  });
}

function hasFault({ path }: SignatureFacts, fault: PathFault): boolean {
  return path?.failure?.fault === fault;
}
