// RC2 (RFC 2268), to decrypt only: old PKCS#12 files have their certificates under it, and OpenSSL 3
// keeps it in a provider that Node does not load. Nothing is ever encrypted with it here.

const PI = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);
const BLOCK = 8;
/** Rounds of section 4 that are mashed after (before, the other way). */
const MASHED = new Set([4, 10]);
const ROUNDS = 16;
const ROTATIONS = [1, 2, 3, 5] as const;

/** Section 2: 64 words of 16 bits out of a key of 1 to 128 bytes with so many effective bits. */
function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const bytes = Buffer.alloc(128);
  bytes.set(key);
  const at = (i: number): number => bytes[i] ?? 0;
  const pi = (i: number): number => PI[i & 0xff] ?? 0;
  for (let i = key.length; i < 128; i++) bytes[i] = pi(at(i - 1) + at(i - key.length));
  const effective = Math.ceil(effectiveBits / 8);
  const mask = 0xff >> (8 * effective - effectiveBits);
  bytes[128 - effective] = pi(at(128 - effective) & mask);
  for (let i = 127 - effective; i >= 0; i--) bytes[i] = pi(at(i + 1) ^ at(i + effective));
  const words = Uint16Array.from({ length: 64 }, (_, i) => bytes.readUInt16LE(2 * i));
  bytes.fill(0);
  return words;
}

/** Section 4: one block, in place. */
function decryptBlock(words: Uint16Array, block: Uint16Array): void {
  const r = (i: number): number => block[i & 3] ?? 0;
  const k = (i: number): number => words[i & 63] ?? 0;
  for (let round = ROUNDS - 1; round >= 0; round--) {
    for (const i of [3, 2, 1, 0]) {
      const rotation = ROTATIONS[i] ?? 0;
      const turned = (r(i) >> rotation) | (r(i) << (16 - rotation));
      const mixed =
        k(4 * round + i) + (r(i - 1 + 4) & r(i - 2 + 4)) + (~r(i - 1 + 4) & r(i - 3 + 4));
      block[i] = turned - mixed;
    }
    if (MASHED.has(round - 1)) {
      for (const i of [3, 2, 1, 0]) block[i] = r(i) - k(r(i - 1 + 4) & 63);
    }
  }
}

/**
 * CBC mode, the padding still in place.
 * @returns for the caller to wipe; null where `ciphertext` is no whole number of blocks
 */
export function decryptRc2Cbc(
  key: Uint8Array,
  effectiveBits: number,
  iv: Uint8Array,
  ciphertext: Uint8Array,
): Buffer | null {
  if (ciphertext.length % BLOCK !== 0) return null;
  const words = expandKey(key, effectiveBits);
  const input = Buffer.concat([iv, ciphertext]);
  const plain = Buffer.alloc(ciphertext.length);
  const block = new Uint16Array(4);
  for (let at = 0; at < plain.length; at += BLOCK) {
    for (let i = 0; i < 4; i++) block[i] = input.readUInt16LE(BLOCK + at + 2 * i);
    decryptBlock(words, block);
    for (let i = 0; i < 4; i++) {
      plain.writeUInt16LE((block[i] ?? 0) ^ input.readUInt16LE(at + 2 * i), at + 2 * i);
    }
  }
  words.fill(0);
  return plain;
}
