// Whether a key signed a certificate, CRL or OCSP answer.
import { type AlgorithmIdentifier, schemeOf } from '../cms/algorithms.ts';
import type { Certificate } from '../cms/certificate.ts';
import { type PublicKey, verifyValue } from '../cms/public-key.ts';

export interface SignedObject {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

/** Whether there is still time to verify with this key over so many octets. */
export type MayVerify = (key: PublicKey, octets?: number) => boolean;

const ALWAYS: MayVerify = () => true;

/** By what is signed and by the signer's digest: the same is asked about hundreds of signatures. */
const verified = new WeakMap<SignedObject, Map<string, boolean>>();

/** @param mayVerify asked before anything is calculated; where it says no the answer is no */
export function isSignedBy(
  object: SignedObject,
  { publicKey, sha256 }: Certificate,
  mayVerify = ALWAYS,
): boolean {
  const results = verified.get(object) ?? new Map<string, boolean>();
  verified.set(object, results);
  const known = results.get(sha256);
  if (known !== undefined) return known;
  const scheme = schemeOf(object.signatureAlgorithm);
  if (scheme === null || !mayVerify(publicKey, object.tbs.length)) return false;
  const result = verifyValue(scheme, publicKey, object.tbs, object.signature);
  results.set(sha256, result);
  return result;
}

/** Issued by this authority, by name and by signature. */
export function isIssuedBy(
  certificate: Certificate,
  issuer: Certificate,
  mayVerify = ALWAYS,
): boolean {
  return certificate.issuerKey === issuer.subjectKey && isSignedBy(certificate, issuer, mayVerify);
}
