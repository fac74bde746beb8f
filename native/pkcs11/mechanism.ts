// Which mechanism of a token makes which signature, and what it is fed (PKCS#11 v2.40 mechanisms, 2.1
// and 2.3). Pure: the token host asks it, tests ask it without a token.
import { createHash } from 'node:crypto';
import { DIGEST_OF, type SignatureAlgorithm } from '../../core/domain/signature-algorithm.ts';
import { ecdsaSigValue } from './ecdsa-value.ts';

export const CKM_RSA_PKCS = 0x0001;
export const CKM_SHA256_RSA_PKCS = 0x0040;
export const CKM_ECDSA = 0x1041;
export const CKM_ECDSA_SHA256 = 0x1044;
export const CKM_ECDSA_SHA384 = 0x1045;

export interface SigningMethod {
  /** CK_MECHANISM_TYPE; none of these takes parameters. */
  readonly mechanism: number;
  /** What C_Sign is given for `data`. */
  input(data: Uint8Array): Uint8Array;
  /** The value as CMS carries it, made from what C_Sign answered; null where that is no signature. */
  value(raw: Uint8Array): Uint8Array | null;
}

/** DER of DigestInfo before the digest itself, for SHA-256 (RFC 8017 9.2, note 1). */
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/**
 * The ways to make a signature, best first. The token that hashes itself sees what it signs; where
 * it does not offer that, the digest is made here.
 */
const METHODS: Readonly<Record<SignatureAlgorithm, readonly SigningMethod[]>> = {
  RSA_PKCS1_SHA256: [
    { mechanism: CKM_SHA256_RSA_PKCS, input: whole, value: whole },
    {
      mechanism: CKM_RSA_PKCS,
      input: (data) => Buffer.concat([SHA256_DIGEST_INFO, digest('RSA_PKCS1_SHA256', data)]),
      value: whole,
    },
  ],
  ECDSA_P256_SHA256: ecdsa('ECDSA_P256_SHA256', CKM_ECDSA_SHA256),
  ECDSA_P384_SHA384: ecdsa('ECDSA_P384_SHA384', CKM_ECDSA_SHA384),
};

/**
 * @param offered the token's mechanism list; empty where it gives none, and all are tried
 */
export function signingMethods(
  algorithm: SignatureAlgorithm,
  offered: readonly number[],
): readonly SigningMethod[] {
  const all = METHODS[algorithm];
  return offered.length === 0 ? all : all.filter((method) => offered.includes(method.mechanism));
}

/** Raw ECDSA first: SoftHSM and most cards have nothing else. */
function ecdsa(algorithm: SignatureAlgorithm, hashing: number): SigningMethod[] {
  return [
    { mechanism: CKM_ECDSA, input: (data) => digest(algorithm, data), value: ecdsaSigValue },
    { mechanism: hashing, input: whole, value: ecdsaSigValue },
  ];
}

function whole(bytes: Uint8Array): Uint8Array {
  return bytes;
}

function digest(algorithm: SignatureAlgorithm, data: Uint8Array): Uint8Array {
  return createHash(DIGEST_OF[algorithm]).update(data).digest();
}
