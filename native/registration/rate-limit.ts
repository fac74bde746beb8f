// How often one address may ask: a bucket of tokens that fills again (RFC 6585 4 for the answer). Bounded memory.

export interface RateRule {
  /** Requests at once, and how many more a minute. */
  readonly burst: number;
  readonly perMinute: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MAX_ADDRESSES = 10_000;

export class RateLimit {
  readonly #rule: RateRule;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rule: RateRule) {
    this.#rule = rule;
  }

  /** Seconds to wait; 0: go on. */
  take(address: string, nowMs: number): number {
    const { burst, perMinute } = this.#rule;
    let bucket = this.#buckets.get(address);
    if (bucket === undefined) {
      // Forgetting the oldest gives an attacker with many addresses nothing that new ones would not.
      const [oldest] = this.#buckets.keys();
      if (this.#buckets.size >= MAX_ADDRESSES && oldest !== undefined) this.#buckets.delete(oldest);
      bucket = { tokens: burst, at: nowMs };
      this.#buckets.set(address, bucket);
    }
    bucket.tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.at) / 60_000) * perMinute);
    bucket.at = nowMs;
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / perMinute) * 60);
    bucket.tokens -= 1;
    return 0;
  }
}
