// RunLengthDecode (ISO 32000-2 7.4.5).
import { PdfError } from '../pdf-error.ts';

export function runLength(bytes: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const head = bytes[at] ?? 128;
    if (head === 128) break;
    const count = head < 128 ? head + 1 : 257 - head;
    const end = head < 128 ? at + 1 + count : at + 2;
    if (end > bytes.length) throw new PdfError('PDF_STREAM_BROKEN', { detail: 'RunLengthDecode' });
    parts.push(
      head < 128 ? bytes.subarray(at + 1, end) : new Uint8Array(count).fill(bytes[at + 1] ?? 0),
    );
    length += count;
    if (length > limit) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'stream' });
    at = end;
  }
  return Buffer.concat(parts);
}
