// Which algorithms a public key may be signed with here, and which of them is taken.
import {
  type AlgorithmPreference,
  DIGEST_OCTETS,
  DIGEST_OF,
  SCHEME_OF,
  type SignatureAlgorithm,
} from '../domain/signature-algorithm.ts';
import { CmsError } from './cms-error.ts';
import type { PublicKey } from './public-key.ts';

/**
 * RSA keys below this are not signed with. ETSI TS 119 312 V1.4.3 (9.3, tables 9 and 10) recommends 3000 bits from 2026
 * on; those of BSrE have 2048.
 */
export const MIN_RSA_BITS = 2048;

const PKCS1 = ['RSA_PKCS1_SHA256', 'RSA_PKCS1_SHA384', 'RSA_PKCS1_SHA512'] as const;
const PSS = ['RSA_PSS_SHA256', 'RSA_PSS_SHA384', 'RSA_PSS_SHA512'] as const;
/** One hash function a curve, as strong as the curve (ETSI TS 119 312; RFC 5753 7.1.3). */
const CURVES: Readonly<Record<string, SignatureAlgorithm>> = {
  prime256v1: 'ECDSA_P256_SHA256',
  secp384r1: 'ECDSA_P384_SHA384',
  secp521r1: 'ECDSA_P521_SHA512',
};

/**
 * All of them, the usual one first.
 * Throws CERT_KEY_WEAK, or CMS_ALGORITHM_UNSUPPORTED for kinds and curves that are not made here.
 */
export function algorithmsOf(key: PublicKey): readonly SignatureAlgorithm[] {
  const { kind, size, curve } = key;
  if ((kind === 'rsa' || kind === 'rsa-pss') && size < MIN_RSA_BITS) {
    throw new CmsError('CERT_KEY_WEAK', { bits: size });
  }
  const algorithms = made(key);
  if (algorithms.length === 0) {
    throw new CmsError('CMS_ALGORITHM_UNSUPPORTED', { algorithm: curve ?? kind });
  }
  return algorithms;
}

function made(key: PublicKey): readonly SignatureAlgorithm[] {
  switch (key.kind) {
    case 'rsa':
      return [...PKCS1, ...PSS];
    case 'rsa-pss':
      return PSS.filter((algorithm) => allowed(algorithm, key));
    case 'ec': {
      const algorithm = CURVES[key.curve ?? ''];
      return algorithm === undefined ? [] : [algorithm];
    }
    case 'ed25519':
      return ['ED25519'];
    case 'ed448':
    case 'other':
      return [];
  }
}

/** RFC 4055 1.2: a key's parameters bind the hash function, and the salt to at least their length. */
function allowed(algorithm: SignatureAlgorithm, { pss }: PublicKey): boolean {
  if (pss === undefined) return true;
  const hash = DIGEST_OF[algorithm];
  return pss !== 'unknown' && pss.hash === hash && pss.saltLength <= DIGEST_OCTETS[hash];
}

/** The scheme preferred weighs more than the hash function. Throws as algorithmsOf. */
export function chooseAlgorithm(
  key: PublicKey,
  { scheme, hash }: AlgorithmPreference,
): SignatureAlgorithm {
  const all = algorithmsOf(key);
  const byScheme = preferred(all, (one) => scheme === undefined || SCHEME_OF[one] === scheme);
  const [chosen] = preferred(byScheme, (one) => hash === undefined || DIGEST_OF[one] === hash);
  if (chosen === undefined) throw new Error('algorithmsOf gave none');
  return chosen;
}

function preferred<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const fitting = all.filter(fits);
  return fitting.length > 0 ? fitting : all;
}
