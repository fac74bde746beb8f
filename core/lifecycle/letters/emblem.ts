// An office's emblem in the letterhead: a bounded PNG, drawn anew from its pixels, or a JPEG without what a camera wrote
// into it. Beside an sRGB output intent PDF/A-2 takes no CMYK (ISO 19005-2 6.2.4.3).
import { type PDFDocument, type PDFImage, PDFName, PDFStream } from 'pdf-lib';
import { imageHeader } from '../../domain/image-size.ts';
import { LETTER_EMBLEM } from '../../domain/letter-emblem.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { embedImage } from '../../pdf/appearance/stamp-image.ts';
import { withoutMetadata } from '../papers/strip-metadata.ts';

/** @throws {PenaError} LETTER_EMBLEM_INVALID */
export async function embedEmblem(document: PDFDocument, bytes: Uint8Array): Promise<PDFImage> {
  const { kind, width = 0, height = 0 } = imageHeader(bytes) ?? {};
  const { bytes: most, pixels } = LETTER_EMBLEM;
  const isBounded = Math.min(width, height) > 0 && Math.max(width, height) <= pixels;
  if (kind === undefined || bytes.length > most || !isBounded) {
    throw new PenaError('LETTER_EMBLEM_INVALID');
  }
  try {
    const image = await embedImage(document, withoutMetadata(bytes));
    const drawn = document.context.lookup(image.ref, PDFStream);
    const colours = drawn.dict.lookup(PDFName.of('ColorSpace'));
    if (colours === PDFName.of('DeviceCMYK')) throw new PenaError('LETTER_EMBLEM_INVALID');
    return image;
  } catch (thrown) {
    throw new PenaError('LETTER_EMBLEM_INVALID', {}, { cause: thrown });
  }
}
