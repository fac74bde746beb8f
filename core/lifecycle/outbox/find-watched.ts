// Finds the certificates by which a report's revocation is watched: the reported one where it is kept, its issuer
// among those that are known here, else where the certificate itself says that its issuer is (RFC 5280 4.2.2.1).
import { type Certificate, readCertificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import type { RevocationRequest } from '../../domain/revocation-request.ts';
import type { OutboxReport } from '../../ports/outbox-store.ts';
import { findIssuers, type IssuerServices } from '../../trust/aia.ts';
import { isIssuedBy } from '../../trust/signed-by.ts';

export type Watched = NonNullable<OutboxReport['watched']>;
export type FindWatched = (request: RevocationRequest) => Promise<Watched | null>;

export interface WatchSources {
  /** DER of certificates kept with the case, or seen on this computer; in no order. */
  readonly kept: (request: RevocationRequest) => Promise<readonly Uint8Array[]>;
  /** DER of authorities: trust anchors, and what came along with signed documents. */
  readonly authorities: readonly Uint8Array[];
  readonly services: IssuerServices;
}

/**
 * Null where the certificate is nowhere, or its issuer is not found. That an issuer was found says nothing of trust:
 * it has signed the certificate, and so may say that it is revoked.
 */
export function watchedFinder({ kept, authorities, services }: WatchSources): FindWatched {
  return async (request) => {
    const { sha256, serial } = request.certificate;
    const own = readable(await kept(request));
    const certificate = own.find(
      (one) => one.serial === serial && (sha256 === null || one.sha256 === sha256),
    );
    if (certificate === undefined) return null;
    const known = [...own, ...readable(authorities)];
    const issuer =
      known.find((one) => isIssuedBy(certificate, one)) ??
      (await findIssuers(certificate, known, services)).issuers[0];
    return issuer === undefined ? null : { certificate: certificate.der, issuer: issuer.der };
  };
}

function readable(all: readonly Uint8Array[]): Certificate[] {
  return all.flatMap((der) => {
    try {
      return [readCertificate(der)];
    } catch (thrown) {
      if (thrown instanceof CmsError) return [];
      throw thrown;
    }
  });
}
