// The signed attributes of a signature (ETSI EN 319 122-1 5.1, 5.2; EN 319 142-1 6.3; RFC 5035).
import { createHash } from 'node:crypto';
import type { DigestAlgorithm } from '../domain/signature-algorithm.ts';
import { derAttribute, derOctetString, derOid, derSequence, derSetOf } from './der-writer.ts';
import { OID } from './oids.ts';
import {
  NO_REVOCATION,
  type RevocationInfo,
  revocationInfoArchival,
} from './revocation-archival.ts';

export interface SignedAttributesInput {
  /** Digest over the byte range. */
  readonly digest: Uint8Array;
  readonly digestAlgorithm: DigestAlgorithm;
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
}

export interface SignedAttributesOptions {
  /** Whether to refer to the signer's certificate, as every PAdES signature must. */
  readonly signingCertificate: boolean;
  /** Revocation data to be signed along (ISO 32000-2 12.8.3.3.2); absent or empty: no such attribute. */
  readonly revocationInfoArchival?: RevocationInfo;
}

/** ETSI EN 319 142-1 6.3, baseline. */
export const PADES_ATTRIBUTES: SignedAttributesOptions = { signingCertificate: true };

/**
 * For SubFilter adbe.pkcs7.detached as BSrE's own service writes it: no reference to the certificate, and
 * what is known of its revocation inside the signature.
 */
export function adbeAttributes(revocationInfoArchival: RevocationInfo): SignedAttributesOptions {
  return { signingCertificate: false, revocationInfoArchival };
}

/**
 * DER of the SET OF signed attributes: the very bytes to sign (RFC 5652 5.4). There is no signing-time:
 * PAdES carries the claimed time in the signature dictionary's /M only (EN 319 142-1 6.3).
 */
export function buildSignedAttributes(
  input: SignedAttributesInput,
  options: SignedAttributesOptions = PADES_ATTRIBUTES,
): Uint8Array {
  const { digest, digestAlgorithm, certificate } = input;
  const { signingCertificate, revocationInfoArchival: revocation = NO_REVOCATION } = options;
  return derSetOf(
    derAttribute(OID.contentType, derOid(OID.data)),
    derAttribute(OID.messageDigest, derOctetString(digest)),
    ...(signingCertificate
      ? [derAttribute(OID.signingCertificateV2, reference(certificate, digestAlgorithm))]
      : []),
    ...(carriesRevocation(options)
      ? [derAttribute(OID.adbeRevocationInfoArchival, revocationInfoArchival(revocation))]
      : []),
  );
}

export function carriesRevocation({ revocationInfoArchival }: SignedAttributesOptions): boolean {
  const { ocsp, crl } = revocationInfoArchival ?? NO_REVOCATION;
  return ocsp.length + crl.length > 0;
}

/** SigningCertificateV2 with one ESSCertIDv2 (RFC 5035 4). SHA-256 is the DEFAULT, so DER leaves it out. */
function reference(certificate: Uint8Array, algorithm: DigestAlgorithm): Uint8Array {
  const hash = derOctetString(createHash(algorithm).update(certificate).digest());
  const id =
    algorithm === 'sha256'
      ? derSequence(hash)
      : derSequence(derSequence(derOid(OID[algorithm])), hash);
  return derSequence(derSequence(id));
}
