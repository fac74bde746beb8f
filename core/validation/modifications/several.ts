// One or more values to a key. Most keys have one, and a set for each of a million would take the memory of
// ten times as many.

export class Several<K, V extends number | string> {
  readonly #values = new Map<K, V | Set<V>>();
  #count = 0;

  /** Values of all keys. */
  get count(): number {
    return this.#count;
  }

  /** To go on from, while this one stays as it is. */
  copy(): Several<K, V> {
    const copy = new Several<K, V>();
    for (const [key, known] of this.#values) {
      copy.#values.set(key, known instanceof Set ? new Set(known) : known);
    }
    copy.#count = this.#count;
    return copy;
  }

  of(key: K): ReadonlySet<V> {
    const known = this.#values.get(key);
    if (known instanceof Set) return known;
    return new Set(known === undefined ? [] : [known]);
  }

  /** Whether the key is without any value. */
  lacks(key: K): boolean {
    return !this.#values.has(key);
  }

  /** @returns whether the value is new to the key */
  add(key: K, value: V): boolean {
    const known = this.#values.get(key);
    if (known === value || (known instanceof Set && known.has(value))) return false;
    if (known === undefined) this.#values.set(key, value);
    else if (known instanceof Set) known.add(value);
    else this.#values.set(key, new Set([known, value]));
    this.#count += 1;
    return true;
  }
}
