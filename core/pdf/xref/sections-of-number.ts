// Which cross-reference sections speak of an object number: in a file with hundreds of revisions each number
// is in one or two of them, and asking all of them again for every object would be the square.
import type { ChainLink } from './chain.ts';

/** Numbers in all sections together that are remembered; beyond that every section is asked. */
const MAX_NUMBERS = 200_000;
/** So few are asked quickly. */
const FEW = 8;

export class SectionsOfNumber {
  readonly #links: readonly ChainLink[];
  #positions: ReadonlyMap<number, readonly number[]> | null | undefined;

  /** Position of the last section whose trailer speaks of encryption; -1 where none does. */
  readonly lastEncrypted: number;

  /** @param links newest first */
  constructor(links: readonly ChainLink[]) {
    this.#links = links;
    this.lastEncrypted = links.findLastIndex(
      ({ section }) => section.trailer.get('Encrypt') !== undefined,
    );
  }

  /**
   * The first position from `from` on, in the order of the links, of a section that may speak of the number;
   * undefined where there is none.
   */
  next(num: number, from: number): number | undefined {
    if (this.#positions === undefined) this.#positions = this.#index();
    if (this.#positions === null) return from < this.#links.length ? from : undefined;
    const all = this.#positions.get(num) ?? [];
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return all[low];
  }

  #index(): ReadonlyMap<number, readonly number[]> | null {
    if (this.#links.length <= FEW) return null;
    const index = new Map<number, number[]>();
    let numbers = 0;
    for (const [position, { section, hybrid }] of this.#links.entries()) {
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
}
