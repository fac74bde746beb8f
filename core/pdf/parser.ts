// Objects from tokens (ISO 32000-2 7.3), as written: references are not followed.
import type { Lexer } from './lexer.ts';
import { Keyword, type Token } from './lexer.ts';
import { LIMITS } from './limits.ts';
import { PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from './objects.ts';
import { PdfError } from './pdf-error.ts';

/** About what each kind of value takes in memory, in bytes; names and strings beside their own length. */
const WEIGHT = { number: 8, name: 48, string: 320, reference: 40, array: 64, dict: 320, entry: 48 };

export class Parser {
  readonly lexer: Lexer;
  /** Of all values read so far, in bytes of memory. */
  weight = 0;
  /** Whether a dictionary read so far has a key twice, or one that is another's to readers of C strings (7.3.5). */
  repeats = false;

  constructor(lexer: Lexer) {
    this.lexer = lexer;
  }

  /** One object. Throws PDF_OBJECT_BROKEN, PDF_LIMIT_EXCEEDED. */
  object(): PdfObject {
    return this.#value(this.lexer.next(), 0);
  }

  /** Consumes a keyword or throws PDF_OBJECT_BROKEN. */
  expect(word: string): void {
    if (!this.take(word)) throw broken(word);
  }

  /** Consumes a keyword if it is next; anything else, even what is no token, stays. */
  take(word: string): boolean {
    const before = this.lexer.position;
    const token = this.#peekToken();
    if (token instanceof Keyword && token.word === word) return true;
    this.lexer.position = before;
    return false;
  }

  /** A non-negative integer or PDF_OBJECT_BROKEN. */
  integer(): number {
    const token = this.lexer.next();
    if (this.#isIndex(token)) return token;
    throw broken('integer');
  }

  #value(token: Token, depth: number): PdfObject {
    if (depth > LIMITS.nesting) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'nesting' });
    if (typeof token === 'number') {
      this.#weigh(WEIGHT.number);
      return this.#numberOrReference(token);
    }
    if (token instanceof PdfName) {
      this.#weigh(WEIGHT.name + token.value.length);
      return token;
    }
    if (token instanceof PdfString) {
      this.#weigh(WEIGHT.string + token.bytes.length);
      return token;
    }
    if (token instanceof Keyword) {
      switch (token.word) {
        case '[':
          return this.#array(depth);
        case '<<':
          return this.#dict(depth);
        case 'true':
          return true;
        case 'false':
          return false;
        case 'null':
          return null;
      }
      throw broken(token.word);
    }
    throw broken('end');
  }

  #weigh(bytes: number): void {
    this.weight += bytes;
    if (this.weight > LIMITS.objectWeight) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'object' });
    }
  }

  /** Whether the token, the last one read, can be an object or generation number. */
  #isIndex(token: Token): token is number {
    return (
      typeof token === 'number' &&
      this.lexer.wroteInteger &&
      Number.isSafeInteger(token) &&
      token >= 0
    );
  }

  #numberOrReference(first: number): PdfObject {
    if (!this.#isIndex(first)) return first;
    const generation = this.lexer.restOfReference();
    if (generation !== undefined) {
      this.#weigh(WEIGHT.reference);
      return new PdfRef(first, generation);
    }
    const before = this.lexer.position;
    const second = this.#peekToken();
    if (this.#isIndex(second)) {
      const third = this.#peekToken();
      if (third instanceof Keyword && third.word === 'R') {
        this.#weigh(WEIGHT.reference);
        return new PdfRef(first, second);
      }
    }
    this.lexer.position = before;
    return first;
  }

  /** The next token, null for what cannot be one: that is not the business of what stands before. */
  #peekToken(): Token {
    const before = this.lexer.position;
    try {
      return this.lexer.next();
    } catch (error) {
      if (!(error instanceof PdfError)) throw error;
      this.lexer.position = before;
      return null;
    }
  }

  #array(depth: number): PdfObject[] {
    const items: PdfObject[] = [];
    this.#weigh(WEIGHT.array);
    for (;;) {
      const token = this.lexer.next();
      if (token instanceof Keyword && token.word === ']') return items;
      items.push(this.#value(token, depth + 1));
    }
  }

  #dict(depth: number): PdfDict {
    const entries: [string, PdfObject][] = [];
    this.#weigh(WEIGHT.dict);
    for (;;) {
      const key = this.lexer.next();
      if (key instanceof Keyword && key.word === '>>') return this.#made(new PdfDict(entries));
      if (!(key instanceof PdfName)) throw broken('key');
      if (key.value.includes('\0')) this.repeats = true;
      this.#weigh(WEIGHT.entry + key.value.length);
      entries.push([key.value, this.#value(this.lexer.next(), depth + 1)]);
    }
  }

  #made(dict: PdfDict): PdfDict {
    if (dict.repeats) this.repeats = true;
    return dict;
  }
}

function broken(detail: string): PdfError {
  return new PdfError('PDF_OBJECT_BROKEN', { detail: detail.slice(0, 40) });
}
