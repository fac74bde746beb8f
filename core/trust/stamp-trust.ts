// Whether a time-stamp authority is one that somebody vouches for: its certificate leads to an anchor, or
// was named by itself beside its address (an office's own authority, whose root need not be trusted for
// anything else). A stamp of anybody else proves nothing to whoever verifies later (ETSI EN 319 102-1 5.4).
import type { Certificate } from '../cms/certificate.ts';
import type { UsableStamp } from '../cms/timestamp-response.ts';
import type { HttpClient } from '../ports/http-client.ts';
import { findIssuers } from './aia.ts';
import { CertificatePool } from './certificate-pool.ts';
import { findPath } from './certification-path.ts';
import type { StampAuthority } from './timestamping.ts';

export interface StampTrust {
  /** DER. */
  readonly anchors: readonly Uint8Array[];
  /** SHA-256 of anchors that are not at hand. */
  readonly pinned: readonly string[];
  /** Whether practice mode asks: outside of it no certificate made for practice is trusted. */
  readonly practice?: boolean;
  /** Fetches issuers that a token does not bring along. */
  readonly http: HttpClient;
}

/** Throws CERT_MALFORMED for an anchor that cannot be read; what is returned throws CANCELLED. */
export function trustsStamps({ anchors, pinned, practice = false, http }: StampTrust) {
  const given = new CertificatePool(anchors, pinned, practice);
  return async (
    { certificate, token }: UsableStamp,
    { certificate: named }: StampAuthority,
    signal?: AbortSignal,
  ): Promise<boolean> => {
    if (named !== undefined) return named === certificate.sha256;
    if (!given.hasAnchors) return false;
    const along = token.signedData.certificates;
    const leads = (more: readonly Certificate[]): boolean => {
      // One of its own: what one answer brings along is not kept for the next.
      const pool = new CertificatePool(anchors, pinned, practice);
      for (const { der } of more) pool.read(der);
      const { anchor, failure } = findPath(certificate, pool, token.time);
      return anchor !== null && failure === null;
    };
    if (leads([certificate, ...along])) return true;
    const services = signal === undefined ? { http } : { http, signal };
    const { issuers } = await findIssuers(certificate, along, services);
    return leads([certificate, ...along, ...issuers]);
  };
}
