// What a picture shows where a later stamp lies on it, so that a stamp over the blank part of a scan can be told
// from one over what is written there; and where on a page such a picture has ink.
import type { PdfReader } from '../../pdf/reader.ts';
import { APPEARANCE } from './appearance.ts';
import type { Picture } from './drawings.ts';
import { InkMap } from './ink-map.ts';
import { spend } from './look-budget.ts';
import type { Corners, Point } from './painted-patches.ts';
import { common } from './path-points.ts';
import { shadesOf } from './picture-shades.ts';
import { steps } from './steps.ts';

/** In points, between the places that are looked at. */
const STEP = 0.75;
/** In points; ink is looked for in squares of four such patches, of which each is part of four. */
export const PATCH = 4;
/** So much ink, in square points, in one square is more than the dust of a scan: less than one digit. */
const LEAST_INK = APPEARANCE.leastInk;

/** `unread`: nobody can tell. */
export type Hidden = 'nothing' | 'ink' | 'unread';

/** Whether paint lies on ink of a picture. */
export async function hiddenOf(
  reader: PdfReader,
  picture: Picture,
  place: Corners,
  covers: (point: Point) => boolean,
): Promise<Hidden> {
  const inked = await inkIn(reader, picture, common(picture.box, place), covers);
  if (inked === null) return 'unread';
  return inked.length > 0 ? 'ink' : 'nothing';
}

/**
 * The squares, two patches wide and high, of a place that bear ink; null where nobody can tell.
 * @param counts whether a point is of interest
 */
export async function inkIn(
  reader: PdfReader,
  { ctm, image, box }: Picture,
  place: Corners,
  counts: (point: Point) => boolean = () => true,
): Promise<readonly Corners[] | null> {
  const [left, bottom, right, top] = common(box, place);
  if (!(right > left && top > bottom)) return [];
  const [a, b, c, d, e, f] = ctm;
  const size = a * d - b * c;
  // What has no area is not seen.
  if (size === 0) return [];
  const [wide, high] = [Math.ceil((right - left) / PATCH), Math.ceil((top - bottom) / PATCH)];
  if (!spend(reader, wide * high)) return null;
  const points: Point[] = [];
  for (const x of steps(left + STEP / 2, right, STEP)) {
    for (const y of steps(bottom + STEP / 2, top, STEP)) if (counts([x, y])) points.push([x, y]);
  }
  if (points.length === 0) return [];
  const shades = image === null ? null : await shadesOf(reader, image);
  if (shades === null) return null;
  const ink = new InkMap(shades, shades.width / Math.hypot(a, b), shades.height / Math.hypot(c, d));
  const patches = new Float32Array((wide + 1) * (high + 1));
  for (const [x, y] of points) {
    const [u, v] = [((x - e) * d - (y - f) * c) / size, ((y - f) * a - (x - e) * b) / size];
    if (!(u >= 0 && u < 1 && v >= 0 && v < 1) || !ink.isInk(u, 1 - v)) continue;
    const at = Math.floor((y - bottom) / PATCH) * (wide + 1) + Math.floor((x - left) / PATCH);
    patches[at] = (patches[at] ?? 0) + STEP * STEP;
  }
  const found: Corners[] = [];
  const of = (column: number, row: number): number => patches[row * (wide + 1) + column] ?? 0;
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      const sum =
        of(column, row) + of(column + 1, row) + of(column, row + 1) + of(column + 1, row + 1);
      if (sum < LEAST_INK) continue;
      const [x, y] = [left + column * PATCH, bottom + row * PATCH];
      found.push([x, y, Math.min(x + 2 * PATCH, right), Math.min(y + 2 * PATCH, top)]);
    }
  }
  return found;
}
