// X.509 validation (EN 319 102-1 5.2.6.4): nothing in the chain was revoked at the time of the signature.
// That the signature is older than the revocation may be true, but nothing proves it: "no proof of
// existence". One that was revoked later is still good for what time stamps prove to be older. What is on hold
// may be good again (step 4 c): TRY_LATER.
import type { SignatureFacts } from '../facts.ts';
import type { LinkStatus } from '../revocation/chain-status.ts';
import type { Check, ReasonParams } from './check.ts';

export const signerNotRevoked: Check = {
  id: 'signer-not-revoked',
  reason: 'CERTIFICATE_REVOKED',
  indication: 'INDETERMINATE',
  subIndication: 'REVOKED_NO_POE',
  failure: (facts) =>
    isSigner(facts) && !isSuspended(facts) && !isMadeAfterRevocation(facts)
      ? failure(facts, 'revoked')
      : null,
};

export const authorityNotRevoked: Check = {
  id: 'authority-not-revoked',
  reason: 'AUTHORITY_REVOKED',
  indication: 'INDETERMINATE',
  subIndication: 'REVOKED_CA_NO_POE',
  failure: (facts) => (isSigner(facts) || isSuspended(facts) ? null : failure(facts, 'revoked')),
};

export const notSuspended: Check = {
  id: 'not-suspended',
  reason: 'CERTIFICATE_SUSPENDED',
  indication: 'INDETERMINATE',
  subIndication: 'TRY_LATER',
  failure: (facts) => (isSuspended(facts) ? failure(facts, 'revoked') : null),
};

export const notRevokedLater: Check = {
  id: 'not-revoked-later',
  reason: 'REVOKED_LATER',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  // Of a certificate that ended before, nothing proves that the signature is older.
  failure: (facts) => (facts.path?.failure === null ? failure(facts, 'revoked-later') : null),
};

function isSuspended({ revocation }: SignatureFacts): boolean {
  return revocation?.decisive?.answer?.revocation?.reason === 'certificateHold';
}

function isSigner({ revocation, signer }: SignatureFacts): boolean {
  return revocation?.decisive?.certificate.sha256 === signer?.certificate?.sha256;
}

/** Whether what the signature covers is newer than the revocation of the signer's certificate. */
export function isMadeAfterRevocation(facts: SignatureFacts): boolean {
  const { madeAfter, revocation } = facts;
  const revoked = revocation?.status === 'revoked' ? revocation.decisive?.answer?.revocation : null;
  if (!revoked || madeAfter === null || !isSigner(facts) || isSuspended(facts)) return false;
  return madeAfter > revoked.at;
}

function failure(
  { intact, revocation }: SignatureFacts,
  status: LinkStatus['status'],
): ReasonParams | null {
  const link = revocation?.decisive ?? null;
  if (!intact || link?.status !== status) return null;
  const { at, reason } = link.answer?.revocation ?? { at: null, reason: null };
  return {
    name: link.certificate.commonName,
    time: at?.toISOString() ?? '',
    reason: reason ?? 'unspecified',
  };
}
