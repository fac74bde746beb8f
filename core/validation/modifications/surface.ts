// What is painted upon: told where areas, lines, pictures and text come to lie.
import type { PdfStream } from '../../pdf/objects.ts';
import type { Matrix } from '../../pdf/text/matrix.ts';
import type { Corners, Point } from './painted-patches.ts';

export interface Paint {
  readonly white: boolean;
  /** What is written in black can be read on it. */
  readonly light: boolean;
  /** From 0, not to be seen, to 1. */
  readonly alpha: number;
  /** Nothing is seen outside of it. */
  readonly clip?: Corners | null;
}

/** Points in the space that the painter was started in. */
export interface Surface {
  fill(path: readonly (readonly Point[])[], evenOdd: boolean, paint: Paint): void;
  /** @param width of the line, in points */
  stroke(points: readonly Point[], width: number, paint: Paint): void;
  /**
   * @param image that fills the matrix's unit square; null for one that cannot be found
   * @param clip nothing is seen outside of it
   */
  picture(ctm: Matrix, image: PdfStream | null, clip: Corners | null): void | Promise<void>;
  /** A shading, or what cannot be read: nobody knows how far it reaches. */
  shade(): void;
  /** @param blots whether its letters may hide what lies under them as an area does */
  text(blots: boolean): void;
  /** There was more than is looked at. */
  tooMuch(): void;
}
