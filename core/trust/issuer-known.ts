// Whether a certificate to sign with comes from an authority that is known here. A hint for its owner, who may sign
// with it all the same: whoever checks the signature later judges by their own trust.
import type { Certificate } from '../cms/certificate.ts';
import type { IssuerTrust } from '../domain/issuer-trust.ts';
import { CertificatePool } from './certificate-pool.ts';
import { findPath } from './certification-path.ts';

/**
 * Known: a path leads to an anchor or to a listed authority. The list holds fingerprints only, and a token often holds
 * no issuer: where the issuer's certificate is not at hand, a listed authority's name is enough not to warn.
 * @param others DER of what else is on the token; what cannot be read is left out
 * @param trust null where nothing is known of it: then nothing is held against anybody
 */
export function isIssuerKnown(
  certificate: Certificate,
  others: readonly Uint8Array[],
  trust: IssuerTrust | null,
  at: Date,
): boolean {
  if (trust === null) return true;
  const pool = new CertificatePool(trust.anchors, trust.listed, trust.practice);
  for (const der of others) {
    try {
      pool.read(der);
    } catch {
      // It is shown as unreadable where it is listed itself.
    }
  }
  const { anchor, failure, certificates } = findPath(certificate, pool, at);
  // An anchor that has ended is known still; that the certificate itself has ended is said elsewhere.
  if (anchor !== null) return failure === null || TIMES.includes(failure.fault);
  const last = certificates.at(-1);
  return (
    failure?.fault === 'not-found' &&
    last !== undefined &&
    pool.issuersOf(last).every(({ sha256 }) => sha256 === last.sha256) &&
    trust.names.has(last.issuerCommonName) &&
    last.issuerKey !== last.subjectKey
  );
}

const TIMES: readonly string[] = ['expired', 'not-yet-valid'];

/** Of certificates to choose from, the lowest first: those of known issuers, then others, then what cannot sign. */
export function choiceRank(one: { readonly refused: boolean; readonly known: boolean }): number {
  if (one.refused) return 2;
  return one.known ? 0 : 1;
}
