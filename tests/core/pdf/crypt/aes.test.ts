// AES-CBC as in encrypted files, and what becomes of data cut or padded wrongly. The block is of NIST
// SP 800-38A, F.2.1.
import { describe, expect, it } from 'vitest';
import { aesDecrypt, aesEncrypt, encryptBlocks } from '../../../../core/pdf/crypt/aes.ts';

const KEY = Buffer.from('2b7e151628aed2a6abf7158809cf4f3c', 'hex');
const IV = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const PLAIN = Buffer.from('6bc1bee22e409f96e93d7e117393172a', 'hex');
const SECRET = Buffer.from('7649abac8119b246cee98e9b12e9197d', 'hex');

describe('AES', () => {
  it('is CBC', () => {
    expect(encryptBlocks(KEY, IV, PLAIN)).toEqual(SECRET);
    // 2a is no padding: it stays.
    expect(aesDecrypt(KEY, Buffer.concat([IV, SECRET]))).toEqual(PLAIN);
  });

  it.each([0, 1, 15, 16, 17, 1000])('undoes itself for %i bytes, never twice alike', (length) => {
    const data = Buffer.alloc(length, 0x61);
    for (const key of [KEY, Buffer.alloc(32, 7)]) {
      const [first, second] = [aesEncrypt(key, data), aesEncrypt(key, data)];
      expect(first.equals(second)).toBe(false);
      // The vector, and one to sixteen bytes of padding.
      expect(first).toHaveLength(16 + length + (16 - (length % 16)));
      expect(aesDecrypt(key, first)).toEqual(data);
    }
  });

  it('reads what is there of data that are cut', () => {
    const whole = aesEncrypt(KEY, Buffer.alloc(40, 0x61));
    expect(aesDecrypt(KEY, whole.subarray(0, -1))).toEqual(Buffer.alloc(32, 0x61));
    for (const length of [0, 7, 16, 31]) {
      expect(aesDecrypt(KEY, whole.subarray(0, length))).toHaveLength(0);
    }
  });
});
