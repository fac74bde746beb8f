// Reads certificate revocation lists (RFC 5280 5.1, 5.2). Entries are left where they stand: a list of
// 50 MB is read in no time, and searched without turning a million entries into objects.
import { type AlgorithmIdentifier, readAlgorithm } from '../../cms/algorithms.ts';
import {
  type BerCursor,
  type BerElement,
  contextTag,
  cursorOver,
  readWholeBer,
  TAG,
} from '../../cms/ber.ts';
import {
  bitStringOctetsOf,
  equalBytes,
  integerHexOf,
  smallIntegerOf,
  timeOf,
} from '../../cms/ber-values.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { type Extensions, readExtensions } from '../../cms/extensions.ts';
import { readName } from '../../cms/name.ts';
import { OID } from '../../cms/oids.ts';
import { timeIn } from '../revocation/judgement.ts';
import { TrustError } from '../trust-error.ts';
import {
  type CrlScope,
  type DistributionPoint,
  readDistributionPoints,
  readScope,
} from './distribution-point.ts';

/** As much as is fetched. */
export const MAX_CRL_BYTES = 64 << 20;

export interface CertificateList {
  readonly der: Uint8Array;
  /** `CN=..., O=..., C=ID`. */
  readonly issuer: string;
  readonly issuerKey: string;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  /** Content of revokedCertificates; empty where nothing is revoked. */
  readonly entries: Uint8Array;
  /** CRLNumber; null where there is none. */
  readonly number: bigint | null;
  /** BaseCRLNumber of a delta CRL; null for a complete one. */
  readonly deltaBase: bigint | null;
  readonly authorityKeyId: string | null;
  readonly scope: CrlScope | null;
  /** Encoding of the scope, which a delta CRL must share; empty where there is none. */
  readonly scopeDer: Uint8Array;
  /** Where delta CRLs are. */
  readonly freshest: readonly DistributionPoint[];
  /** expiredCertsOnCRL: it still lists those revoked that ended from then on; null where it does not say so. */
  readonly endedSince: Date | null;
  readonly hasUnknownCritical: boolean;
  readonly algorithmsAgree: boolean;
  /** What the issuer signed, how, and the value. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

const KNOWN: ReadonlySet<string> = new Set([
  OID.authorityKeyIdentifier,
  OID.issuerAltName,
  OID.crlNumber,
  OID.deltaCrlIndicator,
  OID.issuingDistributionPoint,
  OID.freshestCrl,
  OID.expiredCertsOnCrl,
]);

/** Throws CRL_MALFORMED. */
export function readCertificateList(der: Uint8Array): CertificateList {
  try {
    if (der.length > MAX_CRL_BYTES) throw new CmsError('CMS_MALFORMED');
    return read(der);
  } catch (error) {
    if (error instanceof CmsError) throw new TrustError('CRL_MALFORMED', {}, { cause: error });
    throw error;
  }
}

function read(der: Uint8Array): CertificateList {
  const outer = cursorOver(readWholeBer(der), TAG.SEQUENCE);
  const tbs = outer.next(TAG.SEQUENCE);
  const algorithm = outer.next();
  const signature = bitStringOctetsOf(outer.next());
  outer.end();
  const cursor = cursorOver(tbs, TAG.SEQUENCE);
  const version = cursor.optional(TAG.INTEGER);
  if (version !== null && smallIntegerOf(version) !== 1) throw new CmsError('CMS_MALFORMED');
  const innerAlgorithm = cursor.next();
  const issuerElement = cursor.next();
  const issuer = readName(issuerElement);
  const thisUpdate = timeOf(cursor.next());
  const nextUpdate = readOptionalTime(cursor);
  const entries = cursor.optional(TAG.SEQUENCE);
  if (entries?.indefinite) throw new CmsError('CMS_MALFORMED');
  const tagged = cursor.optional(contextTag(0));
  cursor.end();
  const extensions = readExtensions(
    tagged === null ? null : cursorOver(tagged, contextTag(0)).next(),
  );
  return {
    der,
    issuer: issuer.text,
    issuerKey: issuer.key,
    thisUpdate,
    nextUpdate,
    entries: entries?.content ?? new Uint8Array(0),
    ...readKnown(extensions, issuerElement),
    hasUnknownCritical: [...extensions.all].some(
      ([oid, { critical }]) => critical && !KNOWN.has(oid),
    ),
    algorithmsAgree: equalBytes(innerAlgorithm.bytes, algorithm.bytes),
    tbs: tbs.bytes,
    signatureAlgorithm: readAlgorithm(algorithm),
    signature,
  };
}

function readOptionalTime(cursor: BerCursor): Date | null {
  const time = cursor.optional(TAG.UTC_TIME) ?? cursor.optional(TAG.GENERALIZED_TIME);
  return time === null ? null : timeOf(time);
}

function readKnown({ all, authorityKeyId }: Extensions, issuer: BerElement) {
  const value = (oid: string): Uint8Array | null => all.get(oid)?.value ?? null;
  const number = (oid: string): bigint | null => {
    const found = value(oid);
    if (found === null) return null;
    // RFC 5280 5.2.3: at most 20 octets.
    if (found.length > 32) throw new CmsError('CMS_MALFORMED');
    return BigInt(`0x${integerHexOf(readWholeBer(found))}`);
  };
  const scope = value(OID.issuingDistributionPoint);
  const freshest = value(OID.freshestCrl);
  return {
    number: number(OID.crlNumber),
    deltaBase: number(OID.deltaCrlIndicator),
    authorityKeyId,
    scope: scope === null ? null : readScope(scope, issuer),
    scopeDer: scope ?? new Uint8Array(0),
    endedSince: timeIn(all.get(OID.expiredCertsOnCrl)?.value),
    freshest: freshest === null ? [] : readDistributionPoints(freshest, issuer),
  };
}
