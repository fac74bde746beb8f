// Writes the AlgorithmIdentifiers of signatures made here (RFC 5754, 4055, 5758, 8419).
import {
  DIGEST_OCTETS,
  DIGEST_OF,
  type DigestAlgorithm,
  SCHEME_OF,
  type SignatureAlgorithm,
} from '../domain/signature-algorithm.ts';
import { contextTag } from './ber.ts';
import { der, DER_NULL, derOid, derSequence, derSmallInteger } from './der-writer.ts';
import { OID } from './oids.ts';

const PKCS1: Readonly<Record<DigestAlgorithm, string>> = {
  sha256: OID.sha256WithRsa,
  sha384: OID.sha384WithRsa,
  sha512: OID.sha512WithRsa,
};
const ECDSA: Readonly<Record<DigestAlgorithm, string>> = {
  sha256: OID.ecdsaWithSha256,
  sha384: OID.ecdsaWithSha384,
  sha512: OID.ecdsaWithSha512,
};

/** RFC 5754 2: the parameters of the SHA-2 functions are left out. */
export function digestIdentifier(digest: DigestAlgorithm): Uint8Array {
  return derSequence(derOid(OID[digest]));
}

export function signatureIdentifier(algorithm: SignatureAlgorithm): Uint8Array {
  const hash = DIGEST_OF[algorithm];
  switch (SCHEME_OF[algorithm]) {
    case 'pkcs1':
      return derSequence(derOid(PKCS1[hash]), DER_NULL);
    case 'pss':
      return derSequence(derOid(OID.rsassaPss), pssParameters(hash));
    case 'ecdsa':
      return derSequence(derOid(ECDSA[hash]));
    case 'ed25519':
      return derSequence(derOid(OID.ed25519));
  }
}

/** RSASSA-PSS-params (RFC 4055 3.1), whose identifiers of hash functions come with NULL (2.1). */
function pssParameters(digest: DigestAlgorithm): Uint8Array {
  const hash = derSequence(derOid(OID[digest]), DER_NULL);
  return derSequence(
    der(contextTag(0), hash),
    der(contextTag(1), derSequence(derOid(OID.mgf1), hash)),
    der(contextTag(2), derSmallInteger(DIGEST_OCTETS[digest])),
  );
}
