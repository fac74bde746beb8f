// From a password to the file's key, revisions 5 and 6 of the standard security handler (ISO 32000-2
// 7.6.4.3.3 and .4: algorithms 2.A and 2.B; revision 5: Adobe's extension level 3 to ISO 32000-1).
import { createDecipheriv, createHash } from 'node:crypto';
import { decryptBlocks, encryptBlocks } from './aes.ts';
import type { Sha2Parameters } from './parameters.ts';

const MAX_PASSWORD = 127;
const NONE = new Uint8Array(0);

/** The key, or null for a wrong password. */
export function sha2UserKey(password: Uint8Array, parameters: Sha2Parameters): Buffer | null {
  const { user, userKey, revision } = parameters;
  return keyBy({ password, proof: user, wrapped: userKey, also: NONE, revision });
}

/** The same for the owner password. */
export function sha2OwnerKey(password: Uint8Array, parameters: Sha2Parameters): Buffer | null {
  const { owner, ownerKey, user, revision } = parameters;
  return keyBy({ password, proof: owner, wrapped: ownerKey, also: user, revision });
}

/** /Perms decrypted: /P as it was when the file was encrypted, or null where it proves nothing (algorithm 13). */
export function provenPermissions(key: Uint8Array, perms: Uint8Array): number | null {
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(perms), decipher.final()]);
  return plain.toString('latin1', 9, 12) === 'adb' ? plain.readInt32LE(0) : null;
}

interface Attempt {
  readonly password: Uint8Array;
  /** /O or /U: 32 bytes of hash, the salt for it, the salt for the key. */
  readonly proof: Uint8Array;
  /** /OE or /UE. */
  readonly wrapped: Uint8Array;
  /** Hashed too: /U for the owner. */
  readonly also: Uint8Array;
  readonly revision: number;
}

/** Algorithm 2.A. */
function keyBy({ password, proof, wrapped, also, revision }: Attempt): Buffer | null {
  const short = password.subarray(0, MAX_PASSWORD);
  const hash = revision === 5 ? simpleHash : hardenedHash;
  if (Buffer.compare(hash(short, proof.subarray(32, 40), also), proof.subarray(0, 32)) !== 0) {
    return null;
  }
  return decryptBlocks(hash(short, proof.subarray(40, 48), also), Buffer.alloc(16), wrapped);
}

function simpleHash(password: Uint8Array, salt: Uint8Array, also: Uint8Array): Buffer {
  return createHash('sha256').update(password).update(salt).update(also).digest();
}

/** Algorithm 2.B. It ends by itself: a byte is at most 255, so after 288 rounds at the latest. */
function hardenedHash(password: Uint8Array, salt: Uint8Array, also: Uint8Array): Buffer {
  let k = simpleHash(password, salt, also);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const one = Buffer.concat([password, k, also]);
    const repeated = Buffer.alloc(one.length * 64, one);
    const e = encryptBlocks(k.subarray(0, 16), k.subarray(16, 32), repeated);
    // 256 leaves 1 when divided by 3: the number that 16 bytes are leaves what their sum leaves.
    const rest = e.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    k = createHash(rest === 0 ? 'sha256' : rest === 1 ? 'sha384' : 'sha512')
      .update(e)
      .digest();
    last = e.at(-1) ?? 0;
    repeated.fill(0);
    one.fill(0);
  }
  return k.subarray(0, 32);
}
