// What an appearance stream paints (ISO 32000-2 8, 11.3.5): whether it lays paint over a patch of the page
// that was legible, writes, or shows a picture. Read with a coarse grid, erring towards "it covers".
import type { Matrix } from '../../pdf/text/matrix.ts';
import { apply } from '../../pdf/text/matrix.ts';
import { PdfDict, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { lightness } from './lightness.ts';
import { spend } from './look-budget.ts';
import { type Corners, PaintedPatches, type Point } from './painted-patches.ts';
import { ownMatrix, Painter } from './painter.ts';
import { LIGHT, START } from './painting-state.ts';
import type { Surface } from './surface.ts';

export interface Look {
  /** Paint hides what lies under it somewhere. */
  covers: boolean;
  writes: boolean;
  /** With letters that may hide what lies under them as an area does. */
  blots: boolean;
  /** An image, a shading, or what cannot be read. */
  pictures: boolean;
}

export const NOTHING: Look = { covers: false, writes: false, blots: false, pictures: false };

/** Of dictionaries within /AP. */
const DEEPEST = 3;

/** All appearances of one annotation, `look` being its /AP or one entry of it; `rect` where it is shown. */
export async function lookOf(
  reader: PdfReader,
  look: PdfObject | undefined,
  rect: Corners | null,
): Promise<Look> {
  const found: Look = { ...NOTHING };
  const all = await eachStream(reader, look, 0, async (stream) => {
    const fit = await fitting(reader, stream, rect);
    const surface = new MarkSurface(reader, found);
    if (fit !== null) await new Painter(reader, surface).form(stream, { ...START, ctm: fit });
    found.covers ||= fit === null || surface.covered;
  });
  found.covers ||= !all;
  return found;
}

class MarkSurface implements Surface {
  readonly #look: Look;
  readonly #patches: PaintedPatches;

  constructor(reader: PdfReader, look: Look) {
    this.#look = look;
    this.#patches = new PaintedPatches(reader);
  }

  /** What the patches say of all that was drawn so far. */
  get covered(): boolean {
    return this.#patches.covered;
  }

  fill(path: readonly (readonly Point[])[]): void {
    for (const points of path) this.#patches.fill(points);
  }

  stroke(points: readonly Point[], width: number): void {
    this.#patches.stroke(points, width);
  }

  picture(): void {
    this.#look.pictures = true;
  }

  shade(): void {
    this.#look.pictures = true;
  }

  text(blots: boolean): void {
    this.#look.writes = true;
    this.#look.blots ||= blots;
  }

  tooMuch(): void {
    this.#look.covers = true;
  }
}

/** /AP, its entries and their states (12.5.5). @returns whether all was seen; false: too many, or too deep */
export async function eachStream(
  reader: PdfReader,
  look: PdfObject | undefined,
  depth: number,
  found: (stream: PdfStream) => Promise<void>,
): Promise<boolean> {
  if (!spend(reader, 1)) return false;
  const value = await reader.resolve(look);
  if (value instanceof PdfStream) await found(value);
  if (!(value instanceof PdfDict)) return true;
  if (depth === DEEPEST) return false;
  for (const entry of value.entries.values()) {
    if (!(await eachStream(reader, entry, depth + 1, found))) return false;
  }
  return true;
}

export async function corners(
  reader: PdfReader,
  object: PdfObject | undefined,
): Promise<Corners | null> {
  const found: number[] = [];
  for (const item of (await reader.resolveArray(object)) ?? []) {
    const number = await reader.resolve(item);
    if (typeof number === 'number') found.push(number);
  }
  const [a, b, c, d] = found;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return found.length === 4
    ? [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
    : null;
}

/** From the form's space to the page's (12.5.5, algorithm 8), without the form's own matrix. */
export async function fitting(
  reader: PdfReader,
  { dict }: PdfStream,
  rect: Corners | null,
): Promise<Matrix | null> {
  const box = await corners(reader, dict.get('BBox'));
  if (box === null || rect === null) return null;
  const own = await ownMatrix(reader, dict);
  const points = [
    ...[apply(own, box[0], box[1]), apply(own, box[2], box[1])],
    ...[apply(own, box[0], box[3]), apply(own, box[2], box[3])],
  ];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - x0, Math.max(...ys) - y0];
  if (wide <= 0 || high <= 0) return null;
  const [sx, sy] = [(rect[2] - rect[0]) / wide, (rect[3] - rect[1]) / high];
  return [sx, 0, 0, sy, rect[0] - x0 * sx, rect[1] - y0 * sy];
}

/** Whether a colour array (table 166, /C) is light enough to read through; none is the viewer's own. */
export async function isLight(reader: PdfReader, object: PdfObject | undefined): Promise<boolean> {
  const parts: number[] = [];
  for (const item of (await reader.resolveArray(object)) ?? []) {
    const part = await reader.resolve(item);
    parts.push(typeof part === 'number' ? part : 0);
  }
  if (parts.length === 0) return true;
  const operator = parts.length === 1 ? 'g' : 'sc';
  return lightness(operator, parts, START) >= LIGHT;
}
