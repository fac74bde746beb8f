// The octets that a string stands for, from how it is written (ISO 32000-2 7.3.4).
import { hexValue, isWhite } from './characters.ts';
import { PdfError } from './pdf-error.ts';

/** Of a hexadecimal string, between its angle brackets. Throws PDF_OBJECT_BROKEN. */
export function hexBytes(bytes: Buffer, from: number, end: number): Uint8Array {
  // Contents of signatures are long, and digits all through.
  const plain = Buffer.from(bytes.toString('latin1', from, end), 'hex');
  if (plain.length * 2 === end - from) {
    // Short ones share a pool, which they must not keep alive.
    return plain.length === plain.buffer.byteLength ? plain : new Uint8Array(plain);
  }
  const digits = hexDigits(bytes, from, end);
  if (digits === null) throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'hex' });
  return digits;
}

/** Two digits an octet, white space passed over; null where anything else stands among them. */
export function hexDigits(bytes: Uint8Array, from: number, end: number): Uint8Array | null {
  const out = new Uint8Array((end - from + 1) >> 1);
  let length = 0;
  let high = -1;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const value = hexValue(byte);
    if (value < 0) {
      if (isWhite(byte)) continue;
      return null;
    }
    if (high < 0) high = value;
    else {
      out[length++] = (high << 4) | value;
      high = -1;
    }
  }
  // An odd last digit counts as followed by 0 (7.3.4.3).
  if (high >= 0) out[length++] = high << 4;
  return out.subarray(0, length);
}

/** Position of the parenthesis that closes a literal string begun before `from`; -1 where the data end before. */
export function closingParenthesis(bytes: Uint8Array, from: number): number {
  let depth = 1;
  for (let at = from; ; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return -1;
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
}

/** Of a literal string, between its parentheses. */
export function literalBytes(bytes: Uint8Array, from: number, end: number): Uint8Array {
  const out = new ByteSink(end - from);
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x5c) {
      at = escaped(bytes, at + 1, out);
    } else if (byte === 0x0d) {
      // An end of line within a string is read as one line feed (7.3.4.2).
      out.push(0x0a);
      if (bytes[at + 1] === 0x0a) at += 1;
    } else out.push(byte);
  }
  return out.bytes();
}

/** Reads what follows a backslash; returns the position of its last byte. */
function escaped(bytes: Uint8Array, at: number, out: ByteSink): number {
  const byte = bytes[at] ?? 0;
  const simple = ESCAPES.get(byte);
  if (simple !== undefined) {
    out.push(simple);
    return at;
  }
  if (byte === 0x0d) return bytes[at + 1] === 0x0a ? at + 1 : at;
  if (byte === 0x0a) return at;
  if (byte < 0x30 || byte > 0x37) {
    out.push(byte);
    return at;
  }
  let value = 0;
  let digits = 0;
  while (digits < 3) {
    const digit = bytes[at + digits];
    if (digit === undefined || digit < 0x30 || digit > 0x37) break;
    value = value * 8 + (digit - 0x30);
    digits += 1;
  }
  out.push(value & 0xff);
  return at + digits - 1;
}

/** Bytes written one after another into room that is known to suffice. */
class ByteSink {
  readonly #bytes: Uint8Array;
  #length = 0;
  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }
  push(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
  bytes(): Uint8Array {
    return this.#length === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, this.#length);
  }
}

const ESCAPES = new Map(
  Object.entries({
    n: 0x0a,
    r: 0x0d,
    t: 0x09,
    b: 0x08,
    f: 0x0c,
    '(': 0x28,
    ')': 0x29,
    '\\': 0x5c,
  }).map(([letter, byte]) => [letter.charCodeAt(0), byte] as const),
);
