// The signed attributes of a PAdES baseline signature (ETSI EN 319 122-1 5.1, 5.2; EN 319 142-1 6.3; RFC 5035).
import { createHash } from 'node:crypto';
import type { DigestAlgorithm } from '../domain/signature-algorithm.ts';
import { derOctetString, derOid, derSequence, derSetOf } from './der-writer.ts';
import { OID } from './oids.ts';

export interface SignedAttributesInput {
  /** Digest over the byte range. */
  readonly digest: Uint8Array;
  readonly digestAlgorithm: DigestAlgorithm;
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
}

/**
 * DER of the SET OF signed attributes: the very bytes to sign (RFC 5652 5.4). There is no signing-time:
 * PAdES carries the claimed time in the signature dictionary's /M only (EN 319 142-1 6.3).
 */
export function buildSignedAttributes(input: SignedAttributesInput): Uint8Array {
  const { digest, digestAlgorithm, certificate } = input;
  return derSetOf(
    attribute(OID.contentType, derOid(OID.data)),
    attribute(OID.messageDigest, derOctetString(digest)),
    attribute(OID.signingCertificateV2, signingCertificate(certificate, digestAlgorithm)),
  );
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), derSetOf(value));
}

/** SigningCertificateV2 with one ESSCertIDv2 (RFC 5035 4). SHA-256 is the DEFAULT, so DER leaves it out. */
function signingCertificate(certificate: Uint8Array, algorithm: DigestAlgorithm): Uint8Array {
  const hash = derOctetString(createHash(algorithm).update(certificate).digest());
  const id =
    algorithm === 'sha256'
      ? derSequence(hash)
      : derSequence(derSequence(derOid(OID[algorithm])), hash);
  return derSequence(derSequence(id));
}
