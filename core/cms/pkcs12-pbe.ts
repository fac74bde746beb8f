// Decrypts what was encrypted under a passphrase by the old schemes of PKCS#12 (RFC 7292 appendix C):
// BSrE's older files, and those of old Windows, have their keys and certificates under these.
import { createDecipheriv } from 'node:crypto';
import type { AlgorithmIdentifier } from './algorithms.ts';
import { cursorOver, TAG } from './ber.ts';
import { octetsOf } from './ber-values.ts';
import { P12Error } from './p12-error.ts';
import { deriveKey, iterationsOf, type Passphrase, PURPOSE } from './pkcs12-kdf.ts';
import { decryptRc2Cbc } from './rc2.ts';

interface Scheme {
  readonly cipher: 'rc2' | 'des-ede3' | 'des-ede';
  readonly keyLength: number;
}

/** All are SHA-1 and CBC. Those with RC4, of the same age, nobody is known to have used. */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.12.1.3': { cipher: 'des-ede3', keyLength: 24 },
  '1.2.840.113549.1.12.1.4': { cipher: 'des-ede', keyLength: 16 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', keyLength: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', keyLength: 5 },
};
const BLOCK = 8;

export function isPkcs12Pbe(oid: string): boolean {
  return oid in SCHEMES;
}

/**
 * @returns the plain octets, for the caller to wipe; null where the passphrase is wrong (its padding
 *   is; about one wrong passphrase in 256 gives octets without meaning instead)
 * @throws {P12Error} CMS_ALGORITHM_UNSUPPORTED (`params.algorithm`: OID), P12_MALFORMED
 */
export function decryptPkcs12Pbe(
  { oid, parameters }: AlgorithmIdentifier,
  ciphertext: Uint8Array,
  passphrase: Passphrase,
): Buffer | null {
  const scheme = SCHEMES[oid];
  if (scheme === undefined) throw new P12Error('CMS_ALGORITHM_UNSUPPORTED', { algorithm: oid });
  if (parameters === null) throw new P12Error('P12_MALFORMED');
  const cursor = cursorOver(parameters, TAG.SEQUENCE);
  const salt = octetsOf(cursor.next());
  const derivation = { hash: 'sha1', salt, iterations: iterationsOf(cursor.next()) };
  const key = deriveKey(derivation, passphrase, PURPOSE.key, scheme.keyLength);
  const iv = deriveKey(derivation, passphrase, PURPOSE.iv, BLOCK);
  try {
    const padded = decryptCbc(scheme, key, iv, ciphertext);
    return padded === null ? null : withoutPadding(padded);
  } finally {
    key.fill(0);
    iv.fill(0);
  }
}

/** Null where the ciphertext is no whole number of blocks. */
function decryptCbc(
  { cipher, keyLength }: Scheme,
  key: Buffer,
  iv: Buffer,
  ciphertext: Uint8Array,
): Buffer | null {
  if (cipher === 'rc2') return decryptRc2Cbc(key, 8 * keyLength, iv, ciphertext);
  if (ciphertext.length % BLOCK !== 0) return null;
  const decipher = createDecipheriv(`${cipher}-cbc`, key, iv).setAutoPadding(false);
  return decipher.update(ciphertext);
}

/** RFC 8018 6.1.1, step 4: 1 to 8 octets, each saying how many. Null where it is not so. */
function withoutPadding(padded: Buffer): Buffer | null {
  const count = padded.at(-1) ?? 0;
  const start = padded.length - count;
  const right =
    count >= 1 && count <= BLOCK && padded.subarray(start).every((octet) => octet === count);
  if (right) return padded.subarray(0, start);
  padded.fill(0);
  return null;
}
