// How much of each small patch of a page is painted over, on a coarse grid that errs towards "covered".
import { APPEARANCE } from './appearance.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { spend } from './look-budget.ts';

export type Point = readonly [number, number];
/** Left, bottom, right, top; in points. */
export type Corners = readonly [number, number, number, number];

/** Side of a patch, in points: lower than a line of text. */
const PATCH = 6;
/** So much of a patch painted hides what is there: an underline of 2 points paints a third. */
const HIDDEN_SHARE = APPEARANCE.hiddenPatchShare;
/** Of one shape, and of all that is painted: more than any page has. */
const MAX_PATCHES = 20_000;

export class PaintedPatches {
  readonly #reader: PdfReader;
  readonly #areas = new Map<string, number>();
  #covered = false;

  /** @param reader of the document whose work this is counted to */
  constructor(reader: PdfReader) {
    this.#reader = reader;
  }

  /** A patch is hidden, or the shapes were too many or too large to be looked at. */
  get covered(): boolean {
    return this.#covered;
  }

  /** A filled area's bounding box, patch by patch. */
  fill(points: readonly Point[]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const [left, bottom] = [Math.floor(x0 / PATCH), Math.floor(y0 / PATCH)];
    const [right, top] = [Math.floor(x1 / PATCH), Math.floor(y1 / PATCH)];
    if (!this.#mayPaint((right - left + 1) * (top - bottom + 1))) return;
    for (let i = left; i <= right; i += 1) {
      for (let j = bottom; j <= top; j += 1) {
        const wide = Math.min(x1, (i + 1) * PATCH) - Math.max(x0, i * PATCH);
        const high = Math.min(y1, (j + 1) * PATCH) - Math.max(y0, j * PATCH);
        this.#paint(i, j, wide * high);
      }
    }
  }

  /** @param width of the line, in points */
  stroke(points: readonly Point[], width: number): void {
    for (let i = 1; i < points.length; i += 1) this.#segment(points[i - 1], points[i], width);
  }

  /** A line's own width across it, and as much along it. */
  #segment(from: Point | undefined, to: Point | undefined, width: number): void {
    if (from === undefined || to === undefined) return;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (width > PATCH) this.#covered = true;
    const steps = Math.ceil(length);
    if (!this.#mayPaint(steps)) return;
    for (let i = 0; i < steps; i += 1) {
      const x = from[0] + ((to[0] - from[0]) * (i + 0.5)) / steps;
      const y = from[1] + ((to[1] - from[1]) * (i + 0.5)) / steps;
      this.#paint(Math.floor(x / PATCH), Math.floor(y / PATCH), (length / steps) * width);
    }
  }

  /** Also false for what is no number. */
  #mayPaint(patches: number): boolean {
    if (this.#covered) return false;
    if (patches <= MAX_PATCHES && spend(this.#reader, patches)) return true;
    this.#covered = true;
    return false;
  }

  #paint(i: number, j: number, area: number): void {
    const key = `${i} ${j}`;
    const painted = (this.#areas.get(key) ?? 0) + Math.max(0, area);
    this.#areas.set(key, painted);
    if (painted > HIDDEN_SHARE * PATCH * PATCH || this.#areas.size > MAX_PATCHES) {
      this.#covered = true;
    }
  }
}
