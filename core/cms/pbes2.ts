// Decrypts what was encrypted under a passphrase by PBES2 (RFC 8018 6.2 and appendix A): PBKDF2 with an
// HMAC, then AES or Triple-DES in CBC mode.
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { type AlgorithmIdentifier, readAlgorithm } from './algorithms.ts';
import { type BerElement, cursorOver, TAG } from './ber.ts';
import { octetsOf, smallIntegerOf } from './ber-values.ts';
import { P12Error } from './p12-error.ts';
import { iterationsOf } from './pkcs12-kdf.ts';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';

/** RFC 8018 appendix B.1; without one named it is HMAC with SHA-1. */
const PRFS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
/** NIST's AES OIDs (RFC 3565 4.1) and RFC 8018 appendix B.2.2: cipher and key length in bytes. */
const CIPHERS: Readonly<Record<string, { name: string; keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
};

/**
 * @param passphrase UTF-8
 * @returns the plain octets, for the caller to wipe; null where the passphrase is wrong (its padding
 *   is; about one wrong passphrase in 256 gives octets without meaning instead)
 * @throws {P12Error} CMS_ALGORITHM_UNSUPPORTED (`params.algorithm`: OID), P12_MALFORMED
 */
export function decryptPbes2(
  { oid, parameters }: AlgorithmIdentifier,
  ciphertext: Uint8Array,
  passphrase: Uint8Array,
): Buffer | null {
  if (oid !== PBES2) throw unsupported(oid);
  const schemes = cursorOver(required(parameters), TAG.SEQUENCE);
  const derivation = readAlgorithm(schemes.next());
  const encryption = readAlgorithm(schemes.next());
  const cipher = CIPHERS[encryption.oid];
  if (cipher === undefined) throw unsupported(encryption.oid);
  const iv = octetsOf(required(encryption.parameters));
  const key = deriveKey(derivation, cipher.keyLength, passphrase);
  try {
    const decipher = createDecipheriv(cipher.name, key, iv);
    const start = decipher.update(ciphertext);
    try {
      const end = decipher.final();
      const plain = Buffer.concat([start, end]);
      end.fill(0);
      return plain;
    } catch {
      return null;
    } finally {
      start.fill(0);
    }
  } catch (thrown) {
    // An initialisation vector of the wrong length.
    throw new P12Error('P12_MALFORMED', {}, { cause: thrown });
  } finally {
    key.fill(0);
  }
}

function deriveKey(
  { oid, parameters }: AlgorithmIdentifier,
  keyLength: number,
  passphrase: Uint8Array,
): Buffer {
  if (oid !== PBKDF2) throw unsupported(oid);
  const cursor = cursorOver(required(parameters), TAG.SEQUENCE);
  const salt = octetsOf(cursor.next());
  const iterations = iterationsOf(cursor.next());
  const stated = cursor.optional(TAG.INTEGER);
  if (stated !== null && smallIntegerOf(stated) !== keyLength) throw new P12Error('P12_MALFORMED');
  const prf = cursor.atEnd ? '1.2.840.113549.2.7' : readAlgorithm(cursor.next()).oid;
  const hash = PRFS[prf];
  if (hash === undefined) throw unsupported(prf);
  return pbkdf2Sync(passphrase, salt, iterations, keyLength, hash);
}

function required(parameters: BerElement | null): BerElement {
  if (parameters === null) throw new P12Error('P12_MALFORMED');
  return parameters;
}

function unsupported(algorithm: string): P12Error {
  return new P12Error('CMS_ALGORITHM_UNSUPPORTED', { algorithm });
}
