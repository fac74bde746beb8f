// LZWDecode (ISO 32000-2 7.4.4): codes of 9 to 12 bits, highest bit first.
import { PdfError } from '../pdf-error.ts';

const CLEAR = 256;
const END = 257;
const TABLE = 4096;

/** @param early whether codes grow one code early (/EarlyChange, 1 unless said) */
export function lzw(bytes: Uint8Array, early: boolean, limit: number): Uint8Array {
  // Each code is its prefix's string and one byte more.
  const prefix = new Int16Array(TABLE);
  const suffix = new Uint8Array(TABLE);
  const lengths = new Uint16Array(TABLE);
  for (let code = 0; code < 256; code += 1) {
    suffix[code] = code;
    lengths[code] = 1;
    prefix[code] = -1;
  }
  const out = new Output(limit);
  const ahead = early ? 1 : 0;
  let next = END + 1;
  let width = 9;
  let previous = -1;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >>> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, previous] = [END + 1, 9, -1];
      continue;
    }
    const known = code < next && code !== CLEAR;
    if (!known && (code !== next || previous < 0)) throw broken();
    const first = out.append(known ? code : previous, prefix, suffix, lengths);
    if (!known) out.push(first);
    if (previous >= 0 && next < TABLE) {
      prefix[next] = previous;
      suffix[next] = first;
      lengths[next] = (lengths[previous] ?? 0) + 1;
      next += 1;
      if (next + ahead >= 1 << width && width < 12) width += 1;
    }
    previous = code;
  }
  return out.bytes();
}

class Output {
  readonly #limit: number;
  #bytes = new Uint8Array(4096);
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Writes a code's string; returns its first byte. */
  append(code: number, prefix: Int16Array, suffix: Uint8Array, lengths: Uint16Array): number {
    const length = lengths[code] ?? 0;
    this.#reserve(length);
    let at = this.#length + length;
    this.#length = at;
    let first = 0;
    for (let rest = code; rest >= 0; rest = prefix[rest] ?? -1) {
      first = suffix[rest] ?? 0;
      at -= 1;
      this.#bytes[at] = first;
    }
    return first;
  }

  push(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed > this.#limit) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'stream' });
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

function broken(): PdfError {
  return new PdfError('PDF_STREAM_BROKEN', { detail: 'LZWDecode' });
}
