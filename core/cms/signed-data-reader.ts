// Reads a SignedData out of a ContentInfo (RFC 5652 3, 5.1). The input may be anything.
import { type BerElement, contextTag, cursorOver, membersOf, readBer, TAG } from './ber.ts';
import { octetsOf, oidOf, smallIntegerOf } from './ber-values.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { CmsError } from './cms-error.ts';
import { OID } from './oids.ts';
import { readSignerInfo, type SignerInfo } from './signer-info.ts';

/** A signature with its chain, time stamp and revocation data takes tens of kilobytes. */
const MAX_BYTES = 8 << 20;
const MAX_CERTIFICATES = 256;

/** Turns DER into a certificate; lets many signatures of one document share what was read. */
export type CertificateReader = (der: Uint8Array) => Certificate;

export interface RevocationValues {
  readonly ocsp: readonly Uint8Array[];
  readonly crl: readonly Uint8Array[];
}

export interface SignedData {
  readonly contentType: string;
  /** The encapsulated content; null for a detached signature. */
  readonly content: Uint8Array | null;
  /** Every X.509 certificate that can be read, in their order. */
  readonly certificates: readonly Certificate[];
  /** Kinds of revocation data in the `crls` field. */
  readonly revocation: readonly ('ocsp' | 'crl')[];
  /** The same as DER: OCSPResponse, CertificateList. */
  readonly revocationValues: RevocationValues;
  readonly signers: readonly SignerInfo[];
}

/**
 * Reads the ContentInfo at the start of `bytes`; only zeros may follow it, as padding of /Contents.
 * Throws CMS_MALFORMED.
 */
export function readSignedData(
  bytes: Uint8Array,
  certificateReader: CertificateReader = readCertificate,
): SignedData {
  if (bytes.length > MAX_BYTES) throw new CmsError('CMS_MALFORMED');
  const contentInfo = readBer(bytes);
  for (let i = contentInfo.bytes.length; i < bytes.length; i++) {
    if (bytes[i] !== 0) throw new CmsError('CMS_MALFORMED');
  }
  return readContentInfo(contentInfo, certificateReader);
}

/** The same for a ContentInfo inside another structure. Throws CMS_MALFORMED. */
export function readContentInfo(
  element: BerElement,
  certificateReader: CertificateReader = readCertificate,
): SignedData {
  const outer = cursorOver(element, TAG.SEQUENCE);
  if (oidOf(outer.next()) !== OID.signedData) throw new CmsError('CMS_MALFORMED');
  const cursor = cursorOver(cursorOver(outer.next(), contextTag(0)).next(), TAG.SEQUENCE);
  smallIntegerOf(cursor.next(TAG.INTEGER));
  cursor.next(TAG.SET);
  const encapsulated = cursorOver(cursor.next(), TAG.SEQUENCE);
  const contentType = oidOf(encapsulated.next());
  const content = encapsulated.optional(contextTag(0));
  const certificates = cursor.optional(contextTag(0));
  const crls = cursor.optional(contextTag(1));
  const signers = membersOf(cursor.next(), TAG.SET).map(readSignerInfo);
  cursor.end();
  return {
    contentType,
    content: content === null ? null : octetsOf(cursorOver(content, contextTag(0)).next()),
    certificates: certificates === null ? [] : readCertificates(certificates, certificateReader),
    ...readRevocation(crls),
    signers,
  };
}

/** CertificateSet (10.2.3). What is no X.509 certificate, or a broken one, cannot be the signer's and is passed over. */
function readCertificates(set: BerElement, read: CertificateReader): Certificate[] {
  const members = membersOf(set, contextTag(0));
  if (members.length > MAX_CERTIFICATES) throw new CmsError('CMS_MALFORMED');
  const certificates: Certificate[] = [];
  for (const { tag, bytes } of members) {
    if (tag !== TAG.SEQUENCE) continue;
    try {
      certificates.push(read(bytes));
    } catch (error) {
      if (!(error instanceof CmsError)) throw error;
    }
  }
  return certificates;
}

/** RevocationInfoChoices (10.2.1): plain CRLs, and OCSP responses by RFC 5940. */
function readRevocation(
  set: BerElement | null,
): Pick<SignedData, 'revocation' | 'revocationValues'> {
  const ocsp: Uint8Array[] = [];
  const crl: Uint8Array[] = [];
  for (const choice of set === null ? [] : membersOf(set, contextTag(1))) {
    if (choice.tag === TAG.SEQUENCE) crl.push(choice.bytes);
    else if (choice.tag === contextTag(1)) {
      const other = cursorOver(choice, contextTag(1));
      if (oidOf(other.next()) === OID.ocspResponseInCms) ocsp.push(other.next().bytes);
    }
  }
  const kinds = new Set<'ocsp' | 'crl'>();
  if (crl.length > 0) kinds.add('crl');
  if (ocsp.length > 0) kinds.add('ocsp');
  return { revocation: [...kinds], revocationValues: { ocsp, crl } };
}
