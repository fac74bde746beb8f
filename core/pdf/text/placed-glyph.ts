// A character on a page.

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
