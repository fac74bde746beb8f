// Where letters stand to one another: parts of their boxes, and whether one runs on from another (ISO 32000-2 9.4.4).
import type { PlacedGlyph } from '../../pdf/text/placed-glyph.ts';
import { APPEARANCE } from './appearance.ts';
import type { Corners, Point } from './painted-patches.ts';

/** A part of a letter's box, in shares: along the line, and from its lowest to its highest. */
export interface Part {
  readonly along: readonly [number, number];
  readonly up: readonly [number, number];
}

/** What one letter is told from another by: no hooks, dots and tails. */
export const BODY: Part = { along: [0.15, 0.85], up: [0.3, 0.7] };
/** Where a letter may have ink: boxes are higher than it, for the distance between lines. */
export const REACH: Part = { along: [0.05, 0.95], up: [0.15, 0.85] };
const ALL: Part = { along: [0, 1], up: [0, 1] };

/** In shares of the letters' size. */
const JOIN = { gap: 0.35, overlap: 0.2, offset: 0.15, smallest: 0.7 };
/** So far may two parts overlap as letters of two lines do, in shares of the smaller's size. */
const TOUCH = 0.05;

/** A point of a letter's box, both from 0 to 1; null for one that has no place. */
export function pointOf(glyph: PlacedGlyph, along: number, up: number): Point | null {
  const [first, right, above] = glyph.corners;
  if (first === undefined || right === undefined || above === undefined) return null;
  const at = (i: 0 | 1): number =>
    first[i] + (right[i] - first[i]) * along + (above[i] - first[i]) * up;
  return [at(0), at(1)];
}

/** Around a part of a letter, upright; null for a letter that has no place. */
export function boxOfPart(glyph: PlacedGlyph, { along, up }: Part = ALL): Corners | null {
  const points = along.flatMap((u) => up.map((v) => pointOf(glyph, u, v)));
  const xs = points.map((point) => point?.[0] ?? Number.NaN);
  const ys = points.map((point) => point?.[1] ?? Number.NaN);
  const box: Corners = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return box.every(Number.isFinite) ? box : null;
}

/** In points: what is larger than a heading, as a word that is printed across a page, is read through small ones. */
const HEADING = APPEARANCE.largestLetter;
/** In shares of such a letter's size: smaller ones make no other of it. */
const SMALL = 0.25;

/** Whether only what is about as large as the letter can make another of it. */
export function isLarge({ size }: PlacedGlyph): boolean {
  return size > HEADING;
}

/** Whether a letter stands on what another is told by. */
export function standsOn(over: PlacedGlyph, under: PlacedGlyph): boolean {
  if (isLarge(under) && over.size < SMALL * under.size) return false;
  const [a, b] = [boxOfPart(over, REACH), boxOfPart(under, BODY)];
  if (a === null || b === null) return false;
  const least = TOUCH * Math.min(over.size, under.size);
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return wide > least && high > least;
}

/** Whether two letters are read as neighbours of one word: on one line, alike in size, nothing between them. */
export function runsOn(one: PlacedGlyph, other: PlacedGlyph): boolean {
  const size = Math.max(one.size, other.size);
  if (!(Math.min(one.size, other.size) >= JOIN.smallest * size)) return false;
  const line = directionOf(other);
  const own = directionOf(one);
  if (line === null || own === null || line[0] * own[0] + line[1] * own[1] < 0.98) return false;
  const along = ([x, y]: Point): number => x * line[0] + y * line[1];
  const across = ([x, y]: Point): number => y * line[0] - x * line[1];
  if (Math.abs(across(one.from) - across(other.from)) > JOIN.offset * size) return false;
  return [along(one.from) - along(other.to), along(other.from) - along(one.to)].some(
    (gap) => gap >= -JOIN.overlap * size && gap <= JOIN.gap * size,
  );
}

function directionOf({ corners: [first, right] }: PlacedGlyph): Point | null {
  if (first === undefined || right === undefined) return null;
  const [x, y] = [right[0] - first[0], right[1] - first[1]];
  const length = Math.hypot(x, y);
  return length > 0 ? [x / length, y / length] : null;
}
