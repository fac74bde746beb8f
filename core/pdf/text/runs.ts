// Characters that stand side by side on one line, however the file cuts them up.
import type { PlacedGlyph } from './placed-glyph.ts';

/** Shares of the size by which a glyph may stand off the end of the one before. */
const NEAR = 0.3;

/** Runs of glyphs each of which begins about where the one before ends. */
export function runsOf(glyphs: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const runs: PlacedGlyph[][] = [];
  let run: PlacedGlyph[] = [];
  for (const glyph of glyphs) {
    const last = run.at(-1);
    if (last !== undefined && !follows(last, glyph)) {
      runs.push(run);
      run = [];
    }
    run.push(glyph);
  }
  runs.push(run);
  return runs;
}

function follows({ to, size }: PlacedGlyph, { from }: PlacedGlyph): boolean {
  return Math.hypot(from[0] - to[0], from[1] - to[1]) <= NEAR * size;
}
