// Rectangles around the letters of a line. One line across or up the page has one; a slanting one, such as a
// watermark, has many small ones, or it would take the whole page.
import type { Rectangle } from '../page-geometry.ts';
import { boxAround, type PlacedGlyph } from './placed-glyph.ts';

/** Parts of a slanting letter, across and up. */
const PARTS = 4;
/** Points of user space by which a baseline may be off the straight. */
const STRAIGHT = 0.5;

export function textBoxes(run: readonly PlacedGlyph[]): Rectangle[] {
  const [first] = run;
  if (first === undefined) return [];
  const slanting = run.some(({ corners: [start, end] }) => {
    if (start === undefined || end === undefined) return false;
    return Math.min(Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])) > STRAIGHT;
  });
  return slanting ? run.flatMap(parts) : [boxAround(run)];
}

function parts(glyph: PlacedGlyph): Rectangle[] {
  const [start, right, up] = glyph.corners;
  if (start === undefined || right === undefined || up === undefined) return [boxAround([glyph])];
  const at = (u: number, v: number): readonly [number, number] => [
    start[0] + ((right[0] - start[0]) * u + (up[0] - start[0]) * v) / PARTS,
    start[1] + ((right[1] - start[1]) * u + (up[1] - start[1]) * v) / PARTS,
  ];
  return Array.from({ length: PARTS * PARTS }, (_, index) => {
    const [u, v] = [index % PARTS, Math.floor(index / PARTS)];
    return boxAround([{ ...glyph, corners: [at(u, v), at(u + 1, v), at(u, v + 1)] }]);
  });
}
