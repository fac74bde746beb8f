// RunLengthDecode (ISO 32000-2 7.4.5).
import { PdfError } from '../pdf-error.ts';

export function runLength(bytes: Uint8Array, limit: number): Uint8Array {
  let out = new Uint8Array(Math.min(limit, bytes.length * 2));
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const head = bytes[at] ?? 128;
    if (head === 128) break;
    const count = head < 128 ? head + 1 : 257 - head;
    const end = head < 128 ? at + 1 + count : at + 2;
    if (end > bytes.length) throw new PdfError('PDF_STREAM_BROKEN', { detail: 'RunLengthDecode' });
    if (length + count > limit) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'stream' });
    if (length + count > out.length) {
      const larger = new Uint8Array(Math.min(limit, (length + count) * 2));
      larger.set(out);
      out = larger;
    }
    if (head < 128) out.set(bytes.subarray(at + 1, end), length);
    else out.fill(bytes[at + 1] ?? 0, length, length + count);
    length += count;
    at = end;
  }
  return out.subarray(0, length);
}
