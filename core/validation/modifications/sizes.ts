// What the trailers of a document say of how many objects it has (ISO 32000-2 7.5.5): a later one that says less leaves
// out earlier objects, which readers that keep to it would miss.
import { foundByScanning } from '../../pdf/found-by-scanning.ts';
import { integerOf } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';

export function sizeOf(of: Pick<PdfReader, 'trailer'> | undefined): number {
  return integerOf(of?.trailer.get('Size')) ?? 0;
}

/** What the trailers said since the first signed revision, the one that is looked at among them. */
export interface Sizes {
  readonly largest: number;
  /** How many said less than one before. */
  readonly small: number;
}

export function withSize(
  { largest, small }: Sizes,
  of: Pick<PdfReader, 'trailer'> | undefined,
): Sizes {
  const size = sizeOf(of);
  return { largest: Math.max(largest, size), small: small + Number(size < largest) };
}

/** Of one file: each is looked through as a whole. */
const MOST_SMALL = 4;

/**
 * Readers either take no notice of a /Size that leaves out earlier objects, or give up the sections. PDFBox
 * counts only the objects of the update, all of which are then below it.
 */
export async function isHarmlesslySmall(reader: PdfReader, { small }: Sizes): Promise<boolean> {
  const highest = reader.links[0]?.section.highest ?? 0;
  return small <= MOST_SMALL && sizeOf(reader) === highest + 1 && (await foundByScanning(reader));
}
