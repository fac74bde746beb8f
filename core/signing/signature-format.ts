// The two forms in which a signature is written: PAdES, and the older one that BSrE's own service writes
// (ISO 32000-2 12.8.3.3), for those who read nothing else.
import { NO_REVOCATION, type RevocationInfo } from '../cms/revocation-archival.ts';
import {
  adbeAttributes,
  PADES_ATTRIBUTES,
  type SignedAttributesOptions,
} from '../cms/signed-attributes.ts';

export type SignatureFormat = 'pades' | 'adbe.pkcs7.detached';

export interface SignatureForm {
  readonly subFilter: 'ETSI.CAdES.detached' | 'adbe.pkcs7.detached';
  readonly attributes: SignedAttributesOptions;
}

/** @param revocation what the older form carries inside; PAdES has its place for it elsewhere */
export function formOf(
  format: SignatureFormat = 'pades',
  revocation: RevocationInfo = NO_REVOCATION,
): SignatureForm {
  return format === 'pades'
    ? { subFilter: 'ETSI.CAdES.detached', attributes: PADES_ATTRIBUTES }
    : { subFilter: 'adbe.pkcs7.detached', attributes: adbeAttributes(revocation) };
}
