// What a compressed picture of a page shows, coarsely. Reading such pictures takes decoders that no file may
// crash, hold up or swell: they work apart from what judges documents.

/** How light each place of a picture is on white paper, row by row from the top: 0 is black, 255 is white. */
export interface Shades {
  readonly width: number;
  readonly height: number;
  readonly light: Uint8Array;
}

export interface PictureDecoder {
  /**
   * @param document a PDF of one page that shows nothing but the picture
   * @returns at most `MOST_SHADES` across and down; null for a picture that cannot be read, or that took too long
   * or too much memory
   */
  shades(document: Uint8Array): Promise<Shades | null>;
}

/** Of A4, some 170 to the inch: the smallest print is legible. */
export const MOST_SHADES = 2000;
/** Samples that a picture may have, all parts of a colour counted: a sheet of A4 in colours at 600 to the inch. */
export const MOST_SAMPLES = 120_000_000;
