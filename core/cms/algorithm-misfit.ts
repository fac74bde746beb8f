// Algorithms that a signer names and that do not go together: EdDSA comes with one digest for each curve (RFC 8419 2.3,
// 3.1), and who protects the names of his algorithms in an attribute names the same ones there (RFC 6211 2).
import { hashOf } from './algorithms.ts';
import { singleValue } from './attributes.ts';
import { type BerElement, contextTag, cursorOver, TAG } from './ber.ts';
import { oidOf } from './ber-values.ts';
import { OID } from './oids.ts';
import type { PublicKey } from './public-key.ts';
import type { SignerInfo } from './signer-info.ts';

const EDDSA: Partial<Record<PublicKey['kind'], { name: string; digest: string; told: string }>> = {
  ed25519: { name: 'Ed25519', digest: 'sha512', told: 'SHA-512' },
  ed448: { name: 'Ed448', digest: 'shake256', told: 'SHAKE256' },
};

/** What does not go together, in names of the standards; null where all does. Throws CMS_MALFORMED. */
export function algorithmMisfit(
  { signedAttributes, digestAlgorithm, signatureAlgorithm }: SignerInfo,
  key: PublicKey | null,
): string | null {
  if (signedAttributes === null) return null;
  const curve = key === null ? undefined : EDDSA[key.kind];
  if (curve !== undefined && hashOf(digestAlgorithm) !== curve.digest) {
    const named = hashOf(digestAlgorithm) ?? digestAlgorithm.oid;
    return `${curve.name}: ${named} ≠ ${curve.told}`;
  }
  const value = singleValue(signedAttributes, OID.cmsAlgorithmProtection);
  if (value === null) return null;
  const cursor = cursorOver(value, TAG.SEQUENCE);
  const digest = algorithmIn(cursor.next(TAG.SEQUENCE));
  // A MAC's algorithm is no signature's.
  const signature = cursor.optional(contextTag(1));
  if (digest === digestAlgorithm.oid) {
    if (signature !== null && algorithmIn(signature) === signatureAlgorithm.oid) return null;
  }
  return 'cms-algorithm-protection';
}

/** Parameters are not compared: NULL and none mean the same, and writers differ. */
function algorithmIn(element: BerElement): string {
  return oidOf(cursorOver(element, element.tag).next(TAG.OID));
}
