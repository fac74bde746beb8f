// What a stamp draws over letters that it does not hide: lines, areas and pictures, in cells so small that a digit
// can be told from the line that crosses it. Letters are judged by their own places.
import type { PdfReader } from '../../pdf/reader.ts';
import { bandsOf, OpaqueCells } from './opaque-cells.ts';
import type { Corners, Point } from './painted-patches.ts';
import type { Paint } from './surface.ts';

/** Side of a cell, in points: as thin as a line that is seen. */
export const FINE = 0.5;
/** What is fainter changes no letter. */
const FAINT = 0.25;

export class FineInk extends OpaqueCells {
  constructor(reader: PdfReader, place: Corners) {
    super(reader, place, FINE);
  }

  override fill(path: readonly (readonly Point[])[], evenOdd: boolean, { alpha }: Paint): void {
    if (alpha < FAINT) return;
    this.area(path, evenOdd, 1);
    // An area thinner than a cell may lie between the middles of two.
    for (const [first, ...others] of path) {
      if (first !== undefined) this.#line([first, ...others, first], FINE);
    }
  }

  override stroke(points: readonly Point[], width: number, { alpha }: Paint): void {
    if (alpha >= FAINT) this.#line(points, Math.max(width, FINE));
  }

  #line(points: readonly Point[], width: number): void {
    for (const band of bandsOf(points, width)) this.area([band], false, 1);
  }

  /** How far letters that are no letters reach, and what nobody can read, is said of what hides. */
  override text(): void {}
  override shade(): void {}
  override tooMuch(): void {}
}
