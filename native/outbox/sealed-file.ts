// Bytes encrypted for the disk (AES-256-GCM; SP 800-38D), bound to the name they lie under.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { PenaError } from '../../core/domain/pena-error.ts';

const IV = 12;
const TAG = 16;

export function seal(bytes: Uint8Array, key: Uint8Array, name: string): Uint8Array {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws {PenaError} OUTBOX_UNREADABLE for other bytes, another key or another name */
export function unseal(bytes: Uint8Array, key: Uint8Array, name: string): Uint8Array {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV))
      .setAAD(Buffer.from(name))
      .setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()]);
  } catch (thrown) {
    throw new PenaError('OUTBOX_UNREADABLE', { file: name }, { cause: thrown });
  }
}
