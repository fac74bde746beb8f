// X.509 validation (EN 319 102-1 5.2.6.4): nothing in the chain was revoked at the time of the signature.
// That the signature is older than the revocation may be true, but nothing proves it: "no proof of
// existence". One that was revoked later is still good for what time stamps prove to be older.
import type { SignatureFacts } from '../facts.ts';
import type { LinkStatus } from '../revocation/chain-status.ts';
import type { Check, ReasonParams } from './check.ts';

export const signerNotRevoked: Check = {
  id: 'signer-not-revoked',
  reason: 'CERTIFICATE_REVOKED',
  indication: 'INDETERMINATE',
  subIndication: 'REVOKED_NO_POE',
  failure: (facts) => (isSigner(facts) ? failure(facts, 'revoked') : null),
};

export const authorityNotRevoked: Check = {
  id: 'authority-not-revoked',
  reason: 'AUTHORITY_REVOKED',
  indication: 'INDETERMINATE',
  subIndication: 'REVOKED_CA_NO_POE',
  failure: (facts) => (isSigner(facts) ? null : failure(facts, 'revoked')),
};

export const notRevokedLater: Check = {
  id: 'not-revoked-later',
  reason: 'REVOKED_LATER',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  failure: (facts) => failure(facts, 'revoked-later'),
};

function isSigner({ revocation, signer }: SignatureFacts): boolean {
  return revocation?.decisive?.certificate.sha256 === signer?.certificate?.sha256;
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
