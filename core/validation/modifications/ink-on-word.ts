// Whether lines and areas that lie upon a word change it: a stroke of a letter's own size, or one that goes through
// letters from side to side. What only passes over it, as a pen's stroke or a frame, does not.
import type { PdfReader } from '../../pdf/reader.ts';
import type { PlacedGlyph } from '../../pdf/text/placed-glyph.ts';
import { FINE, type FineInk } from './fine-ink.ts';
import { BODY, boxOfPart, pointOf } from './glyph-places.ts';
import { spend } from './look-budget.ts';
import type { Word } from './page-writing.ts';

/** So much of what a letter is told by is inked, and it is touched. */
const TOUCHED = 0.08;
/** So much of the way across a letter, and it is struck through. */
const ACROSS = 0.9;
/** Letters in a row that are struck through: of a word with fewer, all. */
const STRUCK = 2;
/** What stays so near a letter is of its own size, in shares of that. */
const NEAR = 0.6;
/** Steps in which a letter is looked at, each way; of a large one, a step is still smaller than its strokes. */
const MOST_STEPS = 24;

/** What there is too much of to look at counts as changed. */
export function changesWord(reader: PdfReader, ink: FineInk, { glyphs }: Word): boolean {
  return isStruck(reader, ink, glyphs) || glyphs.some((glyph) => altersLetter(reader, ink, glyph));
}

function isStruck(reader: PdfReader, ink: FineInk, glyphs: readonly PlacedGlyph[]): boolean {
  const rows = stepsOf(BODY.up, 1 / 12);
  if (!spend(reader, (glyphs.length * rows.length * MOST_STEPS) / 64)) return true;
  return rows.some((up) => {
    let inRow = 0;
    return glyphs.some((glyph) => {
      const columns = stepsOf([0, 1], 1 / MOST_STEPS);
      const inked = columns.filter((along) => covers(ink, glyph, along, up)).length;
      inRow = inked >= ACROSS * columns.length ? inRow + 1 : 0;
      return inRow >= Math.min(STRUCK, glyphs.length);
    });
  });
}

function altersLetter(reader: PdfReader, ink: FineInk, glyph: PlacedGlyph): boolean {
  const step = Math.max(FINE / (glyph.size || 1), 1 / MOST_STEPS);
  const places = stepsOf(BODY.up, step).flatMap((up) =>
    stepsOf(BODY.along, step).map((along) => [along, up] as const),
  );
  if (!spend(reader, places.length / 64)) return true;
  const inked = places.filter(([along, up]) => covers(ink, glyph, along, up));
  if (inked.length < TOUCHED * places.length) return false;
  return staysNear(reader, ink, glyph, inked);
}

/** Whether any of the ink at these places goes on nowhere but near the letter. */
function staysNear(
  reader: PdfReader,
  ink: FineInk,
  glyph: PlacedGlyph,
  from: readonly (readonly [along: number, up: number])[],
): boolean {
  const box = boxOfPart(glyph);
  if (box === null) return false;
  const by = NEAR * glyph.size;
  const [left, bottom] = [box[0] - by, box[1] - by];
  const wide = Math.ceil((box[2] + by - left) / FINE);
  const high = Math.ceil((box[3] + by - bottom) / FINE);
  const seen = new Set<number>();
  const inked = (x: number, y: number): boolean =>
    ink.covers([left + (x + 0.5) * FINE, bottom + (y + 0.5) * FINE]);
  for (const [along, up] of from) {
    const point = pointOf(glyph, along, up);
    if (point === null) continue;
    const start = [
      Math.floor((point[0] - left) / FINE),
      Math.floor((point[1] - bottom) / FINE),
    ] as const;
    const open = [start];
    let near = true;
    let cells = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [x, y] = next;
      if (x < 0 || y < 0 || x >= wide || y >= high) {
        // An edge of the stamp is none of the ink.
        near = false;
        continue;
      }
      if (seen.has(y * wide + x) || !inked(x, y)) continue;
      if (!spend(reader, 1 / 8)) return true;
      seen.add(y * wide + x);
      cells += 1;
      for (let i = -1; i <= 1; i += 1) {
        for (let j = -1; j <= 1; j += 1) open.push([x + i, y + j]);
      }
    }
    if (near && cells > 0) return true;
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
