// The addresses a certificate names for questions about it (RFC 5280 4.2.1.13, 4.2.1.15, 4.2.2.1).
import { cursorOver, membersOf, readWholeBer, TAG } from '../../cms/ber.ts';
import { oidOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { OID } from '../../cms/oids.ts';
import {
  type DistributionPoint,
  readDistributionPoints,
  readGeneralName,
} from '../crl/distribution-point.ts';
import { fieldsOf } from './certificate-fields.ts';

/** Certificates name one or two; a hostile one shall not send us all over the world. */
const MAX_ADDRESSES = 4;
const MAX_LENGTH = 2048;

export interface Addresses {
  readonly ocsp: readonly string[];
  readonly caIssuers: readonly string[];
  readonly crl: readonly string[];
  readonly deltaCrl: readonly string[];
}

/** Extensions that cannot be read name nothing. */
export function addressesOf(certificate: Certificate): Addresses {
  const access = attempt(() => readAccess(certificate)) ?? [];
  const points = (oid: string): readonly string[] =>
    attempt(() => {
      const value = certificate.extensions.all.get(oid)?.value;
      const { issuer } = fieldsOf(certificate);
      return value === undefined ? [] : urlsOf(readDistributionPoints(value, issuer));
    }) ?? [];
  const of = (method: string): readonly string[] =>
    usable(access.filter((one) => one.method === method).map(({ url }) => url));
  return {
    ocsp: of(OID.accessOcsp),
    caIssuers: of(OID.accessCaIssuers),
    crl: points(OID.crlDistributionPoints),
    deltaCrl: points(OID.freshestCrl),
  };
}

/**
 * Whether anybody is named who can be asked. Of a responder whose authority names nobody, and does not exempt
 * it either, nothing can be asked, and nothing that B-LT could hold is missing (RFC 6960 4.2.2.2.1, third case).
 */
export function namesSources(certificate: Certificate): boolean {
  const { ocsp, crl } = addressesOf(certificate);
  return ocsp.length + crl.length > 0;
}

export function urlsOf(points: readonly DistributionPoint[]): readonly string[] {
  return usable(points.flatMap(({ names }) => (names ?? []).map(({ url }) => url)));
}

function readAccess({ extensions }: Certificate): { method: string; url: string | null }[] {
  const value = extensions.all.get(OID.authorityInfoAccess)?.value;
  if (value === undefined) return [];
  return membersOf(readWholeBer(value), TAG.SEQUENCE).map((description) => {
    const cursor = cursorOver(description, TAG.SEQUENCE);
    return { method: oidOf(cursor.next()), url: readGeneralName(cursor.next()).url };
  });
}

/** http and https only: LDAP and FTP, where they are named, stand beside them. */
function usable(urls: readonly (string | null)[]): readonly string[] {
  const found = urls.filter(
    (url) => url !== null && url.length <= MAX_LENGTH && /^https?:\/\/[^/@]+(\/|$)/i.test(url),
  );
  return [...new Set(found)].slice(0, MAX_ADDRESSES).flatMap((url) => (url === null ? [] : [url]));
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof CmsError) return null;
    throw error;
  }
}
