// Which small cells of a page are painted over so that what lies there is not legible any more: fills by
// their own outline, pictures by their transparency. Errs towards "painted over".
import { APPEARANCE } from './appearance.ts';
import { apply, type Matrix } from '../../pdf/text/matrix.ts';
import type { PdfStream } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { opacityOf } from './image-opacity.ts';
import { spend } from './look-budget.ts';
import type { Corners, Point } from './painted-patches.ts';
import type { Paint, Surface } from './surface.ts';

/** Usual side of a cell, in points: a letter takes several. */
const CELL = 2;
/** What lies under less paint can be read through it. */
const OPAQUE = APPEARANCE.opaqueShare;
/** Of one place: more than any page has. */
const MAX_CELLS = 4_000_000;

/** The square that images fill (8.9.5). */
export const UNIT = [
  ...([
    [0, 0],
    [1, 0],
  ] as const),
  ...([
    [1, 1],
    [0, 1],
  ] as const),
];

export class OpaqueCells implements Surface {
  readonly #reader: PdfReader;
  readonly place: Corners;
  readonly #wide: number;
  readonly #high: number;
  readonly #paint: Float32Array;
  readonly #cell: number;
  #everywhere = false;
  #anywhere = false;

  /**
   * @param place nothing is painted outside of it; in points
   * @param cell side of a cell, in points
   */
  constructor(reader: PdfReader, place: Corners, cell = CELL) {
    this.#reader = reader;
    this.place = place;
    this.#cell = cell;
    this.#wide = Math.max(Math.ceil((place[2] - place[0]) / cell), 1);
    this.#high = Math.max(Math.ceil((place[3] - place[1]) / cell), 1);
    const cells = this.#wide * this.#high;
    // Also for what is no number.
    this.#everywhere = !(cells <= MAX_CELLS && spend(reader, cells / 64));
    this.#paint = new Float32Array(this.#everywhere ? 0 : cells);
  }

  /** Whether any paint was laid that hides. */
  get hides(): boolean {
    return this.#everywhere || (this.#anywhere && this.#paint.some((paint) => paint >= OPAQUE));
  }

  covers([x, y]: Point): boolean {
    const [left, bottom, right, top] = this.place;
    if (x < left || x >= right || y < bottom || y >= top) return false;
    if (this.#everywhere) return true;
    const at =
      Math.floor((y - bottom) / this.#cell) * this.#wide + Math.floor((x - left) / this.#cell);
    return (this.#paint[at] ?? 0) >= OPAQUE;
  }

  /** Whether a rectangle has a part of the place. */
  meets([x0, y0, x1, y1]: Corners): boolean {
    const [left, bottom, right, top] = this.place;
    return x0 < right && x1 > left && y0 < top && y1 > bottom;
  }

  fill(path: readonly (readonly Point[])[], evenOdd: boolean, { alpha }: Paint): void {
    this.area(path, evenOdd, alpha);
  }

  /** Row by row: where a path crosses the middle of one, and what lies between the crossings (8.5.3.3). */
  protected area(path: readonly (readonly Point[])[], evenOdd: boolean, alpha: number): void {
    const rows = new Map<number, [x: number, turn: number][]>();
    for (const points of path) {
      points.forEach((from, i) => {
        const to = points[(i + 1) % points.length];
        if (to !== undefined) this.#cross(rows, from, to);
      });
    }
    for (const [row, crossings] of rows) {
      crossings.sort(([a], [b]) => a - b);
      let turns = 0;
      crossings.forEach(([x, turn], i) => {
        turns += turn;
        const inside = evenOdd ? i % 2 === 0 : turns !== 0;
        if (inside) this.#row(row, x, crossings[i + 1]?.[0] ?? x, alpha);
      });
    }
  }

  #cross(rows: Map<number, [number, number][]>, from: Point, to: Point): void {
    const [low, high, turn] = from[1] < to[1] ? [from, to, 1] : [to, from, -1];
    const first = Math.max(Math.ceil((low[1] - this.place[1]) / this.#cell - 0.5), 0);
    const last = Math.min(Math.ceil((high[1] - this.place[1]) / this.#cell - 0.5), this.#high);
    if (!this.#may(last - first)) return;
    for (let row = first; row < last; row += 1) {
      const y = this.place[1] + (row + 0.5) * this.#cell;
      const x = low[0] + ((high[0] - low[0]) * (y - low[1])) / (high[1] - low[1]);
      const crossings = rows.get(row) ?? [];
      rows.set(row, crossings);
      crossings.push([x, turn]);
    }
  }

  #row(row: number, from: number, to: number, alpha: number): void {
    const first = Math.max(Math.ceil((from - this.place[0]) / this.#cell - 0.5), 0);
    const last = Math.min(Math.ceil((to - this.place[0]) / this.#cell - 0.5), this.#wide);
    if (!this.#may((last - first) / 16)) return;
    for (let column = first; column < last; column += 1) this.#lay(column, row, alpha);
  }

  stroke(points: readonly Point[], width: number, paint: Paint): void {
    for (const band of bandsOf(points, width)) this.fill([band], false, paint);
  }

  async picture(ctm: Matrix, image: PdfStream | null): Promise<void> {
    const [a, b, c, d, e, f] = ctm;
    const size = a * d - b * c;
    if (size === 0) return;
    const opacity = image === null ? null : await opacityOf(this.#reader, image);
    const around = UNIT.map(([u, v]) => apply(ctm, u, v));
    if (opacity === null) {
      this.fill([around], false, { white: false, light: false, alpha: 1 });
      return;
    }
    const [left, bottom] = this.place;
    const xs = around.map(([x]) => x);
    const ys = around.map(([, y]) => y);
    const columns = this.#within(Math.min(...xs) - left, Math.max(...xs) - left, this.#wide);
    const rows = this.#within(Math.min(...ys) - bottom, Math.max(...ys) - bottom, this.#high);
    if (!this.#may((columns[1] - columns[0]) * (rows[1] - rows[0]))) return;
    for (let row = rows[0]; row < rows[1]; row += 1) {
      for (let column = columns[0]; column < columns[1]; column += 1) {
        const [x, y] = [
          left + (column + 0.5) * this.#cell - e,
          bottom + (row + 0.5) * this.#cell - f,
        ];
        const [u, v] = [(x * d - y * c) / size, (y * a - x * b) / size];
        if (u >= 0 && u < 1 && v >= 0 && v < 1) this.#lay(column, row, opacity(u, 1 - v));
      }
    }
  }

  #within(from: number, to: number, most: number): readonly [number, number] {
    return [Math.max(Math.floor(from / this.#cell), 0), Math.min(Math.ceil(to / this.#cell), most)];
  }

  shade(): void {
    this.#everywhere = true;
  }

  text(blots: boolean): void {
    // Dark letters over letters hide none of them for long. How far others reach, only their outlines say.
    if (blots) this.#everywhere = true;
  }

  tooMuch(): void {
    this.#everywhere = true;
  }

  #may(work: number): boolean {
    if (this.#everywhere) return false;
    if (Number.isFinite(work) && spend(this.#reader, Math.max(work, 1))) return true;
    this.#everywhere = true;
    return false;
  }

  #lay(column: number, row: number, alpha: number): void {
    const at = row * this.#wide + column;
    this.#paint[at] = (this.#paint[at] ?? 0) + alpha;
    this.#anywhere = true;
  }
}

/** What each part of a line takes that is so wide; in points. */
export function* bandsOf(points: readonly Point[], width: number): Generator<readonly Point[]> {
  for (let i = 1; i < points.length; i += 1) {
    const [from, to] = [points[i - 1], points[i]];
    if (from === undefined || to === undefined) continue;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const half = width / 2 / (length || 1);
    const [dx, dy] = [(to[1] - from[1]) * half, (from[0] - to[0]) * half];
    const [there, back]: [Point[], Point[]] = [
      [
        [from[0] + dx, from[1] + dy],
        [to[0] + dx, to[1] + dy],
      ],
      [
        [to[0] - dx, to[1] - dy],
        [from[0] - dx, from[1] - dy],
      ],
    ];
    yield [...there, ...back];
  }
}
