// Whether a key signed a certificate, CRL or OCSP answer.
import { type AlgorithmIdentifier, schemeOf } from '../cms/algorithms.ts';
import type { Certificate } from '../cms/certificate.ts';
import { verifyValue } from '../cms/public-key.ts';

export interface SignedObject {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

export function isSignedBy(object: SignedObject, { publicKey }: Certificate): boolean {
  const scheme = schemeOf(object.signatureAlgorithm);
  return scheme !== null && verifyValue(scheme, publicKey, object.tbs, object.signature);
}

/** Issued by this authority, by name and by signature. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  return certificate.issuerKey === issuer.subjectKey && isSignedBy(certificate, issuer);
}
