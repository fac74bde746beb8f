// Which small cells of a page bear ink: anything but white paint. Errs towards "ink", but for hairlines.
import type { Matrix } from '../../pdf/text/matrix.ts';
import { OpaqueCells } from './opaque-cells.ts';
import type { Point } from './painted-patches.ts';
import type { Paint } from './surface.ts';

/** In points: what is thinner is taken for so wide, to be met by a cell. */
const THINNEST = 2;

export class InkCells extends OpaqueCells {
  override fill(path: readonly (readonly Point[])[], evenOdd: boolean, paint: Paint): void {
    if (!paint.white) super.fill(path, evenOdd, { ...paint, alpha: 1 });
  }

  override stroke(points: readonly Point[], width: number, paint: Paint): void {
    super.stroke(points, Math.max(width, THINNEST), paint);
  }

  override text(): void {
    // Text is read for itself.
  }

  override picture(ctm: Matrix): Promise<void> {
    return super.picture(ctm, null);
  }
}
