// Asks the issuer of a reported certificate by OCSP and CRL: the one word that makes it revoked.
import { readCertificate } from '../../cms/certificate.ts';
import { collectRevocation } from '../../trust/revocation/collect-revocation.ts';
import type { RevocationServices } from '../../trust/revocation/services.ts';
import type { Watched } from '../outbox/find-watched.ts';
import type { DeskStep } from './steps.ts';

/** Null where nobody gave an answer that counts. @throws {PenaError} CANCELLED */
export async function askIssuer(
  { certificate, issuer }: Watched,
  services: RevocationServices,
): Promise<Extract<DeskStep, { readonly kind: 'status' }> | null> {
  const own = readCertificate(certificate);
  const { answer } = await collectRevocation(own, readCertificate(issuer), services);
  if (answer === null) return null;
  const { source: by, revocation } = answer;
  if (revocation === null || revocation.at > services.now || revocation.reason === 'removeFromCRL')
    return { kind: 'status', by, status: 'good', revokedAt: null };
  // A suspension may end (RFC 5280 5.3.1).
  const status = revocation.reason === 'certificateHold' ? 'held' : 'revoked';
  return { kind: 'status', by, status, revokedAt: revocation.at.toISOString() };
}
