// The signature algorithms this program makes and accepts (RFC 8017, RFC 5758).

export const SIGNATURE_ALGORITHMS = [
  'RSA_PKCS1_SHA256',
  'ECDSA_P256_SHA256',
  'ECDSA_P384_SHA384',
] as const;
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

export type DigestAlgorithm = 'sha256' | 'sha384' | 'sha512';

/** The digest each signature algorithm is made over. */
export const DIGEST_OF: Readonly<Record<SignatureAlgorithm, DigestAlgorithm>> = {
  RSA_PKCS1_SHA256: 'sha256',
  ECDSA_P256_SHA256: 'sha256',
  ECDSA_P384_SHA384: 'sha384',
};
