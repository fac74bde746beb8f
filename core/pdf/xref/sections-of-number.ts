// Which cross-reference sections speak of an object number: in a file with hundreds of revisions each number
// is in one or two of them, and asking all of them again for every object would be the square.
import type { ChainLink } from './chain.ts';

/** Numbers in all sections together that are remembered; beyond that every section is asked. */
const MAX_NUMBERS = 200_000;
/** So few are asked quickly. */
const FEW = 8;

/** So many in a row go on from one another, each with its own numbers; of more, all are put into one. */
const MOST_LAYERS = 8;

export class SectionsOfNumber {
  readonly #links: readonly ChainLink[];
  /** How many of them are this one's own: the newest; of the others another one knows. */
  readonly #own: number;
  readonly #before: SectionsOfNumber | null;
  readonly #layers: number;
  #positions: ReadonlyMap<number, readonly number[]> | null | undefined;

  /** Position of the last section whose trailer speaks of encryption; -1 where none does. */
  readonly lastEncrypted: number;

  /**
   * @param links newest first
   * @param before of a file with which this one begins, and whose links stand at the end of these
   */
  constructor(links: readonly ChainLink[], before: SectionsOfNumber | null = null) {
    this.#links = links;
    this.#before = before !== null && before.#layers < MOST_LAYERS ? before : null;
    this.#layers = this.#before === null ? 1 : this.#before.#layers + 1;
    this.#own = links.length - (this.#before === null ? 0 : this.#before.#links.length);
    const earlier = this.#before?.lastEncrypted ?? -1;
    this.lastEncrypted =
      earlier === -1
        ? links
            .slice(0, this.#own)
            .findLastIndex(({ section }) => section.trailer.get('Encrypt') !== undefined)
        : this.#own + earlier;
  }

  /**
   * The first position from `from` on, in the order of the links, of a section that may speak of the number;
   * undefined where there is none.
   */
  next(num: number, from: number): number | undefined {
    if (this.#positions === undefined) this.#positions = this.#index();
    if (from < this.#own) {
      if (this.#positions === null) return from;
      const own = firstFrom(this.#positions.get(num) ?? [], from);
      if (own !== undefined) return own;
    }
    const earlier = this.#before?.next(num, Math.max(from - this.#own, 0));
    return earlier === undefined ? undefined : this.#own + earlier;
  }

  #index(): ReadonlyMap<number, readonly number[]> | null {
    if (this.#own > FEW || this.#before !== null) return indexOf(this.#links.slice(0, this.#own));
    return null;
  }
}

/** Null for too many numbers. */
function indexOf(links: readonly ChainLink[]): ReadonlyMap<number, readonly number[]> | null {
  const index = new Map<number, number[]>();
  let numbers = 0;
  for (const [position, { section, hybrid }] of links.entries()) {
    const ranges = hybrid === null ? section.ranges : [...section.ranges, ...hybrid.ranges];
    for (const { first, count } of ranges) {
      numbers += count;
      if (numbers > MAX_NUMBERS) return null;
      for (let num = first; num < first + count; num += 1) {
        const positions = index.get(num);
        if (positions === undefined) index.set(num, [position]);
        else if (positions.at(-1) !== position) positions.push(position);
      }
    }
  }
  return index;
}

/** Of ascending numbers the first that is not below `from`. */
function firstFrom(all: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return all[low];
}
