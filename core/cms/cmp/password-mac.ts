// Protection by a shared secret: PasswordBasedMac (RFC 4210 5.1.3.1, with the bounds of RFC 9481 6.1.1).
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type AlgorithmIdentifier, hashOf, readAlgorithm } from '../algorithms.ts';
import { cursorOver, TAG } from '../ber.ts';
import { octetsOf, smallIntegerOf } from '../ber-values.ts';
import { CmsError } from '../cms-error.ts';
import { der, DER_NULL, derOctetString, derOid, derSequence } from '../der-writer.ts';
import { OID } from '../oids.ts';
import { CMP_OID } from './cmp-oids.ts';

/** A server that asks for more would have us compute for minutes. */
const MAX_ITERATIONS = 100_000;
const ITERATIONS = 10_000;
const MAX_SALT = 128;

const MACS: Readonly<Record<string, string>> = {
  [CMP_OID.hmacWithSha1]: 'sha1',
  [CMP_OID.hmacWithSha1Digest]: 'sha1',
  [CMP_OID.hmacWithSha256]: 'sha256',
  [CMP_OID.hmacWithSha384]: 'sha384',
  [CMP_OID.hmacWithSha512]: 'sha512',
};

/** AlgorithmIdentifier for a message of ours: SHA-256, 10,000 rounds, HMAC-SHA-256. */
export function passwordMacAlgorithm(salt: Uint8Array): Uint8Array {
  const rounds = der(TAG.INTEGER, Uint8Array.of(ITERATIONS >> 8, ITERATIONS & 0xff));
  return derSequence(
    derOid(CMP_OID.passwordBasedMac),
    derSequence(
      derOctetString(salt),
      derSequence(derOid(OID.sha256), DER_NULL),
      rounds,
      derSequence(derOid(CMP_OID.hmacWithSha256), DER_NULL),
    ),
  );
}

/**
 * The MAC over `protectedPart` by the algorithm that a message names.
 * @param secret UTF-8; the caller's to wipe
 * @throws {CmsError} CMS_MALFORMED, CMS_ALGORITHM_UNSUPPORTED
 */
export function passwordMac(
  algorithm: AlgorithmIdentifier,
  secret: Uint8Array,
  protectedPart: Uint8Array,
): Uint8Array {
  if (algorithm.oid !== CMP_OID.passwordBasedMac || algorithm.parameters === null) {
    throw new CmsError('CMS_ALGORITHM_UNSUPPORTED', { algorithm: algorithm.oid });
  }
  const cursor = cursorOver(algorithm.parameters, TAG.SEQUENCE);
  const salt = octetsOf(cursor.next());
  const owf = hashOf(readAlgorithm(cursor.next()));
  const iterations = smallIntegerOf(cursor.next());
  const mac = readAlgorithm(cursor.next());
  cursor.end();
  const hash = MACS[mac.oid];
  if (owf === null || owf === 'md5' || hash === undefined) {
    throw new CmsError('CMS_ALGORITHM_UNSUPPORTED', { algorithm: mac.oid });
  }
  if (salt.length > MAX_SALT || iterations < 1 || iterations > MAX_ITERATIONS) {
    throw new CmsError('CMS_MALFORMED');
  }
  let key: Buffer = Buffer.concat([secret, salt]);
  for (let round = 0; round < iterations; round++) {
    const next = createHash(owf).update(key).digest();
    key.fill(0);
    key = next;
  }
  const value = createHmac(hash, key).update(protectedPart).digest();
  key.fill(0);
  return new Uint8Array(value);
}

export function sameMac(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
