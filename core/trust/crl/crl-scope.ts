// Whether a CRL speaks of a certificate at all, and of which reasons (RFC 5280 6.3.3 b, c, d).
import { equalBytes } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { OID } from '../../cms/oids.ts';
import { fieldsOf } from '../revocation/certificate-fields.ts';
import type { CertificateList } from './certificate-list.ts';
import {
  ALL_REASONS,
  directoryName,
  type DistributionPoint,
  type GeneralName,
  readDistributionPoints,
} from './distribution-point.ts';

/**
 * The certificate's distribution points, and last what 6.3.3 adds: any CRL of the certificate's own issuer.
 * Throws CMS_MALFORMED.
 */
export function pointsOf(certificate: Certificate): DistributionPoint[] {
  const value = certificate.extensions.all.get(OID.crlDistributionPoints)?.value;
  const named =
    value === undefined ? [] : readDistributionPoints(value, fieldsOf(certificate).issuer);
  const names = [directoryName(certificate.issuerKey)];
  return [...named, { names, reasons: ALL_REASONS, crlIssuers: null }];
}

/** The reasons this CRL covers for the certificate by this distribution point; 0: it is not meant. */
export function coveredReasons(
  list: CertificateList,
  point: DistributionPoint,
  certificate: Certificate,
): number {
  const { scope } = list;
  if (!isFromIssuer(list, point, certificate)) return 0;
  if (scope === null) return point.reasons;
  const isAuthority = certificate.extensions.basicConstraints?.ca ?? false;
  if (scope.onlyUserCertificates && isAuthority) return 0;
  if (scope.onlyAuthorities && !isAuthority) return 0;
  if (scope.onlyAttributeCertificates) return 0;
  if (scope.names !== null) {
    const wanted = point.names ?? point.crlIssuers ?? [];
    if (!shareName(scope.names, wanted)) return 0;
  }
  return scope.reasons & point.reasons;
}

function isFromIssuer(
  { issuerKey, scope }: CertificateList,
  { crlIssuers }: DistributionPoint,
  certificate: Certificate,
): boolean {
  if (crlIssuers === null) return issuerKey === certificate.issuerKey;
  const named = shareName(crlIssuers, [directoryName(issuerKey)]);
  return named && (scope?.indirect ?? false);
}

function shareName(some: readonly GeneralName[], others: readonly GeneralName[]): boolean {
  return some.some(({ key }) => others.some((other) => other.key === key));
}

/** Whether a delta CRL may be laid over a complete one (6.3.3 c; 5.2.4). */
export function completes(delta: CertificateList, complete: CertificateList): boolean {
  return (
    delta.deltaBase !== null &&
    complete.number !== null &&
    delta.number !== null &&
    delta.issuerKey === complete.issuerKey &&
    equalBytes(delta.scopeDer, complete.scopeDer) &&
    delta.authorityKeyId === complete.authorityKeyId &&
    complete.number >= delta.deltaBase &&
    complete.number <= delta.number
  );
}
