// A page's content as one stream (ISO 32000-2 7.8.2).
import { isArray, type PdfDict, PdfStream } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfReader } from '../reader.ts';

/** Pieces of one page's content. */
const MAX_PIECES = 10_000;
/** Bytes of one page's content, decoded. */
const MAX_CONTENT = 64 << 20;

/** @throws {PdfError} PDF_STREAM_BROKEN, PDF_FILTER_UNSUPPORTED, PDF_LIMIT_EXCEEDED */
export async function pageContent(reader: PdfReader, page: PdfDict): Promise<Uint8Array> {
  const value = await reader.resolve(page.get('Contents'));
  const pieces = isArray(value) ? value : [value];
  if (pieces.length > MAX_PIECES) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'content' });
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const item of pieces) {
    const stream = await reader.resolve(item);
    if (!(stream instanceof PdfStream)) continue;
    const data = await reader.decodedData(stream);
    length += data.length;
    if (length > MAX_CONTENT) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'content' });
    // White space between the pieces: a token does not go on from one into the next.
    parts.push(data, Buffer.from('\n'));
  }
  return Buffer.concat(parts);
}
