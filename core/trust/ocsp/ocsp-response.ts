// Reads OCSP answers (RFC 6960 4.2): whole ones, and the BasicOCSPResponse alone that old formats embed.
import { type AlgorithmIdentifier, readAlgorithm } from '../../cms/algorithms.ts';
import {
  type BerCursor,
  type BerElement,
  contextTag,
  cursorOver,
  membersOf,
  primitiveContextTag,
  readWholeBer,
  TAG,
} from '../../cms/ber.ts';
import {
  bitStringOctetsOf,
  hex,
  octetsOf,
  oidOf,
  smallIntegerOf,
  timeOf,
} from '../../cms/ber-values.ts';
import { type Certificate, readCertificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { type Extensions, readExtensions } from '../../cms/extensions.ts';
import { readName } from '../../cms/name.ts';
import { OID } from '../../cms/oids.ts';
import { reasonOf, type Revocation } from '../revocation/judgement.ts';
import { TrustError } from '../trust-error.ts';
import { type CertId, readCertId } from './cert-id.ts';

const MAX_BYTES = 4 << 20;
/** A responder's chain; each has to be read, and may have to be verified. */
const MAX_CERTIFICATES = 8;
/** Responders answer about one certificate (RFC 5019 2.1.1), or the few that they are asked about at once. */
const MAX_ANSWERS = 64;
/** OCSPResponseStatus by value; 4 is not used. */
const STATUSES: Readonly<Record<number, string>> = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
};

export interface SingleResponse {
  readonly certId: CertId;
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly revocation: Revocation | null;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly extensions: Extensions;
}

export interface OcspResponse {
  /** As given to readOcspResponse. */
  readonly der: Uint8Array;
  /** Exactly one of the two; the key identifier in hexadecimal. */
  readonly responderName: string | null;
  readonly responderKeyId: string | null;
  readonly producedAt: Date;
  readonly responses: readonly SingleResponse[];
  readonly extensions: Extensions;
  /** What the responder signed, how, and the value. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly certificates: readonly Certificate[];
}

/** Throws OCSP_MALFORMED, or OCSP_REFUSED for an answer that says the responder gives none. */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  try {
    if (der.length > MAX_BYTES) throw new CmsError('CMS_MALFORMED');
    return read(der);
  } catch (error) {
    if (error instanceof CmsError) throw new TrustError('OCSP_MALFORMED', {}, { cause: error });
    throw error;
  }
}

function read(der: Uint8Array): OcspResponse {
  const outer = readWholeBer(der);
  const cursor = cursorOver(outer, TAG.SEQUENCE);
  const status = cursor.optional(TAG.ENUMERATED);
  if (status === null) return readBasic(outer, der);
  const value = smallIntegerOf({ ...status, tag: TAG.INTEGER });
  if (value !== 0) throw new TrustError('OCSP_REFUSED', { status: STATUSES[value] ?? value });
  const bytes = cursorOver(cursorOver(cursor.next(), contextTag(0)).next(), TAG.SEQUENCE);
  if (oidOf(bytes.next()) !== OID.ocspBasic) throw new CmsError('CMS_MALFORMED');
  return readBasic(readWholeBer(octetsOf(bytes.next())), der);
}

function readBasic(element: BerElement, der: Uint8Array): OcspResponse {
  const outer = cursorOver(element, TAG.SEQUENCE);
  const tbs = outer.next(TAG.SEQUENCE);
  const signatureAlgorithm = readAlgorithm(outer.next());
  const signature = bitStringOctetsOf(outer.next());
  const certificates = outer.optional(contextTag(0));
  outer.end();
  const cursor = cursorOver(tbs, TAG.SEQUENCE);
  cursor.optional(contextTag(0)); // version
  const responder = cursor.next();
  const inside = cursorOver(responder, responder.tag).next();
  const byName = responder.tag === contextTag(1);
  if (!byName && responder.tag !== contextTag(2)) throw new CmsError('CMS_MALFORMED');
  const producedAt = timeOf(cursor.next(TAG.GENERALIZED_TIME));
  const singles = membersOf(cursor.next(), TAG.SEQUENCE);
  if (singles.length > MAX_ANSWERS) throw new CmsError('CMS_MALFORMED');
  const responses = singles.map(readSingle);
  const extensions = readTagged(cursor, 1);
  cursor.end();
  return {
    der,
    responderName: byName ? readName(inside).key : null,
    responderKeyId: byName ? null : hex(octetsOf(inside)),
    producedAt,
    responses,
    extensions,
    tbs: tbs.bytes,
    signatureAlgorithm,
    signature,
    certificates: certificates === null ? [] : readCertificates(certificates),
  };
}

function readSingle(element: BerElement): SingleResponse {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const certId = readCertId(cursor.next());
  const status = cursor.next();
  const thisUpdate = timeOf(cursor.next(TAG.GENERALIZED_TIME));
  const next = cursor.optional(contextTag(0));
  const nextUpdate = next === null ? null : timeOf(cursorOver(next, contextTag(0)).next());
  const extensions = readTagged(cursor, 1);
  cursor.end();
  return { certId, ...readStatus(status), thisUpdate, nextUpdate, extensions };
}

function readStatus(element: BerElement): Pick<SingleResponse, 'status' | 'revocation'> {
  if (element.tag === primitiveContextTag(0)) return { status: 'good', revocation: null };
  if (element.tag === primitiveContextTag(2)) return { status: 'unknown', revocation: null };
  const cursor = cursorOver(element, contextTag(1));
  const at = timeOf(cursor.next(TAG.GENERALIZED_TIME));
  const tagged = cursor.optional(contextTag(0));
  const value = tagged === null ? null : cursorOver(tagged, contextTag(0)).next(TAG.ENUMERATED);
  const reason = value === null ? null : reasonOf(smallIntegerOf({ ...value, tag: TAG.INTEGER }));
  return { status: 'revoked', revocation: { at, reason, invalidityDate: null } };
}

/** `[n] EXPLICIT Extensions OPTIONAL`. */
function readTagged(cursor: BerCursor, n: number): Extensions {
  const tagged = cursor.optional(contextTag(n));
  return readExtensions(tagged === null ? null : cursorOver(tagged, contextTag(n)).next());
}

/** One that cannot be read cannot be the responder's, and is passed over. */
function readCertificates(tagged: BerElement): Certificate[] {
  const [list] = membersOf(tagged, contextTag(0));
  const members = list === undefined ? [] : membersOf(list, TAG.SEQUENCE);
  if (members.length > MAX_CERTIFICATES) throw new CmsError('CMS_MALFORMED');
  const certificates: Certificate[] = [];
  for (const { bytes } of members) {
    try {
      certificates.push(readCertificate(bytes));
    } catch (error) {
      if (!(error instanceof CmsError)) throw error;
    }
  }
  return certificates;
}
