// Where the drawings of a page stand, those that may tell something: pictures, letters and figures drawn as
// outlines, bar codes. Not what a stamp may well lie upon: lines and frames, shades of table cells.
import { APPEARANCE } from './appearance.ts';
import { apply, type Matrix } from '../../pdf/text/matrix.ts';
import type { PdfStream } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { spend } from './look-budget.ts';
import { UNIT } from './opaque-cells.ts';
import type { Corners, Point } from './painted-patches.ts';
import type { Paint, Surface } from './surface.ts';
import { boxOf, common } from './path-points.ts';

/** In points: what is smaller is a dot. */
const DOT = 3;
/** So many times as long as it is wide, it is a line. */
const LINE = 8;
/** A rectangle as large as that in both directions is a box to write or to stamp in, in points. */
const BOX = APPEARANCE.smallestWritingBox;
/** How near to the edge a frame stays, in shares of its shorter side. */
const RIM = 0.2;
/** More than any page has: a page of outlined letters has some thousands. */
const MOST = 50_000;
/** Cells of the grid on which it is seen how much of a drawing is hidden, across and up. */
const GRID = 6;
/** So much of it hidden, and nobody knows what it showed. */
const HIDDEN_SHARE = APPEARANCE.hiddenDrawingShare;

export interface Picture {
  readonly ctm: Matrix;
  /** Null for one that cannot be found. */
  readonly image: PdfStream | null;
  /** Where it is seen. */
  readonly box: Corners;
}

/** Scanners write a page in strips, hundreds of them. */
const MOST_PICTURES = 1000;

/** The drawings of one page, or of one look. */
export class Drawings implements Surface {
  readonly #reader: PdfReader;
  readonly #boxes: Corners[] = [];
  readonly #pictures: Picture[] = [];
  #tooMany = false;

  constructor(reader: PdfReader) {
    this.#reader = reader;
  }

  /** Null where there were too many to be looked at. */
  get boxes(): readonly Corners[] | null {
    return this.#tooMany ? null : this.#boxes;
  }

  get pictures(): readonly Picture[] {
    return this.#pictures;
  }

  fill(path: readonly (readonly Point[])[], _: boolean, { white, light, clip }: Paint): void {
    if (white) return;
    for (const points of path) {
      const box = common(boxOf(points), clip ?? null);
      if (isLine(box)) continue;
      if (isFrame(points, box) && (light || isBox(box))) continue;
      this.#add(box);
    }
  }

  stroke(points: readonly Point[], _: number, { white, clip }: Paint): void {
    const box = common(boxOf(points), clip ?? null);
    if (white || isLine(box) || isUpright(points)) return;
    if (isFrame(points, box) && isBox(box)) return;
    this.#add(box);
  }

  picture(ctm: Matrix, image: PdfStream | null, clip: Corners | null): void {
    const box = common(boxOf(UNIT.map(([u, v]) => apply(ctm, u, v))), clip);
    if (isLine(box)) return;
    this.#add(box);
    if (this.#pictures.length < MOST_PICTURES) this.#pictures.push({ ctm, image, box });
    else this.#tooMany = true;
  }

  shade(): void {
    // Nobody knows how far it reaches: it is the ground of something.
  }

  text(): void {
    // Text is read for itself.
  }

  tooMuch(): void {
    this.#tooMany = true;
  }

  #add(box: Corners): void {
    if (this.#boxes.length < MOST && spend(this.#reader, 1)) this.#boxes.push(box);
    else this.#tooMany = true;
  }
}

/** Whether paint hides a drawing, or so much of it that nobody knows what it showed. */
export function hidesDrawing(
  covers: (point: Point) => boolean,
  [left, bottom, right, top]: Corners,
): boolean {
  let hidden = 0;
  for (let i = 0; i < GRID; i += 1) {
    for (let j = 0; j < GRID; j += 1) {
      const x = left + ((right - left) * (i + 0.5)) / GRID;
      const y = bottom + ((top - bottom) * (j + 0.5)) / GRID;
      if (covers([x, y])) hidden += 1;
    }
  }
  return hidden > GRID * GRID * HIDDEN_SHARE;
}

function sidesOf([left, bottom, right, top]: Corners): { short: number; long: number } {
  const [wide, high] = [right - left, top - bottom];
  return { short: Math.min(wide, high), long: Math.max(wide, high) };
}

/** Also a dot, and what is no place at all, or not to be seen. */
function isLine(box: Corners): boolean {
  const { short, long } = sidesOf(box);
  if (short < 0) return true;
  return !(long >= DOT) || (short < DOT && long >= LINE * short);
}

function isBox(box: Corners): boolean {
  return sidesOf(box).short >= BOX;
}

/** All of it lies near the edge: a rectangle, with round corners or without, an ellipse. */
function isFrame(points: readonly Point[], box: Corners): boolean {
  const rim = sidesOf(box).short * RIM;
  const [left, bottom, right, top] = box;
  return points.every(([x, y], i) => {
    const [px, py] = points[i - 1] ?? [x, y];
    const [mx, my] = [(x + px) / 2, (y + py) / 2];
    const near = (at: number, up: number): boolean =>
      Math.min(at - left, right - at, up - bottom, top - up) <= rim;
    return near(x, y) && near(mx, my);
  });
}

/** Lines across and up alone, of which frames and tables are made. */
function isUpright(points: readonly Point[]): boolean {
  return points.every((to, i) => {
    const from = points[i - 1] ?? to;
    return Math.abs(from[0] - to[0]) < 0.5 || Math.abs(from[1] - to[1]) < 0.5;
  });
}
