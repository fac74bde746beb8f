// The objects of a file that were read, by number and generation; and those that are the same as in the file with
// which this one begins, of which the sections that were appended do not speak.
import type { PdfObject } from './objects.ts';
import { Recent } from './recent.ts';
import type { ChainLink } from './xref/chain.ts';

/** Objects kept. */
const MOST = { count: 8192, weight: 48 << 20 };
/** Sections that are looked through for what they changed; where there are more, objects are read anew. */
const MOST_ADDED = 8;

/** The number alone where the generation is the usual one. */
type Key = number | string;

/** Not what that file had from another one in its turn: none keeps all that ever came before it. */
interface Inherited {
  readonly objects: Recent<Key, PdfObject>;
  readonly unsettled: ReadonlySet<Key>;
  /** What was appended since. */
  readonly added: readonly ChainLink[];
}

export class ReadObjects {
  readonly #objects = new Recent<Key, PdfObject>(MOST);
  /** Of those, the ones that more octets or other sections may make into others. */
  readonly #unsettled = new Set<Key>();
  /** Of the file with which this one begins. */
  readonly #before: Inherited | null;

  /**
   * @param before of the file with which this one begins
   * @param added what was appended to it
   */
  constructor(before: ReadObjects | null = null, added: readonly ChainLink[] = []) {
    this.#before =
      before === null || added.length > MOST_ADDED
        ? null
        : { objects: before.#objects, unsettled: before.#unsettled, added };
  }

  /** Bytes of memory, about. */
  get weight(): number {
    return this.#objects.weight;
  }

  /** Whether it was read of this very file. */
  has(num: number, gen: number): boolean {
    return this.#objects.has(keyOf(num, gen));
  }

  get(num: number, gen: number): PdfObject | undefined {
    const key = keyOf(num, gen);
    const kept = this.#objects.get(key);
    return kept === undefined ? this.#inherited(key, num) : kept;
  }

  /** @param settled whether its sections and its octets alone make it what it is, and all its octets were there */
  set(num: number, gen: number, value: PdfObject, weight: number, settled: boolean): void {
    const key = keyOf(num, gen);
    if (!settled) this.#unsettled.add(key);
    this.#objects.set(key, value, weight);
  }

  clear(): void {
    this.#objects.clear();
  }

  #inherited(key: Key, num: number): PdfObject | undefined {
    if (this.#before === null) return undefined;
    const { objects, unsettled, added } = this.#before;
    if (!objects.has(key) || unsettled.has(key)) return undefined;
    for (const { section, hybrid } of added) {
      if (section.has(num) || hybrid?.has(num) === true) return undefined;
    }
    const value = objects.get(key);
    if (value !== undefined) this.#objects.set(key, value, objects.weightOf(key));
    return value;
  }
}

function keyOf(num: number, gen: number): Key {
  return gen === 0 ? num : `${String(num)} ${String(gen)}`;
}
