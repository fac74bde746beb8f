// The ranges of object numbers of one cross-reference section, found quickly however many they are.
import { PdfError } from '../pdf-error.ts';
import type { NumberRange } from './section.ts';

/** Bytes of entries that may still be kept; the sections of a file share it. */
export interface RowBudget {
  left: number;
}

/** Ranges that overlap are against 7.5.4; a few are borne with, the first one written counting. */
const MAX_OVERLAPPING = 64;

export class Subsections<T extends NumberRange> {
  /** The highest object number; -1 where there is none. */
  readonly highest: number;
  /** All that hold anything. */
  readonly ranges: readonly T[];
  readonly #ordered: boolean;

  /** @param offset of the section, for the error: PDF_XREF_BROKEN */
  constructor(ranges: readonly T[], offset: number) {
    const filled = ranges.filter(({ count }) => count > 0);
    const sorted = isOrdered(filled) ? filled : filled.toSorted((a, b) => a.first - b.first);
    this.#ordered = sorted === filled || isOrdered(sorted);
    this.ranges = this.#ordered ? sorted : filled;
    if (!this.#ordered && filled.length > MAX_OVERLAPPING) {
      throw new PdfError('PDF_XREF_BROKEN', { offset });
    }
    this.highest = filled.reduce((high, s) => Math.max(high, s.first + s.count - 1), -1);
  }

  find(num: number): T | undefined {
    if (!this.#ordered) return this.ranges.find((range) => holds(range, num));
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const range = this.ranges[middle];
      if (range !== undefined && range.first <= num) low = middle + 1;
      else high = middle;
    }
    const range = this.ranges[low - 1];
    return range !== undefined && holds(range, num) ? range : undefined;
  }
}

function holds({ first, count }: NumberRange, num: number): boolean {
  return num >= first && num < first + count;
}

function isOrdered(ranges: readonly NumberRange[]): boolean {
  return ranges.every((range, i) => {
    const before = ranges[i - 1];
    return before === undefined || before.first + before.count <= range.first;
  });
}
