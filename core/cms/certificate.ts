// X.509 certificates (RFC 5280 4.1): what they say, and whether one may be signed with.
import { createHash } from 'node:crypto';
import type { AlgorithmPreference, SignatureAlgorithm } from '../domain/signature-algorithm.ts';
import { bearsPracticeMark } from '../domain/practice-mark.ts';
import type { PenaError } from '../domain/pena-error.ts';
import { type AlgorithmIdentifier, readAlgorithm } from './algorithms.ts';
import {
  type BerCursor,
  contextTag,
  cursorOver,
  primitiveContextTag,
  readWholeBer,
  TAG,
} from './ber.ts';
import {
  bitStringOctetsOf,
  equalBytes,
  integerHexOf,
  smallIntegerOf,
  timeOf,
} from './ber-values.ts';
import { CmsError } from './cms-error.ts';
import { type Extensions, type KeyUsage, readExtensions } from './extensions.ts';
import { chooseAlgorithm } from './key-algorithms.ts';
import { type Name, readName } from './name.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';

export interface Certificate {
  readonly der: Uint8Array;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly sha256: string;
  /** 1, 2 or 3. */
  readonly version: number;
  /** `CN=..., O=..., C=ID`. */
  readonly subject: string;
  readonly issuer: string;
  /** The subject's common name, or the whole subject where it has none. */
  readonly commonName: string;
  readonly issuerCommonName: string;
  /** Equal for names that RFC 5280 7.1 calls equal. */
  readonly subjectKey: string;
  readonly issuerKey: string;
  /** Lower-case hexadecimal without a leading zero octet. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Null where the certificate does not limit its key. */
  readonly keyUsage: ReadonlySet<KeyUsage> | null;
  /** OIDs; null where the certificate does not limit its purposes. */
  readonly extendedKeyUsage: readonly string[] | null;
  readonly extensions: Extensions;
  readonly publicKey: PublicKey;
  /** DER of the SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  /** What the issuer signed, how, and the value. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  /** Whether the signed part names the same algorithm (RFC 5280 4.1.1.2). */
  readonly algorithmsAgree: boolean;
  readonly signature: Uint8Array;
}

/** The last ones read: signing asks several times about the same few, and reading takes its time. */
const kept = new Map<string, Certificate>();
const KEPT = 32;
const KEPT_OCTETS = 8192;

/** Reads a DER certificate. Throws CERT_MALFORMED. */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > KEPT_OCTETS) return readNew(der);
  const octets = Buffer.from(der.buffer, der.byteOffset, der.length).toString('latin1');
  const known = kept.get(octets);
  if (known !== undefined) return known;
  // A copy: the caller's array may be written to later.
  const certificate = readNew(Uint8Array.from(der));
  if (kept.size >= KEPT) kept.clear();
  kept.set(octets, certificate);
  return certificate;
}

function readNew(der: Uint8Array): Certificate {
  try {
    return read(der);
  } catch (error) {
    if (error instanceof CmsError) throw new CmsError('CERT_MALFORMED', {}, { cause: error });
    throw error;
  }
}

function read(der: Uint8Array): Certificate {
  const outer = cursorOver(readWholeBer(der), TAG.SEQUENCE);
  const tbs = outer.next(TAG.SEQUENCE);
  const algorithm = outer.next();
  const signature = bitStringOctetsOf(outer.next());
  outer.end();
  const cursor = cursorOver(tbs, TAG.SEQUENCE);
  const version = readVersion(cursor);
  const serial = integerHexOf(cursor.next());
  const innerAlgorithm = cursor.next();
  const issuer = readName(cursor.next());
  const validity = cursorOver(cursor.next(), TAG.SEQUENCE);
  const subject = readName(cursor.next());
  const publicKey = readPublicKey(cursor.next());
  const extensions = readLast(cursor);
  return {
    der,
    sha256: createHash('sha256').update(der).digest('hex'),
    version,
    ...names(subject, issuer),
    serial,
    notBefore: timeOf(validity.next()),
    notAfter: timeOf(validity.next()),
    keyUsage: extensions.keyUsage,
    extendedKeyUsage: extensions.extendedKeyUsage,
    extensions,
    publicKey,
    spki: publicKey.spki,
    tbs: tbs.bytes,
    signatureAlgorithm: readAlgorithm(algorithm),
    algorithmsAgree: equalBytes(innerAlgorithm.bytes, algorithm.bytes),
    signature,
  };
}

function readVersion(cursor: BerCursor): number {
  const tagged = cursor.optional(contextTag(0));
  return tagged === null ? 1 : smallIntegerOf(cursorOver(tagged, contextTag(0)).next()) + 1;
}

/** Unique identifiers, long out of use, and then the extensions. */
function readLast(cursor: BerCursor): Extensions {
  cursor.optional(primitiveContextTag(1));
  cursor.optional(primitiveContextTag(2));
  const tagged = cursor.optional(contextTag(3));
  cursor.end();
  return readExtensions(tagged === null ? null : cursorOver(tagged, contextTag(3)).next());
}

function names(subject: Name, issuer: Name) {
  return {
    subject: subject.text,
    issuer: issuer.text,
    commonName: subject.commonName || subject.text,
    issuerCommonName: issuer.commonName || issuer.text,
    subjectKey: subject.key,
    issuerKey: issuer.key,
  };
}

/**
 * The algorithm to sign with under this certificate's key: RSA keys use PKCS #1 v1.5 with SHA-256 where
 * nothing else is preferred.
 * Throws CERT_KEY_WEAK, or CMS_ALGORITHM_UNSUPPORTED for kinds and curves that are not made here.
 */
export function algorithmFor(
  { publicKey }: Certificate,
  preference: AlgorithmPreference = {},
): SignatureAlgorithm {
  return chooseAlgorithm(publicKey, preference);
}

/** Whether the key may make signatures that people answer for (RFC 5280 4.2.1.3). */
export function mayMakeSignatures({ keyUsage }: Certificate): boolean {
  return keyUsage === null || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation');
}

/**
 * Why this certificate cannot be signed with at that time; null when it can.
 * @param practice whether in practice mode: certificates made for it sign there and nowhere else
 */
export function refusalToSign(
  certificate: Certificate,
  at: Date,
  practice = false,
): PenaError | null {
  const { commonName: name, notBefore, notAfter } = certificate;
  if (at > notAfter)
    return new CmsError('CERT_EXPIRED', { name, notAfter: notAfter.toISOString() });
  if (at < notBefore) {
    return new CmsError('CERT_NOT_YET_VALID', { name, notBefore: notBefore.toISOString() });
  }
  if (!mayMakeSignatures(certificate)) {
    const isAuthority = certificate.extensions.basicConstraints?.ca === true;
    return new CmsError(isAuthority ? 'CERT_AUTHORITY' : 'CERT_KEY_USAGE', { name });
  }
  if (bearsPracticeMark(certificate.der) !== practice) {
    return new CmsError(practice ? 'CERT_NOT_PRACTICE' : 'CERT_PRACTICE', { name });
  }
  try {
    algorithmFor(certificate);
    return null;
  } catch (error) {
    if (error instanceof CmsError) return error;
    throw error;
  }
}
