// Revocation data that a signature carries inside itself (ISO 32000-2 12.8.3.3.2; RFC 5652 5.1): written,
// and found again. Nothing is judged here.
//
// RevocationInfoArchival ::= SEQUENCE {
//   crl          [0] EXPLICIT SEQUENCE OF CRLs OPTIONAL,
//   ocsp         [1] EXPLICIT SEQUENCE OF OCSPResponse OPTIONAL,
//   otherRevInfo [2] EXPLICIT SEQUENCE OF OtherRevInfo OPTIONAL }
import { singleValue } from './attributes.ts';
import { type BerElement, contextTag, cursorOver, membersOf, TAG } from './ber.ts';
import { der, derSequence } from './der-writer.ts';
import { OID } from './oids.ts';
import type { SignedData } from './signed-data-reader.ts';
import type { SignerInfo } from './signer-info.ts';

export interface RevocationInfo {
  /** DER of OCSPResponse (RFC 6960 4.2.1). */
  readonly ocsp: readonly Uint8Array[];
  /** DER of CertificateList (RFC 5280 5.1). */
  readonly crl: readonly Uint8Array[];
}

export const NO_REVOCATION: RevocationInfo = { ocsp: [], crl: [] };

/** DER of the attribute's value. */
export function revocationInfoArchival({ ocsp, crl }: RevocationInfo): Uint8Array {
  return derSequence(
    ...(crl.length === 0 ? [] : [der(contextTag(0), derSequence(...crl))]),
    ...(ocsp.length === 0 ? [] : [der(contextTag(1), derSequence(...ocsp))]),
  );
}

/** What the adbe-revocationInfoArchival attribute holds. Throws CMS_MALFORMED. */
export function archivedRevocation(signer: SignerInfo): RevocationInfo {
  const archival = attributeOf(signer);
  if (archival === null) return NO_REVOCATION;
  const cursor = cursorOver(archival, TAG.SEQUENCE);
  const list = (n: number): Uint8Array[] => {
    const tagged = cursor.optional(contextTag(n));
    if (tagged === null) return [];
    const members = membersOf(cursorOver(tagged, contextTag(n)).next(), TAG.SEQUENCE);
    return members.map(({ bytes }) => bytes);
  };
  const crl = list(0);
  return { crl, ocsp: list(1) };
}

/**
 * Kinds named in the adbe-revocationInfoArchival attribute and in `crls`; what they hold is not looked at.
 * Throws CMS_MALFORMED.
 */
export function embeddedRevocation(
  { revocation }: SignedData,
  signer: SignerInfo,
): readonly ('ocsp' | 'crl')[] {
  const kinds = new Set(revocation);
  const archival = attributeOf(signer);
  for (const { tag } of archival === null ? [] : membersOf(archival, TAG.SEQUENCE)) {
    if (tag === contextTag(0)) kinds.add('crl');
    if (tag === contextTag(1)) kinds.add('ocsp');
  }
  return [...kinds].sort();
}

function attributeOf({ signedAttributes }: SignerInfo): BerElement | null {
  return signedAttributes === null
    ? null
    : singleValue(signedAttributes, OID.adbeRevocationInfoArchival);
}
