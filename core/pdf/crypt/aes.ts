// AES in CBC mode as encrypted files use it (ISO 32000-2 7.6.3.1): the initialization vector first, then
// the data, padded (RFC 8018 6.2.5).
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const BLOCK = 16;

/**
 * Whole blocks are decrypted and wrong padding stays: writers have cut and padded wrongly, and what the
 * bytes mean shows whether they are sound.
 */
export function aesDecrypt(key: Uint8Array, data: Uint8Array): Buffer {
  const length = Math.floor(data.length / BLOCK) * BLOCK;
  if (length <= BLOCK) return Buffer.alloc(0);
  const plain = decryptBlocks(key, data.subarray(0, BLOCK), data.subarray(BLOCK, length));
  const padding = plain.at(-1) ?? 0;
  const sound =
    padding > 0 && padding <= BLOCK && plain.subarray(-padding).every((byte) => byte === padding);
  return sound ? plain.subarray(0, -padding) : plain;
}

/** Under a fresh random vector. */
export function aesEncrypt(key: Uint8Array, data: Uint8Array): Buffer {
  const iv = randomBytes(BLOCK);
  const cipher = createCipheriv(nameFor(key), key, iv);
  return Buffer.concat([iv, cipher.update(data), cipher.final()]);
}

/** Whole blocks without padding. */
export function decryptBlocks(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer {
  const decipher = createDecipheriv(nameFor(key), key, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

/** Whole blocks without padding. */
export function encryptBlocks(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer {
  const cipher = createCipheriv(nameFor(key), key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function nameFor(key: Uint8Array): string {
  return `aes-${String(key.length * 8)}-cbc`;
}
