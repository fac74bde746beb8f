// Tokens of PDF syntax (ISO 32000-2 7.2, 7.3) from a window of the file.
import { isDigit, isRegular, isWhite } from './characters.ts';
import { LIMITS } from './limits.ts';
import { PdfName, PdfString } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import { closingParenthesis, hexBytes, literalBytes } from './string-bytes.ts';

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
    const passedOver = this.outline && end - start > LONG;
    const bytes = passedOver ? NOTHING : hexBytes(this.#bytes, start + 1, end);
    this.position = end + 1;
    return new PdfString(bytes, true, passedOver ? null : this.#span(start));
  }

  #literalString(): PdfString {
    const start = this.position;
    const end = closingParenthesis(this.#bytes, start + 1);
    if (end === -1) {
      this.#end();
      throw new PdfError('PDF_OBJECT_BROKEN', { detail: '(' });
    }
    const bytes = literalBytes(this.#bytes, start + 1, end);
    this.position = end + 1;
    return new PdfString(bytes, false, this.#span(start));
  }

  #span(start: number): { start: number; end: number } | null {
    if (this.#base === null) return null;
    return { start: this.#base + start, end: this.#base + this.position };
  }
}

function parseNumber(text: string): number | undefined {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Bytes as one character each. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
