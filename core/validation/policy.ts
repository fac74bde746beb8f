// Which algorithms may be relied on for what existed at a time (ETSI TS 119 312; EN 319 102-1 5.2.8).
import type { HashName } from '../cms/algorithms.ts';
import type { Certificate } from '../cms/certificate.ts';
import { schemeOf } from '../cms/algorithms.ts';
import type { PublicKey } from '../cms/public-key.ts';
import type { AlgorithmEnd, ValidationPolicy } from '../domain/validation-policy.ts';
import shipped from '../../resources/policy/validation.json' with { type: 'json' };

/** What judges where nobody gives another policy. */
export const SHIPPED_POLICY: ValidationPolicy = shipped;

const NAMES: Partial<Record<HashName, string>> = { md5: 'MD5', sha1: 'SHA-1', sha224: 'SHA-224' };

/** The algorithms that a policy trusts for what existed at one time. */
export class AlgorithmsAt {
  readonly #policy: ValidationPolicy;
  readonly #at: Date;

  constructor(policy: ValidationPolicy, at: Date) {
    this.#policy = policy;
    this.#at = at;
  }

  /** The name of a hash function among those given that is not relied on; null where there is none. */
  weakHash(hashes: readonly HashName[]): string | null {
    const weak = hashes.find((hash) => !this.#holds(this.#policy.hashes[hash]));
    return weak === undefined ? null : (NAMES[weak] ?? weak);
  }

  /** The name of a key that is too short; null for one that is long enough. */
  weakKey({ kind, size }: PublicKey): string | null {
    if (kind === 'rsa' || kind === 'rsa-pss') {
      return this.#holds(endOf(this.#policy.keys.rsa, size)) ? null : `RSA-${size}`;
    }
    if (kind !== 'ec' || size === 0) return null;
    return this.#holds(endOf(this.#policy.keys.ec, size)) ? null : `EC-${size}`;
  }

  /** The weakest link of a chain; an anchor is trusted by itself, not by how it is signed. */
  weakLink(certificates: readonly Certificate[], anchored: boolean): string | null {
    for (const [index, { publicKey, signatureAlgorithm }] of certificates.entries()) {
      const key = this.weakKey(publicKey);
      if (key !== null) return key;
      if (anchored && index === certificates.length - 1) return null;
      const scheme = schemeOf(signatureAlgorithm);
      const hash = scheme === null || scheme.kind === 'eddsa' ? null : this.weakHash([scheme.hash]);
      if (hash !== null) return hash;
    }
    return null;
  }

  #holds(end: AlgorithmEnd | undefined): boolean {
    if (end === undefined) return false;
    return end.until === null || this.#at < new Date(end.until);
  }
}

/** The entry of the largest size that is not larger. */
function endOf(ends: ValidationPolicy['keys']['rsa'], size: number): AlgorithmEnd | undefined {
  return ends.findLast(({ bits }) => bits <= size);
}
