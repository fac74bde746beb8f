// Whether any certificate of a chain was revoked at a time, and which one it was.
import type { Certificate } from '../../cms/certificate.ts';
import type { CertificatePool } from '../../trust/certificate-pool.ts';
import { namesSources } from '../../trust/revocation/addresses.ts';
import { type CertificationPath, findPath } from '../../trust/certification-path.ts';
import { isExemptResponder } from '../../trust/ocsp/exempt-responder.ts';
import type { RevocationVerdict } from '../../trust/path-options.ts';
import type { CertificateStatus, RevocationEvidence } from './evidence.ts';

export interface LinkStatus extends CertificateStatus {
  readonly certificate: Certificate;
}

export interface ChainStatus {
  readonly status: CertificateStatus['status'];
  /** The certificate that decides; null where all are good. */
  readonly decisive: LinkStatus | null;
  /** The oldest of the answers that hold no longer; null where all are known for the time asked. */
  readonly stale: LinkStatus | null;
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

/** Those who speak for those who speak. */
const MAX_SPEAKERS = 3;

/** By when things are judged, and with what. */
export interface ChainSurroundings {
  readonly at: Date;
  /**
   * For a time-stamp authority: the time that it stamped. How fresh an answer about it must be is a
   * constraint of the policy (EN 319 102-1 5.2.5); here it must have held then, or have been given later.
   * What is known of a revocation until `at` counts all the same. Absent: `at`.
   */
  readonly usedAt?: Date | null;
  readonly pool: CertificatePool;
  readonly evidence: RevocationEvidence;
}

/** The certificate's path and its status; where a link of it was revoked, those of another path without one. */
export function judgedChain(
  certificate: Certificate | null,
  surroundings: ChainSurroundings,
): JudgedChain {
  if (certificate === null) return { path: null, revocation: null };
  const { at, pool } = surroundings;
  const path = findPath(certificate, pool, at);
  const revocation = chainStatus(path, surroundings);
  if (revocation?.status !== 'revoked') return { path, revocation };
  const asked = new Map<string, RevocationVerdict>();
  const verdict = (link: Certificate, issuer: Certificate, others: readonly Certificate[]) => {
    const key = `${link.sha256} ${issuer.sha256}`;
    const known = asked.get(key);
    if (known !== undefined || asked.size >= MAX_LINKS) return known ?? 'revoked';
    const status = linkStatus(link, issuer, others, surroundings)?.status;
    asked.set(key, status === 'revoked' ? 'revoked' : 'good');
    return status === 'revoked' ? 'revoked' : 'good';
  };
  const other = findPath(certificate, pool, at, { revocation: verdict });
  if (other.failure !== null) return { path, revocation };
  return { path: other, revocation: chainStatus(other, surroundings) };
}

/**
 * The status of a signer whose certificate alone is out of its time, as of the nearest time at which it was not
 * (EN 319 102-1 5.2.6.4: OUT_OF_BOUNDS_NOT_REVOKED); null where the path has another fault, or nothing is known.
 */
export function statusWhileValid(
  path: CertificationPath | null,
  { pool, evidence }: Pick<ChainSurroundings, 'pool' | 'evidence'>,
): ChainStatus | null {
  const failure = path?.failure ?? null;
  const [signer] = path?.certificates ?? [];
  if (signer === undefined || failure?.certificate.sha256 !== signer.sha256) return null;
  const outOfBounds = failure.fault === 'expired' || failure.fault === 'not-yet-valid';
  if (!outOfBounds) return null;
  const at = failure.fault === 'expired' ? signer.notAfter : signer.notBefore;
  const { revocation } = judgedChain(signer, { at, pool, evidence });
  return revocation?.status === 'unknown' ? null : revocation;
}

/** Null for a path that leads to no anchor or is not valid: there is nothing to ask about. */
function chainStatus(
  path: CertificationPath | null,
  surroundings: ChainSurroundings,
): ChainStatus | null {
  if (path === null || path.failure !== null) return null;
  const links: LinkStatus[] = [];
  path.certificates.forEach((certificate, index) => {
    const issuer = path.certificates[index + 1];
    if (issuer === undefined) return;
    const status = linkStatus(certificate, issuer, path.certificates, surroundings);
    if (status !== null) links.push({ ...status, certificate });
  });
  const gravest = [...links].sort((a, b) => GRAVITY[b.status] - GRAVITY[a.status])[0];
  const stale = oldest(links.filter((link) => link.stale));
  if (gravest === undefined || gravest.status === 'good') {
    return { status: 'good', decisive: null, stale, links };
  }
  return { status: gravest.status, decisive: gravest, stale, links };
}

function oldest(links: readonly LinkStatus[]): LinkStatus | null {
  const time = ({ answer }: LinkStatus): number => answer?.thisUpdate.getTime() ?? 0;
  return [...links].sort((a, b) => time(a) - time(b))[0] ?? null;
}

/** Null for a certificate that nobody need ask about (RFC 6960 4.2.2.2.1). */
function linkStatus(
  certificate: Certificate,
  issuer: Certificate,
  others: readonly Certificate[],
  surroundings: ChainSurroundings,
  heard: ReadonlySet<string> = new Set(),
): CertificateStatus | null {
  // As a responder only: who also signs documents is asked about for that.
  if (heard.size > 0 && isExemptResponder(certificate)) return null;
  const { at, usedAt, evidence } = surroundings;
  // Nobody speaks for itself, nor two for each other.
  const hearing = new Set([...heard, certificate.sha256]);
  const accepts = (speaker: Certificate, spokeAt: Date): boolean =>
    hearing.size <= MAX_SPEAKERS &&
    !hearing.has(speaker.sha256) &&
    maySpeak(speaker, { ...surroundings, at: spokeAt }, hearing);
  return evidence.statusOf(certificate, issuer, {
    ...{ at, others, accepts },
    usedAt: usedAt !== null && usedAt !== undefined && usedAt < at ? usedAt : at,
  });
}

/**
 * Whether a responder or CRL issuer has a path to an anchor and was not revoked itself. Where its
 * certificate names nobody to ask, that nothing is known of it is no fault (RFC 6960 4.2.2.2.1).
 */
function maySpeak(
  speaker: Certificate,
  surroundings: ChainSurroundings,
  heard: ReadonlySet<string>,
): boolean {
  const { at, usedAt, pool } = surroundings;
  const now = findPath(speaker, pool, at);
  const path = now.failure === null || !usedAt ? now : findPath(speaker, pool, usedAt);
  const [, issuer] = path.certificates;
  if (path.failure !== null) return false;
  if (issuer === undefined) return true;
  const status = linkStatus(speaker, issuer, path.certificates, surroundings, heard)?.status;
  if (status === undefined || status === 'good' || status === 'revoked-later') return true;
  return status === 'unknown' && !namesSources(speaker);
}
