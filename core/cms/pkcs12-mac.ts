// Whether a passphrase fits a PKCS#12 file: its MAC (RFC 7292 4 and 5.1) over a key derived as in
// appendix B.2. The MAC's key is as long as the hash, hence one round of B.2 is all it takes.
import { transcode } from 'node:buffer';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { hashOf, readAlgorithm } from './algorithms.ts';
import { type BerElement, cursorOver, TAG } from './ber.ts';
import { octetsOf, smallIntegerOf } from './ber-values.ts';
import { P12Error } from './p12-error.ts';

/** Above this a file only wants to keep us busy; OpenSSL writes 2048, the strictest tools 600,000. */
export const MAX_ITERATIONS = 2_000_000;
/** v of appendix B.2: the bytes of a block of each hash (FIPS 180-4, figure 1). */
const BLOCKS: Readonly<Record<string, number>> = {
  sha1: 64,
  sha224: 64,
  sha256: 64,
  sha384: 128,
  sha512: 128,
};
/** B.3: the purpose "MAC key". */
const MAC_KEY = 3;

interface Derivation {
  readonly hash: string;
  readonly block: number;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/**
 * @param macData the MacData of the PFX
 * @param content the octets that the MAC covers
 * @param passphrase UTF-8
 * @throws {P12Error} P12_MALFORMED, CMS_ALGORITHM_UNSUPPORTED
 */
export function macFits(macData: BerElement, content: Uint8Array, passphrase: Uint8Array): boolean {
  const cursor = cursorOver(macData, TAG.SEQUENCE);
  const digestInfo = cursorOver(cursor.next(), TAG.SEQUENCE);
  const algorithm = readAlgorithm(digestInfo.next());
  const expected = octetsOf(digestInfo.next());
  const salt = octetsOf(cursor.next());
  const iterations = cursor.atEnd ? 1 : iterationsOf(cursor.next());
  const hash = hashOf(algorithm) ?? '';
  const block = BLOCKS[hash];
  if (block === undefined) {
    throw new P12Error('CMS_ALGORITHM_UNSUPPORTED', { algorithm: algorithm.oid });
  }
  const key = deriveMacKey({ hash, block, salt, iterations }, passphrase);
  const actual = createHmac(hash, key).update(content).digest();
  key.fill(0);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** @throws {P12Error} P12_MALFORMED for a count that nobody means seriously */
export function iterationsOf(element: BerElement): number {
  const count = smallIntegerOf(element);
  if (count < 1 || count > MAX_ITERATIONS) throw new P12Error('P12_MALFORMED');
  return count;
}

function deriveMacKey(
  { hash, block, salt, iterations }: Derivation,
  passphrase: Uint8Array,
): Uint8Array {
  const password = bmpString(passphrase);
  const input = Buffer.concat([
    Buffer.alloc(block, MAC_KEY),
    repeatedTo(block, salt),
    repeatedTo(block, password),
  ]);
  let key = createHash(hash).update(input).digest();
  for (let i = 1; i < iterations; i++) key = createHash(hash).update(key).digest();
  password.fill(0);
  input.fill(0);
  return key;
}

/** B.1: UTF-16, most significant byte first, closed by two zero bytes. Never a string of JavaScript. */
function bmpString(utf8: Uint8Array): Buffer {
  const utf16 = transcode(utf8, 'utf8', 'utf16le').swap16();
  const closed = Buffer.concat([utf16, Buffer.alloc(2)]);
  utf16.fill(0);
  return closed;
}

/** Copies of `bytes`, one behind the other, cut to the next multiple of `block`. */
function repeatedTo(block: number, bytes: Uint8Array): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}
