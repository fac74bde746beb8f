// ToUnicode CMaps (ISO 32000-2 9.10.3): which characters a code stands for.
import { Keyword, Lexer, type Token } from '../lexer.ts';
import { PdfError } from '../pdf-error.ts';
import { PdfString } from '../objects.ts';

/** Codes that have an entry of their own. */
const MAX_ENTRIES = 100_000;
/** Of several codes, that is. Each code that is shown is looked for in all of them, once. */
const MAX_RANGES = 10_000;
/** Three for each of 65,536 codes, and more. */
const MAX_TOKENS = 250_000;

interface CodeRange {
  readonly low: number;
  readonly high: number;
  readonly first: string;
}

export class UnicodeMap {
  readonly #codes = new Map<number, string>();
  readonly #ranges: CodeRange[] = [];
  #tokens = 0;
  /** What the ranges were asked for already: a text shows few codes, and shows them often. */
  readonly #inRanges = new Map<number, string | undefined>();

  /** How many were read: what reading it took. */
  get tokens(): number {
    return this.#tokens;
  }

  get(code: number): string | undefined {
    return this.#codes.get(code) ?? this.#inRange(code);
  }

  #inRange(code: number): string | undefined {
    if (this.#inRanges.has(code)) return this.#inRanges.get(code);
    const range = this.#ranges.find(({ low, high }) => code >= low && code <= high);
    const text = range === undefined ? undefined : following(range.first, code - range.low);
    this.#inRanges.set(code, text);
    return text;
  }

  /** Takes what can be read; a broken CMap says less. */
  static parse(bytes: Uint8Array): UnicodeMap {
    const map = new UnicodeMap();
    try {
      map.#read(new Lexer(bytes, null, true));
    } catch (thrown) {
      if (!(thrown instanceof PdfError)) throw thrown;
    }
    return map;
  }

  #read(lexer: Lexer): void {
    for (;;) {
      const token = this.#next(lexer);
      if (token === null) return;
      if (!(token instanceof Keyword)) continue;
      if (token.word === 'beginbfchar') this.#characters(lexer);
      else if (token.word === 'beginbfrange') this.#readRanges(lexer);
    }
  }

  #next(lexer: Lexer): Token {
    this.#tokens += 1;
    return this.#tokens > MAX_TOKENS ? null : lexer.next();
  }

  #characters(lexer: Lexer): void {
    for (;;) {
      const code = this.#next(lexer);
      if (!(code instanceof PdfString)) return;
      const text = this.#next(lexer);
      if (text instanceof PdfString) this.#set(numberOf(code), utf16(text));
    }
  }

  #readRanges(lexer: Lexer): void {
    for (;;) {
      const low = this.#next(lexer);
      if (!(low instanceof PdfString)) return;
      const high = this.#next(lexer);
      const target = this.#next(lexer);
      if (!(high instanceof PdfString)) return;
      if (target instanceof PdfString) {
        this.#addRange({ low: numberOf(low), high: numberOf(high), first: utf16(target) });
      } else if (target instanceof Keyword && target.word === '[') {
        for (let code = numberOf(low); ; code += 1) {
          const item: Token = this.#next(lexer);
          if (!(item instanceof PdfString)) break;
          this.#set(code, utf16(item));
        }
      } else return;
    }
  }

  /** Some writers give each code a range of its own. */
  #addRange(range: CodeRange): void {
    if (range.low !== range.high) {
      if (this.#ranges.length < MAX_RANGES) this.#ranges.push(range);
    } else if (!this.#codes.has(range.low)) this.#set(range.low, range.first);
  }

  #set(code: number, text: string): void {
    if (this.#codes.size < MAX_ENTRIES) this.#codes.set(code, text);
  }
}

function numberOf({ bytes }: PdfString): number {
  return bytes.slice(0, 4).reduce((value, byte) => value * 256 + byte, 0);
}

function utf16({ bytes }: PdfString): string {
  const even = Buffer.from(bytes.subarray(0, Math.min(bytes.length & ~1, 64)));
  return even.swap16().toString('utf16le');
}

/** The text whose last character is `steps` further on. */
function following(first: string, steps: number): string {
  const characters = Array.from(first);
  const last = characters.pop()?.codePointAt(0) ?? 0;
  return characters.join('') + String.fromCodePoint(Math.min(last + steps, 0x10ffff));
}
