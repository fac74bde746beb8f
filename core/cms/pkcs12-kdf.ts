// Keys from a passphrase as PKCS#12 derives them (RFC 7292 appendix B), and the passphrase in its forms.
import { transcode } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type BerElement } from './ber.ts';
import { smallIntegerOf } from './ber-values.ts';
import { P12Error } from './p12-error.ts';

/** Above this a file only wants to keep us busy; OpenSSL writes 2048, the strictest tools 600,000. */
const MAX_ITERATIONS = 2_000_000;
/** v of B.2: the bytes of a block of each hash (FIPS 180-4, figure 1). */
const BLOCKS: Readonly<Record<string, number>> = {
  sha1: 64,
  sha224: 64,
  sha256: 64,
  sha384: 128,
  sha512: 128,
};
/** B.3: what the key is for. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

export interface Passphrase {
  /** For PBES2. */
  readonly utf8: Uint8Array;
  /** B.1: UTF-16, most significant byte first, closed by two zero bytes. */
  readonly bmp: Uint8Array;
}

/**
 * The forms in which writers of such files meant this passphrase, the standard's first: for the empty
 * one some (Windows, NSS) leave out the closing zeros too. Never a string of JavaScript; the caller
 * wipes `bmp`.
 */
export function formsOf(utf8: Uint8Array): Passphrase[] {
  const utf16 = transcode(utf8, 'utf8', 'utf16le').swap16();
  const closed = Buffer.concat([utf16, Buffer.alloc(2)]);
  utf16.fill(0);
  return utf8.length === 0
    ? [
        { utf8, bmp: closed },
        { utf8, bmp: new Uint8Array(0) },
      ]
    : [{ utf8, bmp: closed }];
}

/** @throws {P12Error} P12_MALFORMED for a count that nobody means seriously */
export function iterationsOf(element: BerElement): number {
  const count = smallIntegerOf(element);
  if (count < 1 || count > MAX_ITERATIONS) throw new P12Error('P12_MALFORMED');
  return count;
}

export interface Derivation {
  /** By node:crypto's name. */
  readonly hash: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

/** Whether keys can be derived with this hash function. */
export function derivesWith(hash: string): boolean {
  return hash in BLOCKS;
}

/** B.2. The caller wipes the result. */
export function deriveKey(
  { hash, salt, iterations }: Derivation,
  { bmp }: Passphrase,
  purpose: (typeof PURPOSE)[keyof typeof PURPOSE],
  length: number,
): Buffer {
  const block = BLOCKS[hash] ?? 64;
  const diversifier = Buffer.alloc(block, purpose);
  const input = Buffer.concat([repeatedTo(block, salt), repeatedTo(block, bmp)]);
  const key = Buffer.alloc(length);
  for (let at = 0; at < length;) {
    let round = createHash(hash).update(diversifier).update(input).digest();
    for (let i = 1; i < iterations; i++) round = createHash(hash).update(round).digest();
    at += round.copy(key, at);
    for (let start = 0; start < input.length; start += block) {
      addOne(input.subarray(start, start + block), repeatedTo(block, round).subarray(0, block));
    }
    round.fill(0);
  }
  input.fill(0);
  return key;
}

/** B.2, 6 C: the block plus the other plus one, as numbers, without what is carried out. */
function addOne(block: Buffer, other: Buffer): void {
  let carry = 1;
  for (let i = block.length - 1; i >= 0; i--) {
    carry += (block[i] ?? 0) + (other[i] ?? 0);
    block[i] = carry & 0xff;
    carry >>= 8;
  }
}

/** Copies of `bytes`, one behind the other, cut to the next multiple of `block`. */
function repeatedTo(block: number, bytes: Uint8Array): Buffer {
  const length = Math.ceil(bytes.length / block) * block;
  return length === 0 ? Buffer.alloc(0) : Buffer.alloc(length, bytes);
}
