// Whether a passphrase fits a PKCS#12 file: its MAC (RFC 7292 4 and 5.1).
import { createHmac, timingSafeEqual } from 'node:crypto';
import { hashOf, readAlgorithm } from './algorithms.ts';
import { type BerElement, cursorOver, TAG } from './ber.ts';
import { octetsOf } from './ber-values.ts';
import { P12Error } from './p12-error.ts';
import { deriveKey, derivesWith, iterationsOf, type Passphrase, PURPOSE } from './pkcs12-kdf.ts';

/**
 * @param macData the MacData of the PFX
 * @param content the octets that the MAC covers
 * @throws {P12Error} P12_MALFORMED, CMS_ALGORITHM_UNSUPPORTED
 */
export function macFits(macData: BerElement, content: Uint8Array, passphrase: Passphrase): boolean {
  const cursor = cursorOver(macData, TAG.SEQUENCE);
  const digestInfo = cursorOver(cursor.next(), TAG.SEQUENCE);
  const algorithm = readAlgorithm(digestInfo.next());
  const expected = octetsOf(digestInfo.next());
  const salt = octetsOf(cursor.next());
  const iterations = cursor.atEnd ? 1 : iterationsOf(cursor.next());
  const hash = hashOf(algorithm) ?? '';
  if (!derivesWith(hash)) {
    throw new P12Error('CMS_ALGORITHM_UNSUPPORTED', { algorithm: algorithm.oid });
  }
  // The key is as long as the hash, which the MAC is too where nothing was cut.
  const key = deriveKey({ hash, salt, iterations }, passphrase, PURPOSE.mac, DIGESTS[hash] ?? 0);
  const actual = createHmac(hash, key).update(content).digest();
  key.fill(0);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

const DIGESTS: Readonly<Record<string, number>> = {
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};
