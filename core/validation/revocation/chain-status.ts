// Whether any certificate of a chain was revoked at a time, and which one it was.
import type { Certificate } from '../../cms/certificate.ts';
import { OID } from '../../cms/oids.ts';
import type { CertificatePool } from '../../trust/certificate-pool.ts';
import { type CertificationPath, findPath } from '../../trust/certification-path.ts';
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

/** Null for a path that leads to no anchor or is not valid: there is nothing to ask about. */
export function chainStatus(
  path: CertificationPath | null,
  at: Date,
  pool: CertificatePool,
  evidence: RevocationEvidence,
): ChainStatus | null {
  if (path === null || path.failure !== null) return null;
  const others = path.certificates;
  const accepts = (speaker: Certificate): boolean => findPath(speaker, pool, at).failure === null;
  const links: LinkStatus[] = [];
  path.certificates.forEach((certificate, index) => {
    const issuer = path.certificates[index + 1];
    if (issuer === undefined || certificate.extensions.all.has(OID.ocspNoCheck)) return;
    links.push({ ...evidence.statusOf(certificate, issuer, at, { others, accepts }), certificate });
  });
  const gravest = [...links].sort((a, b) => GRAVITY[b.status] - GRAVITY[a.status])[0];
  if (gravest === undefined || gravest.status === 'good') {
    return { status: 'good', decisive: null, links };
  }
  return { status: gravest.status, decisive: gravest, links };
}
