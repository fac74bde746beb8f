// What a /SubFilter says that /Contents holds (ISO 32000-2 12.8.3, table 260; ETSI EN 319 142-1 5.3, 6.3).
import type { SignatureValue } from '../pdf/signature-value.ts';

export type SignatureFormat =
  /** ETSI.CAdES.detached */
  | 'pades'
  /** adbe.pkcs7.detached */
  | 'cms'
  /** adbe.pkcs7.sha1: the CMS signs the SHA-1 digest of the byte range as its content. */
  | 'pkcs7-sha1'
  /** ETSI.RFC3161: a time-stamp token over the byte range. */
  | 'rfc3161'
  /** adbe.x509.rsa_sha1: an RSA value over the byte range, no CMS; its certificates stand in /Cert. */
  | 'plain-value'
  | 'unsupported';

const FORMATS: Readonly<Record<string, SignatureFormat>> = {
  'ETSI.CAdES.detached': 'pades',
  'adbe.pkcs7.detached': 'cms',
  'adbe.pkcs7.sha1': 'pkcs7-sha1',
  'ETSI.RFC3161': 'rfc3161',
  'adbe.x509.rsa_sha1': 'plain-value',
};

export function formatOf({ subFilter, type }: SignatureValue): SignatureFormat {
  const format = FORMATS[subFilter ?? ''] ?? 'unsupported';
  // A /Type /DocTimeStamp over a plain signature, or the reverse, is neither.
  return (type === 'docTimeStamp') === (format === 'rfc3161') ? format : 'unsupported';
}
