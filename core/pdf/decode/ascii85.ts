// ASCII85Decode (ISO 32000-2 7.4.3).
import { isWhite } from '../characters.ts';
import { PdfError } from '../pdf-error.ts';

export function ascii85(bytes: Uint8Array, limit: number): Uint8Array {
  const out = new Uint8Array(Math.min(bytes.length * 4, limit + 4));
  let length = 0;
  const group: number[] = [];
  const flush = (digits: number): void => {
    while (group.length < 5) group.push(84);
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    if (value > 0xffffffff) throw broken();
    for (let i = 0; i < digits - 1; i += 1) out[length++] = (value >>> (24 - 8 * i)) & 0xff;
    group.length = 0;
    if (length > limit) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'stream' });
  };
  for (const byte of bytes) {
    if (isWhite(byte)) continue;
    if (byte === 0x7e) break;
    // "z" stands for four zeros, between groups.
    if (byte === 0x7a && group.length === 0) {
      group.push(0, 0, 0, 0, 0);
      flush(5);
      continue;
    }
    if (byte < 0x21 || byte > 0x75) throw broken();
    group.push(byte - 0x21);
    if (group.length === 5) flush(5);
  }
  if (group.length === 1) throw broken();
  if (group.length > 1) flush(group.length);
  return out.subarray(0, length);
}

function broken(): PdfError {
  return new PdfError('PDF_STREAM_BROKEN', { detail: 'ASCII85Decode' });
}
