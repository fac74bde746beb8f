// A private key from a PKCS#12 file as the signing room knows it. In core, beside the reader of such
// files: bytes in, signatures out, and nothing of this computer is touched.
import { constants, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import {
  DIGEST_OCTETS,
  DIGEST_OF,
  SCHEME_OF,
  type SignatureAlgorithm,
} from '../domain/signature-algorithm.ts';
import type { SigningKey } from '../ports/token.ts';
import { equalBytes } from './ber-values.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { algorithmsOf } from './key-algorithms.ts';
import { P12Error, p12Error } from './p12-error.ts';
import { readPkcs12 } from './pkcs12.ts';

/**
 * Opens a PKCS#12 file that holds one private key with its certificate; its other certificates become
 * the chain. Both arguments are the caller's to wipe; no secret is kept but OpenSSL's own key object.
 * @param passphrase UTF-8
 * @throws {P12Error} P12_PASSPHRASE_INCORRECT, P12_MALFORMED, CMS_ALGORITHM_UNSUPPORTED (the file's
 *   encryption), CERT_KEY_MISSING, CERT_NOT_FOUND (no certificate of the key), CERT_AMBIGUOUS
 */
export function openP12(bytes: Uint8Array, passphrase: Uint8Array): Promise<SigningKey> {
  return Promise.resolve().then(() => {
    const { privateKeys, certificates } = readPkcs12(bytes, passphrase);
    try {
      return keyWithCertificate(privateKeys.map(importKey), certificates.map(parse));
    } finally {
      for (const key of privateKeys) key.fill(0);
    }
  });
}

function keyWithCertificate(
  keys: readonly KeyObject[],
  certificates: readonly Certificate[],
): SigningKey {
  if (keys.length === 0) throw new P12Error('CERT_KEY_MISSING');
  const pairs = keys.flatMap((key) => {
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
    const certificate = certificates.find((candidate) => equalBytes(candidate.spki, spki));
    return certificate === undefined ? [] : [{ key, certificate }];
  });
  const [pair] = pairs;
  if (pair === undefined) throw new P12Error('CERT_NOT_FOUND');
  if (pairs.length > 1) throw new P12Error('CERT_AMBIGUOUS');
  const chain = certificates.filter((other) => other !== pair.certificate).map(({ der }) => der);
  return new P12Key(pair.key, pair.certificate, chain);
}

class P12Key implements SigningKey {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly #key: KeyObject;
  readonly #parsed: Certificate;

  constructor(key: KeyObject, certificate: Certificate, chain: readonly Uint8Array[]) {
    this.#key = key;
    this.#parsed = certificate;
    this.certificate = certificate.der;
    this.chain = chain;
  }

  /** Asks nothing: the passphrase has opened the file already. */
  sign(data: Uint8Array, algorithm: SignatureAlgorithm): Promise<Uint8Array> {
    return Promise.resolve().then(() => {
      // Node would sign with any digest; a P-384 key under P-256's name would be a lie.
      if (!algorithmsOf(this.#parsed.publicKey).includes(algorithm)) {
        throw new P12Error('CMS_ALGORITHM_UNSUPPORTED', { algorithm });
      }
      return new Uint8Array(value(this.#key, data, algorithm));
    });
  }
}

function value(key: KeyObject, data: Uint8Array, algorithm: SignatureAlgorithm): Buffer {
  const hash = DIGEST_OF[algorithm];
  switch (SCHEME_OF[algorithm]) {
    case 'pkcs1':
      return sign(hash, data, { key, padding: constants.RSA_PKCS1_PADDING });
    case 'pss': {
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      return sign(hash, data, { key, padding, saltLength: DIGEST_OCTETS[hash] });
    }
    case 'ecdsa':
      return sign(hash, data, { key, dsaEncoding: 'der' });
    case 'ed25519':
      return sign(null, data, key);
  }
}

function importKey(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({
      key: Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.length),
      format: 'der',
      type: 'pkcs8',
    });
  } catch (thrown) {
    throw new P12Error('P12_MALFORMED', {}, { cause: thrown });
  }
}

function parse(der: Uint8Array): Certificate {
  try {
    return readCertificate(der);
  } catch (thrown) {
    throw p12Error(thrown);
  }
}
