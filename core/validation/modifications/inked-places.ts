// The places of a large picture, a scan say, that no stamp should lie on: where it bears ink, as rectangles. Where
// nobody can tell, that is all of it.
import type { PdfReader } from '../../pdf/reader.ts';
import type { Picture } from './drawings.ts';
import type { Corners } from './painted-patches.ts';
import { inkIn, PATCH } from './picture-ink.ts';
import { steps } from './steps.ts';

/** In points: what is smaller in either direction is taken whole. */
const LARGE = 72;
/** Sides of the rectangles that an unread picture is cut into, in points: smaller than any stamp, so that none gives way. */
const PIECE = 24;
/** So many of them cut the largest page that viewers show (ISO 32000-1 annex C: 14,400 points each way). */
const PIECES = (14_400 / PIECE) ** 2;
/** Of a rectangle, in points: no longer, or it would give way to a stamp as a scan does. */
const LONGEST = 96;
/** Of one picture: thousands would only slow down the search. */
const MOST = 3_000;

export async function inkedPlaces(
  reader: PdfReader,
  picture: Picture,
): Promise<readonly Corners[]> {
  const { box } = picture;
  if (box[2] - box[0] < LARGE || box[3] - box[1] < LARGE) return [];
  const inked = await inkIn(reader, picture, box);
  const places = inked === null ? pieces(box) : merged(inked);
  return places.length > MOST ? pieces(box) : places;
}

/** Squares side by side become one rectangle. They come row by row, from the left. */
function merged(squares: readonly Corners[]): readonly Corners[] {
  const rows: Corners[] = [];
  for (const square of squares) {
    const last = rows.at(-1);
    const near = last?.[1] === square[1] && square[0] - last[2] <= PATCH;
    if (near && square[2] - last[0] <= LONGEST) {
      rows[rows.length - 1] = [last[0], last[1], square[2], Math.max(last[3], square[3])];
    } else rows.push(square);
  }
  return rows;
}

function pieces([left, bottom, right, top]: Corners): readonly Corners[] {
  const side = Math.max(PIECE, Math.sqrt(((right - left) * (top - bottom)) / PIECES));
  const all: Corners[] = [];
  for (const y of steps(bottom, top, side)) {
    for (const x of steps(left, right, side)) {
      all.push([x, y, Math.min(x + side, right), Math.min(y + side, top)]);
    }
  }
  return all;
}
