// Which revocation data a signature carries inside itself (ISO 32000-2 12.8.3.3.2; RFC 5652 5.1). Found, not judged.
import { singleValue } from './attributes.ts';
import { contextTag, membersOf, TAG } from './ber.ts';
import { OID } from './oids.ts';
import type { SignedData } from './signed-data-reader.ts';
import type { SignerInfo } from './signer-info.ts';

/** Kinds found in the adbe-revocationInfoArchival attribute and in `crls`. Throws CMS_MALFORMED. */
export function embeddedRevocation(
  { revocation }: SignedData,
  { signedAttributes }: SignerInfo,
): readonly ('ocsp' | 'crl')[] {
  const kinds = new Set(revocation);
  const archival =
    signedAttributes === null
      ? null
      : singleValue(signedAttributes, OID.adbeRevocationInfoArchival);
  // RevocationInfoArchival ::= SEQUENCE { crl [0], ocsp [1], otherRevInfo [2], all OPTIONAL }
  for (const { tag } of archival === null ? [] : membersOf(archival, TAG.SEQUENCE)) {
    if (tag === contextTag(0)) kinds.add('crl');
    if (tag === contextTag(1)) kinds.add('ocsp');
  }
  return [...kinds].sort();
}
