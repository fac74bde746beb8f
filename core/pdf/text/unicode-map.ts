// ToUnicode CMaps (ISO 32000-2 9.10.3): which characters a code stands for.
import { Keyword, Lexer, type Token } from '../lexer.ts';
import { PdfError } from '../pdf-error.ts';
import { PdfString } from '../objects.ts';

/** Entries kept; a range counts once. */
const MAX_ENTRIES = 100_000;

interface CodeRange {
  readonly low: number;
  readonly high: number;
  readonly first: string;
}

export class UnicodeMap {
  readonly #codes = new Map<number, string>();
  readonly #ranges: CodeRange[] = [];

  get(code: number): string | undefined {
    const one = this.#codes.get(code);
    if (one !== undefined) return one;
    const range = this.#ranges.find(({ low, high }) => code >= low && code <= high);
    return range === undefined ? undefined : following(range.first, code - range.low);
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
      const token = lexer.next();
      if (token === null) return;
      if (!(token instanceof Keyword)) continue;
      if (token.word === 'beginbfchar') this.#characters(lexer);
      else if (token.word === 'beginbfrange') this.#readRanges(lexer);
    }
  }

  #characters(lexer: Lexer): void {
    for (;;) {
      const code = lexer.next();
      if (!(code instanceof PdfString)) return;
      const text = lexer.next();
      if (text instanceof PdfString) this.#set(numberOf(code), utf16(text));
    }
  }

  #readRanges(lexer: Lexer): void {
    for (;;) {
      const low = lexer.next();
      if (!(low instanceof PdfString)) return;
      const high = lexer.next();
      const target = lexer.next();
      if (!(high instanceof PdfString)) return;
      if (target instanceof PdfString) {
        if (this.#ranges.length < MAX_ENTRIES) {
          this.#ranges.push({ low: numberOf(low), high: numberOf(high), first: utf16(target) });
        }
      } else if (target instanceof Keyword && target.word === '[') {
        for (let code = numberOf(low); ; code += 1) {
          const item: Token = lexer.next();
          if (!(item instanceof PdfString)) break;
          this.#set(code, utf16(item));
        }
      } else return;
    }
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
