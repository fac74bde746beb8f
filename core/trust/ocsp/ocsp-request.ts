// Builds the question put to an OCSP responder (RFC 6960 4.1; RFC 5019 2.1; RFC 9654 2.1).
import type { Certificate } from '../../cms/certificate.ts';
import { der, derOctetString, derOid, derSequence } from '../../cms/der-writer.ts';
import { OID } from '../../cms/oids.ts';
import { buildCertId } from './cert-id.ts';

export interface OcspQuestion {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** SHA-1 is what every responder knows (RFC 5019 2.1.1); it names here, and protects nothing. */
  readonly hash: 'sha1' | 'sha256';
  /** Random bytes that tie the answer to the question; null lets a responder send one made in advance. */
  readonly nonce: Uint8Array | null;
}

/** DER of OCSPRequest. */
export function buildOcspRequest({ certificate, issuer, hash, nonce }: OcspQuestion): Uint8Array {
  const requestList = derSequence(derSequence(buildCertId(certificate, issuer, hash)));
  if (nonce === null) return derSequence(derSequence(requestList));
  const extension = derSequence(derOid(OID.ocspNonce), derOctetString(derOctetString(nonce)));
  return derSequence(derSequence(requestList, der(0xa2, derSequence(extension))));
}

/** Address that asks the same by GET (RFC 6960 A.1); null where it becomes longer than RFC 5019 5 allows. */
export function ocspGetAddress(url: string, request: Uint8Array): string | null {
  const question = encodeURIComponent(Buffer.from(request).toString('base64'));
  return question.length > 255 ? null : `${url.replace(/\/$/, '')}/${question}`;
}
