// The stamp as signing will draw it, for the place and page it is meant for.
import { drawStamp } from '../pdf/appearance/draw-stamp.ts';
import { pageGeometry, toUserSpace } from '../pdf/page-geometry.ts';
import { findPage } from '../pdf/pages.ts';
import { PdfReader } from '../pdf/reader.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import type { Stamp } from './request.ts';

/**
 * A PDF of one page, as large as the stamp is shown and to be read upright.
 * @throws {PenaError} PDF_*, STAMP_*
 */
export async function previewStamp(source: ByteSource, stamp: Stamp): Promise<Uint8Array> {
  const reader = await PdfReader.open(source);
  const geometry = await pageGeometry(reader, await findPage(reader, stamp.page));
  toUserSpace(stamp.rect, geometry);
  const { width, height } = stamp.rect;
  return drawStamp(
    stamp.content,
    geometry.rotate % 180 === 0 ? { width, height } : { width: height, height: width },
  );
}
