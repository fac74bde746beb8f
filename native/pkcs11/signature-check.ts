// Checks a value that a token made before anybody relies on it.
import { constants, type KeyObject, verify, X509Certificate } from 'node:crypto';
import {
  DIGEST_OCTETS,
  DIGEST_OF,
  SCHEME_OF,
  type SignatureAlgorithm,
} from '../../core/domain/signature-algorithm.ts';

/** Whether `signature` (as CMS carries it) is over `data` under the certificate's public key. */
export function signatureIsRight(
  signature: Uint8Array,
  data: Uint8Array,
  algorithm: SignatureAlgorithm,
  certificate: Uint8Array,
): boolean {
  try {
    return verified(publicKeyOf(certificate), signature, data, algorithm);
  } catch {
    // A certificate that cannot be read, or a key of another kind, verifies nothing.
    return false;
  }
}

/** A batch checks many signatures of one certificate: it is read once. */
const KEYS = new WeakMap<Uint8Array, KeyObject>();

function publicKeyOf(certificate: Uint8Array): KeyObject {
  const known = KEYS.get(certificate);
  if (known !== undefined) return known;
  const { publicKey } = new X509Certificate(certificate);
  KEYS.set(certificate, publicKey);
  return publicKey;
}

function verified(
  key: KeyObject,
  signature: Uint8Array,
  data: Uint8Array,
  algorithm: SignatureAlgorithm,
): boolean {
  const hash = DIGEST_OF[algorithm];
  switch (SCHEME_OF[algorithm]) {
    case 'pkcs1':
      return verify(hash, data, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
    case 'pss': {
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      return verify(hash, data, { key, padding, saltLength: DIGEST_OCTETS[hash] }, signature);
    }
    case 'ecdsa':
      return verify(hash, data, { key, dsaEncoding: 'der' }, signature);
    case 'ed25519':
      return key.asymmetricKeyType === 'ed25519' && verify(null, data, key, signature);
  }
}
