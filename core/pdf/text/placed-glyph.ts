// A character on a page, and the box around some.
import type { Rectangle } from '../page-geometry.ts';

export interface PlacedGlyph {
  readonly text: string;
  /** Corners in user space: lower left, lower right, upper left, as the text is read. */
  readonly corners: readonly (readonly [number, number])[];
  /** Where the baseline begins and ends: the next glyph begins at its end. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** In user space. */
  readonly size: number;
}

/** Around all corners; the fourth follows from the three that are given. */
export function boxAround(glyphs: readonly PlacedGlyph[]): Rectangle {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { corners } of glyphs) {
    const [a, b, c] = corners;
    const fourth =
      a === undefined || b === undefined || c === undefined
        ? []
        : [[b[0] + c[0] - a[0], b[1] + c[1] - a[1]] as const];
    for (const [x, y] of [...corners, ...fourth]) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  }
  return { x: left, y: bottom, width: right - left, height: top - bottom };
}
