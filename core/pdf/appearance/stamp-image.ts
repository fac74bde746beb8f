// A specimen or emblem as an image of the stamp's document: PNG with its transparency, JPEG as it is.
import type { PDFDocument, PDFImage } from 'pdf-lib';
import { imageHeader } from '../../domain/image-size.ts';
import { STAMP_IMAGE_LIMITS } from '../../domain/stamp-design.ts';
import { StampError } from './stamp-error.ts';

const END_OF_JPEG = Buffer.from([0xff, 0xd9]);

/** @throws {StampError} STAMP_IMAGE_INVALID */
export async function embedImage(document: PDFDocument, bytes: Uint8Array): Promise<PDFImage> {
  const header = imageHeader(bytes);
  if (header === null) throw new StampError('STAMP_IMAGE_INVALID', { problem: 'PNG, JPEG' });
  const { kind, width, height } = header;
  const { pixels } = STAMP_IMAGE_LIMITS;
  if (bytes.length > STAMP_IMAGE_LIMITS.bytes || Math.max(width, height) > pixels) {
    throw new StampError('STAMP_IMAGE_INVALID', { problem: `4 MB, ${String(pixels)} px` });
  }
  // A JPEG is embedded as it is: what is cut short would be shown so, or not at all.
  if (kind === 'jpeg' && Buffer.from(bytes).lastIndexOf(END_OF_JPEG) < 0) {
    throw new StampError('STAMP_IMAGE_INVALID', { problem: 'JPEG' });
  }
  try {
    // A copy: pdf-lib's JPEG reader takes the whole buffer behind a view.
    const own = Uint8Array.from(bytes);
    const image = kind === 'png' ? await document.embedPng(own) : await document.embedJpg(own);
    await image.embed();
    return image;
  } catch (thrown) {
    const problem = kind === 'png' ? 'PNG' : 'JPEG';
    throw new StampError('STAMP_IMAGE_INVALID', { problem }, { cause: thrown });
  }
}
