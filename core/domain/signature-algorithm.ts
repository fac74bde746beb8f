// The signature algorithms this program makes (RFC 8017, RFC 5758, RFC 8032; ETSI TS 119 312).

export const SIGNATURE_ALGORITHMS = [
  'RSA_PKCS1_SHA256',
  'RSA_PKCS1_SHA384',
  'RSA_PKCS1_SHA512',
  'RSA_PSS_SHA256',
  'RSA_PSS_SHA384',
  'RSA_PSS_SHA512',
  'ECDSA_P256_SHA256',
  'ECDSA_P384_SHA384',
  'ECDSA_P521_SHA512',
  'ED25519',
] as const;
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

export type DigestAlgorithm = 'sha256' | 'sha384' | 'sha512';

/**
 * The digest of the document under each signature algorithm; for all but Ed25519 also the one that the
 * signature value is made over. Ed25519 signs without a digest, and RFC 8419 3.1 wants SHA-512 beside it.
 */
export const DIGEST_OF: Readonly<Record<SignatureAlgorithm, DigestAlgorithm>> = {
  RSA_PKCS1_SHA256: 'sha256',
  RSA_PKCS1_SHA384: 'sha384',
  RSA_PKCS1_SHA512: 'sha512',
  RSA_PSS_SHA256: 'sha256',
  RSA_PSS_SHA384: 'sha384',
  RSA_PSS_SHA512: 'sha512',
  ECDSA_P256_SHA256: 'sha256',
  ECDSA_P384_SHA384: 'sha384',
  ECDSA_P521_SHA512: 'sha512',
  ED25519: 'sha512',
};

export type SigningScheme = 'pkcs1' | 'pss' | 'ecdsa' | 'ed25519';

/** PSS always with MGF1 over the same hash function and a salt as long as its digest (RFC 4055 3.1). */
export const SCHEME_OF: Readonly<Record<SignatureAlgorithm, SigningScheme>> = {
  RSA_PKCS1_SHA256: 'pkcs1',
  RSA_PKCS1_SHA384: 'pkcs1',
  RSA_PKCS1_SHA512: 'pkcs1',
  RSA_PSS_SHA256: 'pss',
  RSA_PSS_SHA384: 'pss',
  RSA_PSS_SHA512: 'pss',
  ECDSA_P256_SHA256: 'ecdsa',
  ECDSA_P384_SHA384: 'ecdsa',
  ECDSA_P521_SHA512: 'ecdsa',
  ED25519: 'ed25519',
};

export const DIGEST_OCTETS: Readonly<Record<DigestAlgorithm, number>> = {
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

/** What an office prefers where a key leaves a choice; keys that leave none are signed with all the same. */
export interface AlgorithmPreference {
  readonly scheme?: 'pkcs1' | 'pss' | undefined;
  readonly hash?: DigestAlgorithm | undefined;
}
