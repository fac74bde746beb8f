// Which algorithms are strong enough to rely on (ETSI TS 119 312 V1.4.3, tables 1 and 4).
import type { HashName } from '../cms/algorithms.ts';
import type { Certificate } from '../cms/certificate.ts';
import { schemeOf } from '../cms/algorithms.ts';
import { MIN_RSA_BITS } from '../cms/key-algorithms.ts';
import type { PublicKey } from '../cms/public-key.ts';

const WEAK_HASHES: Partial<Record<HashName, string>> = { md5: 'MD5', sha1: 'SHA-1' };
const MIN_EC_BITS = 256;

/** The name of a broken hash function among those given; null where there is none. */
export function weakHash(hashes: readonly HashName[]): string | null {
  for (const hash of hashes) {
    const name = WEAK_HASHES[hash];
    if (name !== undefined) return name;
  }
  return null;
}

/** The name of a key that is too short; null for one that is long enough. */
export function weakKey({ kind, size }: PublicKey): string | null {
  if ((kind === 'rsa' || kind === 'rsa-pss') && size < MIN_RSA_BITS) return `RSA-${size}`;
  return kind === 'ec' && size > 0 && size < MIN_EC_BITS ? `EC-${size}` : null;
}

/** The weakest link of a chain; an anchor is trusted by itself, not by how it is signed. */
export function weakLink(certificates: readonly Certificate[], anchored: boolean): string | null {
  for (const [index, { publicKey, signatureAlgorithm }] of certificates.entries()) {
    const key = weakKey(publicKey);
    if (key !== null) return key;
    if (anchored && index === certificates.length - 1) return null;
    const scheme = schemeOf(signatureAlgorithm);
    const hash = scheme === null || scheme.kind === 'eddsa' ? null : weakHash([scheme.hash]);
    if (hash !== null) return hash;
  }
  return null;
}
