// The signature policy that a signer says to have followed (ETSI EN 319 122-1 5.2.9.1, signature-policy-identifier).
import { singleValue } from './attributes.ts';
import { cursorOver, TAG } from './ber.ts';
import { oidOf } from './ber-values.ts';
import { OID } from './oids.ts';
import type { SignerInfo } from './signer-info.ts';

/** Its OID; null where none is named (signaturePolicyImplied names none either). Throws CMS_MALFORMED. */
export function signaturePolicyOf({ signedAttributes }: SignerInfo): string | null {
  const value =
    signedAttributes === null ? null : singleValue(signedAttributes, OID.signaturePolicyIdentifier);
  if (value?.tag !== TAG.SEQUENCE) return null;
  return oidOf(cursorOver(value, TAG.SEQUENCE).next(TAG.OID));
}
