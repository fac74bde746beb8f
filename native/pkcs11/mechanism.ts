// Which mechanism of a token makes which signature, and what it is fed (PKCS#11 v2.40 mechanisms, 2.1
// and 2.3; v3.0 for EdDSA). Pure: the token host asks it, tests ask it without a token.
import { createHash } from 'node:crypto';
import {
  DIGEST_OCTETS,
  DIGEST_OF,
  type DigestAlgorithm,
  SCHEME_OF,
  type SignatureAlgorithm,
} from '../../core/domain/signature-algorithm.ts';
import { ecdsaSigValue } from './ecdsa-value.ts';

const CKM_RSA_PKCS = 0x0001;
const CKM_RSA_PKCS_PSS = 0x000d;
const CKM_ECDSA = 0x1041;
const CKM_EDDSA = 0x1057;

/** Of each hash function: the mechanisms that use it, and itself as mechanism and in MGF1. */
const HASHING = {
  sha256: { hash: 0x250, mgf: 2, pkcs1: 0x40, pss: 0x43, ecdsa: 0x1044 },
  sha384: { hash: 0x260, mgf: 3, pkcs1: 0x41, pss: 0x44, ecdsa: 0x1045 },
  sha512: { hash: 0x270, mgf: 4, pkcs1: 0x42, pss: 0x45, ecdsa: 0x1046 },
} as const;

/** CK_RSA_PKCS_PSS_PARAMS. */
export interface PssParameters {
  readonly hash: number;
  readonly mgf: number;
  readonly saltLength: number;
}

export interface SigningMethod {
  /** CK_MECHANISM_TYPE. */
  readonly mechanism: number;
  /** Null: the mechanism takes no parameters. */
  readonly pss: PssParameters | null;
  /** What C_Sign is given for `data`. */
  input(data: Uint8Array): Uint8Array;
  /** The value as CMS carries it, made from what C_Sign answered; null where that is no signature. */
  value(raw: Uint8Array): Uint8Array | null;
}

/** DER of DigestInfo before the digest itself (RFC 8017 9.2, note 1). */
const DIGEST_INFO: Readonly<Record<DigestAlgorithm, Buffer>> = {
  sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
  sha384: Buffer.from('3041300d060960864801650304020205000430', 'hex'),
  sha512: Buffer.from('3051300d060960864801650304020305000440', 'hex'),
};

/**
 * The ways to make a signature, best first. The token that hashes itself sees what it signs; where
 * it does not offer that, the digest is made here.
 * @param offered the token's mechanism list; empty where it gives none, and all are tried
 */
export function signingMethods(
  algorithm: SignatureAlgorithm,
  offered: readonly number[],
): readonly SigningMethod[] {
  const all = methods(algorithm);
  return offered.length === 0 ? all : all.filter((method) => offered.includes(method.mechanism));
}

function methods(algorithm: SignatureAlgorithm): readonly SigningMethod[] {
  const digest = DIGEST_OF[algorithm];
  const own = HASHING[digest];
  const hashed = (data: Uint8Array): Buffer => createHash(digest).update(data).digest();
  switch (SCHEME_OF[algorithm]) {
    case 'pkcs1':
      return [
        { mechanism: own.pkcs1, pss: null, input: whole, value: whole },
        {
          ...{ mechanism: CKM_RSA_PKCS, pss: null, value: whole },
          input: (data) => Buffer.concat([DIGEST_INFO[digest], hashed(data)]),
        },
      ];
    case 'pss': {
      const pss = { hash: own.hash, mgf: own.mgf, saltLength: DIGEST_OCTETS[digest] };
      return [
        { mechanism: own.pss, pss, input: whole, value: whole },
        { mechanism: CKM_RSA_PKCS_PSS, pss, input: hashed, value: whole },
      ];
    }
    case 'ecdsa':
      // Raw first: SoftHSM and most cards have nothing else.
      return [
        { mechanism: CKM_ECDSA, pss: null, input: hashed, value: ecdsaSigValue },
        { mechanism: own.ecdsa, pss: null, input: whole, value: ecdsaSigValue },
      ];
    case 'ed25519':
      // Without parameters it is pure Ed25519, which is what RFC 8419 wants.
      return [{ mechanism: CKM_EDDSA, pss: null, input: whole, value: whole }];
  }
}

function whole(bytes: Uint8Array): Uint8Array {
  return bytes;
}
