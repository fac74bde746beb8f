// Tokens of PDF syntax (ISO 32000-2 7.2, 7.3) from a window of the file.
import { hexValue, isDigit, isRegular, isWhite } from './characters.ts';
import { LIMITS } from './limits.ts';
import { PdfName, PdfString } from './objects.ts';
import { PdfError } from './pdf-error.ts';

/** Thrown when the window ends inside a token: the caller widens it and starts again. Never leaves core/pdf. */
export class WindowTooSmall extends Error {}

/** One for all: it is thrown for many objects, and where it came from is of no interest. */
export const WINDOW_TOO_SMALL = new WindowTooSmall();

/** A bare word: a keyword, or one of the delimiters `[ ] << >> { }`. */
export class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

export type Token = number | PdfName | PdfString | Keyword | null;

const MAX_KEYWORD = 128;
/** Longer than any string but a signature's contents. */
const LONG = 1 << 10;
const NOTHING = new Uint8Array(0);
const REFERENCE = new Keyword('R');

export class Lexer {
  readonly #bytes: Buffer;
  readonly #base: number | null;
  readonly #atEnd: boolean;
  position: number;
  /** Whether the last number was written as an integer: `1.0 0 R` is no reference (7.3.10). */
  wroteInteger = false;
  /** Whether long hexadecimal strings are passed over, and stand for empty ones. */
  outline = false;
  /** Whether a comment was skipped: between some tokens none is expected. */
  sawComment = false;

  /**
   * @param base offset in the file of bytes[0]; null when the bytes are not the file's own
   * @param atEnd whether the window reaches the end of the data: only then a token may end with it
   */
  constructor(bytes: Uint8Array, base: number | null, atEnd: boolean, position = 0) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#base = base;
    this.#atEnd = atEnd;
    this.position = position;
  }

  /** The next token; null at the end of the data. */
  next(): Token {
    this.skipWhite();
    const byte = this.#bytes[this.position];
    if (byte === undefined) return this.#end();
    switch (byte) {
      case 0x2f: // /
        return this.#name();
      case 0x28: // (
        return this.#literalString();
      case 0x3c: // <
        if (this.#peek(1) === 0x3c) return this.#delimiter('<<');
        return this.#hexString();
      case 0x3e: // >
        if (this.#peek(1) === 0x3e) return this.#delimiter('>>');
        throw new PdfError('PDF_OBJECT_BROKEN', { detail: '>' });
      case 0x5b:
      case 0x5d:
      case 0x7b:
      case 0x7d:
        return this.#delimiter(String.fromCharCode(byte));
      case 0x29:
        throw new PdfError('PDF_OBJECT_BROKEN', { detail: ')' });
      default:
        return this.#word();
    }
  }

  /**
   * Takes the rest of a reference whose object number was taken, where it is written as usual, ` 0 R`: its
   * generation number. Undefined where nothing was taken, and the general way decides.
   */
  restOfReference(): number | undefined {
    let at = this.position;
    if (this.#bytes[at] !== 0x20) return undefined;
    let generation = 0;
    for (at += 1; ; at += 1) {
      const byte = this.#bytes[at] ?? 0;
      if (byte < 0x30 || byte > 0x39) break;
      generation = generation * 10 + (byte - 0x30);
    }
    const digits = at - this.position - 1;
    if (digits < 1 || digits > 5) return undefined;
    if (this.#bytes[at] !== 0x20 || this.#bytes[at + 1] !== 0x52) return undefined;
    if (at + 2 >= this.#bytes.length || isRegular(this.#bytes[at + 2])) return undefined;
    this.position = at + 2;
    return generation;
  }

  /** Skips white space and comments. */
  skipWhite(): void {
    for (;;) {
      while (isWhite(this.#bytes[this.position])) this.position += 1;
      if (this.#bytes[this.position] !== 0x25) return;
      this.sawComment = true;
      for (;;) {
        const byte = this.#bytes[this.position];
        if (byte === undefined) {
          this.#end();
          return;
        }
        if (byte === 0x0a || byte === 0x0d) break;
        this.position += 1;
      }
    }
  }

  #end(): null {
    if (!this.#atEnd) throw WINDOW_TOO_SMALL;
    return null;
  }

  #peek(ahead: number): number | undefined {
    const byte = this.#bytes[this.position + ahead];
    if (byte === undefined && !this.#atEnd) throw WINDOW_TOO_SMALL;
    return byte;
  }

  #delimiter(word: string): Keyword {
    this.position += word.length;
    return new Keyword(word);
  }

  #word(): Token {
    const start = this.position;
    const whole = this.#digits(start);
    if (whole !== undefined) return whole;
    let end = start;
    while (isRegular(this.#bytes[end])) end += 1;
    if (end === this.#bytes.length) this.#end();
    this.position = end;
    if (end - start > MAX_KEYWORD) throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'keyword' });
    if (end - start === 1 && this.#bytes[start] === 0x52) return REFERENCE;
    const text = this.#text(start, end);
    const first = text.charCodeAt(0);
    if (isDigit(first) || first === 0x2b || first === 0x2d || first === 0x2e) {
      const number = parseNumber(text);
      if (number !== undefined) {
        this.wroteInteger = !text.includes('.');
        return number;
      }
    }
    return new Keyword(text);
  }

  /** The plain unsigned integer at `start`, which most words of a large file are. */
  #digits(start: number): number | undefined {
    let value = 0;
    let at = start;
    for (; ; at += 1) {
      const byte = this.#bytes[at] ?? 0;
      if (byte < 0x30 || byte > 0x39) break;
      value = value * 10 + (byte - 0x30);
    }
    // Fifteen digits are exact; at the end of the window the general way decides.
    const exact = at > start && at - start <= 15 && at < this.#bytes.length;
    if (!exact || isRegular(this.#bytes[at])) return undefined;
    this.position = at;
    this.wroteInteger = true;
    return value;
  }

  #text(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end);
  }

  #name(): PdfName {
    let end = this.position + 1;
    let escaped = false;
    while (isRegular(this.#bytes[end])) {
      if (this.#bytes[end] === 0x23) escaped = true;
      end += 1;
    }
    if (end === this.#bytes.length) this.#end();
    if (end - this.position > LIMITS.nameBytes) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'name' });
    }
    const raw = this.#text(this.position + 1, end);
    this.position = end;
    if (!escaped) return new PdfName(raw);
    return new PdfName(
      raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    );
  }

  #hexString(): PdfString {
    const start = this.position;
    const end = this.#bytes.indexOf(0x3e, start + 1);
    if (end === -1) {
      this.#end();
      throw new PdfError('PDF_OBJECT_BROKEN', { detail: '<' });
    }
    if (this.outline && end - start > LONG) {
      this.position = end + 1;
      return new PdfString(NOTHING, true);
    }
    // Contents of signatures are long, and digits all through.
    const plain = Buffer.from(this.#text(start + 1, end), 'hex');
    if (plain.length * 2 === end - start - 1) {
      this.position = end + 1;
      // Short ones share a pool, which they must not keep alive.
      const own = plain.length === plain.buffer.byteLength ? plain : Uint8Array.from(plain);
      return new PdfString(own, true, this.#span(start));
    }
    const out = new Uint8Array((end - start) >> 1);
    let length = 0;
    let high = -1;
    for (let at = start + 1; at < end; at += 1) {
      const byte = this.#bytes[at] ?? 0;
      const value = hexValue(byte);
      if (value < 0) {
        if (isWhite(byte)) continue;
        throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'hex' });
      }
      if (high < 0) high = value;
      else {
        out[length++] = (high << 4) | value;
        high = -1;
      }
    }
    // An odd last digit counts as followed by 0 (7.3.4.3).
    if (high >= 0) out[length++] = high << 4;
    this.position = end + 1;
    return new PdfString(out.subarray(0, length), true, this.#span(start));
  }

  #literalString(): PdfString {
    const start = this.position;
    const end = this.#closingParenthesis(start + 1);
    const out = new ByteSink(end - start - 1);
    for (let at = start + 1; at < end; at += 1) {
      const byte = this.#bytes[at] ?? 0;
      if (byte === 0x5c) {
        at = this.#escape(at + 1, out);
      } else if (byte === 0x0d) {
        // An end of line within a string is read as one line feed (7.3.4.2).
        out.push(0x0a);
        if (this.#bytes[at + 1] === 0x0a) at += 1;
      } else out.push(byte);
    }
    this.position = end + 1;
    return new PdfString(out.bytes(), false, this.#span(start));
  }

  #closingParenthesis(from: number): number {
    let depth = 1;
    for (let at = from; ; at += 1) {
      const byte = this.#bytes[at];
      if (byte === undefined) {
        this.#end();
        throw new PdfError('PDF_OBJECT_BROKEN', { detail: '(' });
      }
      if (byte === 0x5c) at += 1;
      else if (byte === 0x28) depth += 1;
      else if (byte === 0x29) {
        depth -= 1;
        if (depth === 0) return at;
      }
    }
  }

  /** Reads what follows a backslash; returns the position of its last byte. */
  #escape(at: number, out: ByteSink): number {
    const byte = this.#bytes[at] ?? 0;
    const simple = ESCAPES.get(byte);
    if (simple !== undefined) {
      out.push(simple);
      return at;
    }
    if (byte === 0x0d) return this.#bytes[at + 1] === 0x0a ? at + 1 : at;
    if (byte === 0x0a) return at;
    if (byte < 0x30 || byte > 0x37) {
      out.push(byte);
      return at;
    }
    let value = 0;
    let digits = 0;
    while (digits < 3) {
      const digit = this.#bytes[at + digits];
      if (digit === undefined || digit < 0x30 || digit > 0x37) break;
      value = value * 8 + (digit - 0x30);
      digits += 1;
    }
    out.push(value & 0xff);
    return at + digits - 1;
  }

  #span(start: number): { start: number; end: number } | null {
    if (this.#base === null) return null;
    return { start: this.#base + start, end: this.#base + this.position };
  }
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

function parseNumber(text: string): number | undefined {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Bytes as one character each. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
