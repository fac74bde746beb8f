// The stamp as signing will draw it, for the place and page it is meant for.
import { drawStamp } from '../pdf/appearance/draw-stamp.ts';
import { PdfReader } from '../pdf/reader.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import { planStamp } from './plan-stamp.ts';
import type { Stamp } from './request.ts';

/**
 * A PDF of one page, as large as the stamp is shown and to be read upright.
 * @throws {PenaError} PDF_*, STAMP_*, TAG_*
 */
export async function previewStamp(source: ByteSource, stamp: Stamp): Promise<Uint8Array> {
  const reader = await PdfReader.open(source);
  const { content, size } = await planStamp(reader, source, stamp, null);
  return drawStamp(content, size);
}
