// What was used lately, up to a weight: in two halves, of which the older one goes when the younger is full.
// What is asked for again and again, such as the catalog, stays whatever else comes by.

interface Kept<V> {
  readonly value: V;
  readonly weight: number;
}

export class Recent<K, V> {
  readonly #half: { readonly weight: number; readonly count: number };
  #young = new Map<K, Kept<V>>();
  #old = new Map<K, Kept<V>>();
  #weight = 0;
  #oldWeight = 0;

  /** @param most of all weights together, and of entries */
  constructor(most: { readonly weight: number; readonly count: number }) {
    this.#half = { weight: most.weight / 2, count: most.count / 2 };
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young.value;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.set(key, old.value, old.weight);
    return old.value;
  }

  /** Of what is kept under the key; 0 where nothing is. */
  weightOf(key: K): number {
    return (this.#young.get(key) ?? this.#old.get(key))?.weight ?? 0;
  }

  has(key: K): boolean {
    return this.#young.has(key) || this.#old.has(key);
  }

  set(key: K, value: V, weight: number): void {
    const full = this.#weight + weight > this.#half.weight || this.#young.size >= this.#half.count;
    if (full) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#oldWeight = this.#weight;
      this.#weight = 0;
    }
    this.#young.set(key, { value, weight });
    this.#weight += weight;
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#weight = 0;
    this.#oldWeight = 0;
  }

  /** Of all that is kept. */
  get weight(): number {
    return this.#weight + this.#oldWeight;
  }

  *entries(): Generator<readonly [key: K, value: V, weight: number]> {
    for (const half of [this.#old, this.#young]) {
      for (const [key, { value, weight }] of half) yield [key, value, weight];
    }
  }
}
