// Whether lines and areas that lie upon a word change it: a stroke of a letter's own size, or one that goes through
// letters from side to side. What only passes over it, as a pen's stroke or a frame, does not.
import type { PdfReader } from '../../pdf/reader.ts';
import type { PlacedGlyph } from '../../pdf/text/placed-glyph.ts';
import { FINE, type FineInk } from './fine-ink.ts';
import { BODY, boxOfPart, isLarge, pointOf } from './glyph-places.ts';
import { spend } from './look-budget.ts';
import type { Word } from './page-writing.ts';
import type { Point } from './painted-patches.ts';

/** So much of what a letter is told by is inked, and it is touched: a thin stroke through a heading's letter. */
const TOUCHED = 0.04;
/** So much of the way across a letter, and it is struck through. */
const ACROSS = 0.9;
/** Letters in a row that are struck through: of a word with fewer, all. */
const STRUCK = 2;
/** What stays so near a letter is of its own size, in shares of that. */
const NEAR = 0.6;
/** Steps along a letter, to see whether it is struck through. */
const STEPS = 24;
/** Of a letter's height, which is a heading's at most. */
const MOST_STEPS = 192;
/** Cells around one letter; more has none but one that is made to be wide. */
const MOST_CELLS = 1 << 17;

/** Not of what is printed across a page: thin lines pass over it. What there is too much of to look at counts as changed. */
export function changesWord(reader: PdfReader, ink: FineInk, { glyphs }: Word): boolean {
  if (glyphs.some(isLarge)) return false;
  return isStruck(reader, ink, glyphs) || glyphs.some((glyph) => altersLetter(reader, ink, glyph));
}

function isStruck(reader: PdfReader, ink: FineInk, glyphs: readonly PlacedGlyph[]): boolean {
  const size = glyphs.reduce((most, glyph) => Math.max(most, glyph.size), 0);
  const rows = stepsOf(BODY.up, fineStep(size));
  const columns = stepsOf([0, 1], 1 / STEPS);
  if (!spend(reader, (glyphs.length * rows.length * STEPS) / 64)) return true;
  return rows.some((up) => {
    let inRow = 0;
    return glyphs.some((glyph) => {
      const inked = columns.filter((along) => covers(ink, glyph, along, up)).length;
      inRow = inked >= ACROSS * columns.length ? inRow + 1 : 0;
      return inRow >= Math.min(STRUCK, glyphs.length);
    });
  });
}

/** In shares of a letter's box, so that no cell between two is passed over. */
function fineStep(size: number): number {
  return Math.max(FINE / 2 / (size || 1), 1 / MOST_STEPS);
}

function altersLetter(reader: PdfReader, ink: FineInk, glyph: PlacedGlyph): boolean {
  const step = fineStep(glyph.size);
  const places = stepsOf(BODY.up, step).flatMap((up) =>
    stepsOf(BODY.along, step).map((along) => [along, up] as const),
  );
  if (!spend(reader, places.length / 64)) return true;
  const inked = places.flatMap(([along, up]) => {
    const point = pointOf(glyph, along, up);
    return point !== null && ink.covers(point) ? [point] : [];
  });
  if (inked.length < TOUCHED * places.length) return false;
  return staysNear(reader, ink, glyph, inked);
}

/** Whether any of the ink at these points goes on nowhere but near the letter. */
function staysNear(
  reader: PdfReader,
  ink: FineInk,
  glyph: PlacedGlyph,
  from: readonly Point[],
): boolean {
  const box = boxOfPart(glyph);
  if (box === null) return false;
  const by = NEAR * glyph.size;
  const [left, bottom] = [box[0] - by, box[1] - by];
  const wide = Math.ceil((box[2] + by - left) / FINE);
  const high = Math.ceil((box[3] + by - bottom) / FINE);
  if (!(wide * high <= MOST_CELLS)) return true;
  /** Inked and met, by row and column. */
  const met = new Uint8Array(wide * high);
  const open: number[] = [];
  /** Whether the cell is none of those around the letter, and inked. */
  const meet = (x: number, y: number): boolean => {
    const inked = ink.covers([left + (x + 0.5) * FINE, bottom + (y + 0.5) * FINE]);
    if (x < 0 || y < 0 || x >= wide || y >= high) return inked;
    const at = y * wide + x;
    if (inked && met[at] === 0) {
      met[at] = 1;
      open.push(at);
    }
    return false;
  };
  for (const [x, y] of from) {
    meet(Math.floor((x - left) / FINE), Math.floor((y - bottom) / FINE));
    let near = open.length > 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!spend(reader, 1 / 8)) return true;
      const [column, row] = [next % wide, Math.floor(next / wide)];
      for (let i = -1; i <= 1; i += 1) {
        for (let j = -1; j <= 1; j += 1) if (meet(column + i, row + j)) near = false;
      }
    }
    if (near) return true;
  }
  return false;
}

function covers(ink: FineInk, glyph: PlacedGlyph, along: number, up: number): boolean {
  const point = pointOf(glyph, along, up);
  return point !== null && ink.covers(point);
}

/** From the middle of the first step to that of the last. */
function stepsOf([from, to]: readonly [number, number], step: number): number[] {
  const count = Math.max(Math.ceil((to - from) / step), 1);
  return Array.from({ length: count }, (_, i) => from + ((i + 0.5) * (to - from)) / count);
}
