// A place on a page that nothing stands on, as near as can be to where a stamp would go: the same for the
// window, the terminal and batches. All rectangles are in points of one page.

export interface Box {
  /** Lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Touching is not lying on: people measure in whole points. */
const TOUCH = 0.5;

export function liesOn(box: Box, other: Box): boolean {
  return (
    Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x) > TOUCH &&
    Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y) > TOUCH
  );
}

/** Kept from what stands there. */
const GAP = 4;
/** Kept from the edge of the page, where there is room enough: printers need it. */
const MARGIN = 28;
/** Cells of the finer raster along the longer side of a page. */
const MOST_CELLS = 300;
const SMALLEST_CELL = 3;

/**
 * The wanted place where it is free, else the nearest one of the same size that is; of two as near, the
 * lower one, then the one to the left. Null where there is none. The work is bounded by the raster.
 */
export function findFreePlace(
  page: Pick<Box, 'width' | 'height'>,
  wanted: Box,
  taken: readonly Box[],
): Box | null {
  const whole = { x: 0, y: 0, width: page.width, height: page.height };
  if (within(wanted, whole) && !taken.some((box) => liesOn(wanted, box))) return wanted;
  const raster = new Raster(page, taken);
  const found = raster.nearest(wanted, MARGIN) ?? raster.nearest(wanted, 0);
  if (found === null) return null;
  // A stamp above another one stands flush with it, not beside it by less than a cell of the raster.
  const near = (at: number, by: number): number => (Math.abs(at - by) < raster.cell ? by : at);
  const flush = { ...found, x: near(found.x, wanted.x), y: near(found.y, wanted.y) };
  return within(flush, whole) && !taken.some((box) => liesOn(flush, box)) ? flush : found;
}

interface Standing {
  /** Whether somebody has signed the document: then what can be read on it is not covered. */
  readonly signed: boolean;
  readonly stamps: readonly Box[];
  readonly text: readonly Box[];
  /** Pictures and the like. */
  readonly drawn: readonly Box[];
}

/** So much of a drawing may be hidden, and it still shows what it showed. */
const MOST_HIDDEN = 0.5;

/** The drawings that a stamp of this size would hide; a scan it would not. */
export function hidableBy(stamp: Box, drawn: readonly Box[]): readonly Box[] {
  const most = (stamp.width * stamp.height) / MOST_HIDDEN;
  return drawn.filter(({ width, height }) => width * height <= most);
}

/** A free place for a stamp; what gives way where there is none is what it does not put in doubt. */
export function freePlaceFor(
  page: Pick<Box, 'width' | 'height'>,
  wanted: Box,
  { signed, stamps, text, drawn }: Standing,
): Box | null {
  const free = (...taken: (readonly Box[])[]): Box | null =>
    findFreePlace(page, wanted, taken.flat());
  const best = free(stamps, text, drawn) ?? free(stamps, text, hidableBy(wanted, drawn));
  if (best !== null || signed) return best;
  return free(stamps, text) ?? free(stamps);
}

function within(box: Box, outer: Box): boolean {
  return (
    box.x >= outer.x - TOUCH &&
    box.y >= outer.y - TOUCH &&
    box.x + box.width <= outer.x + outer.width + TOUCH &&
    box.y + box.height <= outer.y + outer.height + TOUCH
  );
}

/** How much is taken to the lower left of each cell's corner: any rectangle is asked about in four looks. */
class Raster {
  readonly cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #sums: Uint32Array;

  constructor({ width, height }: Pick<Box, 'width' | 'height'>, taken: readonly Box[]) {
    this.cell = Math.max(SMALLEST_CELL, Math.ceil(Math.max(width, height) / MOST_CELLS));
    this.#columns = Math.max(0, Math.floor(width / this.cell));
    this.#rows = Math.max(0, Math.floor(height / this.cell));
    this.#sums = new Uint32Array((this.#columns + 1) * (this.#rows + 1));
    for (const box of taken) this.#mark(box);
    this.#addUp();
  }

  nearest(wanted: Box, margin: number): Box | null {
    const [across, up] = [this.#cells(wanted.width), this.#cells(wanted.height)];
    const edge = this.#cells(margin);
    let best: Box | null = null;
    let least = Infinity;
    for (let row = edge; row + up <= this.#rows - edge; row += 1) {
      for (let column = edge; column + across <= this.#columns - edge; column += 1) {
        const [x, y] = [column * this.cell, row * this.cell];
        const distance = (x - wanted.x) ** 2 + (y - wanted.y) ** 2;
        if (distance >= least || !this.#isFree(column, row, across, up)) continue;
        least = distance;
        best = { x, y, width: wanted.width, height: wanted.height };
      }
    }
    return best;
  }

  #cells(points: number): number {
    return Math.ceil(points / this.cell);
  }

  #mark({ x, y, width, height }: Box): void {
    const bounded = (value: number, most: number): number => Math.max(0, Math.min(value, most));
    const left = bounded(Math.floor((x - GAP) / this.cell), this.#columns);
    const right = bounded(this.#cells(x + width + GAP), this.#columns);
    const bottom = bounded(Math.floor((y - GAP) / this.cell), this.#rows);
    const top = bounded(this.#cells(y + height + GAP), this.#rows);
    for (let row = bottom; row < top; row += 1) {
      this.#sums.fill(1, this.#at(left + 1, row + 1), this.#at(right + 1, row + 1));
    }
  }

  /** One row and one column more than there are cells: at their beginning nothing is counted yet. */
  #at(column: number, row: number): number {
    return row * (this.#columns + 1) + column;
  }

  #addUp(): void {
    const sums = this.#sums;
    const before = this.#columns + 1;
    for (let row = 1; row <= this.#rows; row += 1) {
      let inRow = 0;
      for (let column = 1; column <= this.#columns; column += 1) {
        const at = this.#at(column, row);
        inRow += sums[at] ?? 0;
        sums[at] = inRow + (sums[at - before] ?? 0);
      }
    }
  }

  #isFree(column: number, row: number, across: number, up: number): boolean {
    const sum = (c: number, r: number): number => this.#sums[this.#at(c, r)] ?? 0;
    const [right, top] = [column + across, row + up];
    return sum(right, top) - sum(column, top) - sum(right, row) + sum(column, row) === 0;
  }
}
