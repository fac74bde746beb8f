// Checks a value that a token made before anybody relies on it.
import { verify, X509Certificate } from 'node:crypto';
import { DIGEST_OF, type SignatureAlgorithm } from '../../core/domain/signature-algorithm.ts';

/** Whether `signature` (as CMS carries it) is over `data` under the certificate's public key. */
export function signatureIsRight(
  signature: Uint8Array,
  data: Uint8Array,
  algorithm: SignatureAlgorithm,
  certificate: Uint8Array,
): boolean {
  try {
    const key = new X509Certificate(certificate).publicKey;
    return verify(DIGEST_OF[algorithm], data, { key, dsaEncoding: 'der' }, signature);
  } catch {
    // A certificate that cannot be read, or a key of another kind, verifies nothing.
    return false;
  }
}
