// One or more values to a key. Most keys have one, and a set for each of a million would take the memory of
// ten times as many.

/** So many copies of copies look further down for a key; then all is put into one. */
const MOST_LAYERS = 8;

export class Several<K, V extends number | string> {
  readonly #values = new Map<K, V | Set<V>>();
  /** Of which this one is a copy, the latest first: what has been added since stands in front. */
  readonly #below: readonly ReadonlyMap<K, V | Set<V>>[];
  #count = 0;

  constructor(below: readonly ReadonlyMap<K, V | Set<V>>[] = []) {
    this.#below = below;
  }

  /** Values of all keys. */
  get count(): number {
    return this.#count;
  }

  /** To go on from, while this one stays as it is: nothing may be added to this one any more. */
  copy(): Several<K, V> {
    const layers = [this.#values, ...this.#below];
    const copy = new Several<K, V>(layers.length < MOST_LAYERS ? layers : [merged(layers)]);
    copy.#count = this.#count;
    return copy;
  }

  *keys(): Generator<K, void, undefined> {
    yield* this.#values.keys();
    for (const [depth, layer] of this.#below.entries()) {
      const above = [this.#values, ...this.#below.slice(0, depth)];
      for (const key of layer.keys()) if (!above.some((one) => one.has(key))) yield key;
    }
  }

  of(key: K): ReadonlySet<V> {
    const known = this.#known(key);
    if (known instanceof Set) return known;
    return new Set(known === undefined ? [] : [known]);
  }

  /** The same to go through once: of hundreds of keys that have one value, no set is made. */
  listOf(key: K): readonly V[] {
    const known = this.#known(key);
    return known instanceof Set ? [...known] : known === undefined ? [] : [known];
  }

  /** Whether the key is without any value. */
  lacks(key: K): boolean {
    return this.#known(key) === undefined;
  }

  /** @returns whether the value is new to the key */
  add(key: K, value: V): boolean {
    const known = this.#known(key);
    if (known === value || (known instanceof Set && known.has(value))) return false;
    const own = this.#values.get(key);
    if (known === undefined) this.#values.set(key, value);
    else if (own instanceof Set) own.add(value);
    else this.#values.set(key, new Set([...(known instanceof Set ? known : [known]), value]));
    this.#count += 1;
    return true;
  }

  #known(key: K): V | Set<V> | undefined {
    const own = this.#values.get(key);
    if (own !== undefined) return own;
    for (const layer of this.#below) {
      const known = layer.get(key);
      if (known !== undefined) return known;
    }
    return undefined;
  }
}

/** @param layers the latest first */
function merged<K, V>(layers: readonly ReadonlyMap<K, V>[]): Map<K, V> {
  const all = new Map<K, V>();
  for (const layer of layers.toReversed()) for (const [key, value] of layer) all.set(key, value);
  return all;
}
