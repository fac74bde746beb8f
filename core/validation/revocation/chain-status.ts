// Whether any certificate of a chain was revoked at a time, and which one it was.
import type { Certificate } from '../../cms/certificate.ts';
import { OID } from '../../cms/oids.ts';
import type { CertificatePool } from '../../trust/certificate-pool.ts';
import { type CertificationPath, findPath } from '../../trust/certification-path.ts';
import type { RevocationVerdict } from '../../trust/path-options.ts';
import type { CertificateStatus, RevocationEvidence } from './evidence.ts';

export interface LinkStatus extends CertificateStatus {
  readonly certificate: Certificate;
}

export interface ChainStatus {
  readonly status: CertificateStatus['status'];
  /** The certificate that decides; null where all are good. */
  readonly decisive: LinkStatus | null;
  /** From the signer upwards, without the anchor and those that nobody need ask about. */
  readonly links: readonly LinkStatus[];
}

const GRAVITY = { good: 0, 'revoked-later': 1, unknown: 2, revoked: 3 } as const;

export interface JudgedChain {
  readonly path: CertificationPath | null;
  readonly revocation: ChainStatus | null;
}

/** Links asked about for the sake of another path: more than real documents offer. */
const MAX_LINKS = 16;

/** The certificate's path and its status; where a link of it was revoked, those of another path without one. */
export function judgedChain(
  certificate: Certificate | null,
  at: Date,
  pool: CertificatePool,
  evidence: RevocationEvidence,
): JudgedChain {
  if (certificate === null) return { path: null, revocation: null };
  const path = findPath(certificate, pool, at);
  const revocation = chainStatus(path, at, pool, evidence);
  if (revocation?.status !== 'revoked') return { path, revocation };
  const asked = new Map<string, RevocationVerdict>();
  const verdict = (link: Certificate, issuer: Certificate, others: readonly Certificate[]) => {
    const key = `${link.sha256} ${issuer.sha256}`;
    const known = asked.get(key);
    if (known !== undefined || asked.size >= MAX_LINKS) return known ?? 'revoked';
    const status = linkStatus(link, issuer, others, at, pool, evidence)?.status;
    asked.set(key, status === 'revoked' ? 'revoked' : 'good');
    return status === 'revoked' ? 'revoked' : 'good';
  };
  const other = findPath(certificate, pool, at, { revocation: verdict });
  if (other.failure !== null) return { path, revocation };
  return { path: other, revocation: chainStatus(other, at, pool, evidence) };
}

/** Null for a path that leads to no anchor or is not valid: there is nothing to ask about. */
function chainStatus(
  path: CertificationPath | null,
  at: Date,
  pool: CertificatePool,
  evidence: RevocationEvidence,
): ChainStatus | null {
  if (path === null || path.failure !== null) return null;
  const links: LinkStatus[] = [];
  path.certificates.forEach((certificate, index) => {
    const issuer = path.certificates[index + 1];
    if (issuer === undefined) return;
    const status = linkStatus(certificate, issuer, path.certificates, at, pool, evidence);
    if (status !== null) links.push({ ...status, certificate });
  });
  const gravest = [...links].sort((a, b) => GRAVITY[b.status] - GRAVITY[a.status])[0];
  if (gravest === undefined || gravest.status === 'good') {
    return { status: 'good', decisive: null, links };
  }
  return { status: gravest.status, decisive: gravest, links };
}

/** Null for a certificate that nobody need ask about (RFC 6960 4.2.2.2.1). */
function linkStatus(
  certificate: Certificate,
  issuer: Certificate,
  others: readonly Certificate[],
  at: Date,
  pool: CertificatePool,
  evidence: RevocationEvidence,
): CertificateStatus | null {
  if (certificate.extensions.all.has(OID.ocspNoCheck)) return null;
  const accepts = (speaker: Certificate): boolean => findPath(speaker, pool, at).failure === null;
  return evidence.statusOf(certificate, issuer, at, { others, accepts });
}
