// From a password to the file's key, revisions 2 to 4 of the standard security handler (ISO 32000-2
// 7.6.4.3.2, 7.6.4.4: algorithms 2 to 7).
import { createHash } from 'node:crypto';
import type { Md5Parameters } from './parameters.ts';
import { rc4 } from './rc4.ts';

/** What a password is filled up with (algorithm 2, step a). */
const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

/** The key, or null for a wrong password (algorithm 6). */
export function md5UserKey(password: Uint8Array, parameters: Md5Parameters): Buffer | null {
  const key = fileKey(padded(password), parameters);
  const proof = parameters.revision === 2 ? rc4(key, PADDING) : userProof(key, parameters.id);
  return proof.equals(parameters.user.subarray(0, proof.length)) ? key : null;
}

/**
 * The same for the owner password: it encrypts the user's (algorithm 7). For keys under 128 bits programs
 * differ in what they hash again and again: all of the digest (the standard's algorithm 3, pdf.js) or as
 * much as the key is long (qpdf, poppler). Either opens.
 */
export function md5OwnerKey(password: Uint8Array, parameters: Md5Parameters): Buffer | null {
  for (const hashed of new Set([16, parameters.keyBytes])) {
    const key = md5UserKey(userPassword(password, parameters, hashed), parameters);
    if (key !== null) return key;
  }
  return null;
}

function userPassword(
  password: Uint8Array,
  { revision, keyBytes, owner }: Md5Parameters,
  hashed: number,
): Uint8Array {
  if (revision === 2) return rc4(md5(padded(password)).subarray(0, keyBytes), owner);
  let digest = md5(padded(password));
  for (let i = 0; i < 50; i += 1) digest = md5(digest.subarray(0, hashed));
  const key = digest.subarray(0, keyBytes);
  let user = owner;
  for (let i = 19; i >= 0; i -= 1) {
    user = rc4(
      key.map((byte) => byte ^ i),
      user,
    );
  }
  return user;
}

/** Algorithm 2. */
function fileKey(password: Uint8Array, parameters: Md5Parameters): Buffer {
  const { revision, keyBytes, owner, permissions, id, encryptMetadata } = parameters;
  const bits = Buffer.alloc(4);
  bits.writeInt32LE(permissions);
  const last = revision >= 4 && !encryptMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  let digest = md5(password, owner, bits, id, last);
  for (let i = 0; revision >= 3 && i < 50; i += 1) digest = md5(digest.subarray(0, keyBytes));
  return digest.subarray(0, keyBytes);
}

/** Algorithm 5, of which 16 bytes are determined. */
function userProof(key: Buffer, id: Uint8Array): Buffer {
  let proof = md5(PADDING, id);
  for (let i = 0; i < 20; i += 1)
    proof = rc4(
      key.map((byte) => byte ^ i),
      proof,
    );
  return proof;
}

function padded(password: Uint8Array): Buffer {
  return Buffer.concat([password, PADDING]).subarray(0, PADDING.length);
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
