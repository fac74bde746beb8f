// A content stream as operations (ISO 32000-2 7.8.2): operands, then the operator. What is broken is passed
// over, as viewers do.
import { isWhite } from '../characters.ts';
import { Keyword, Lexer, type Token } from '../lexer.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfName } from '../objects.ts';
import { PdfString } from '../objects.ts';
import type { InlineImage } from './inline-image.ts';

export type Operand = number | PdfName | PdfString | readonly (number | PdfString)[] | null;

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
  /** Offset behind the operator; of an inline image, behind its data. */
  readonly end: number;
  /** Of BI: the image, where it has data. */
  readonly image?: InlineImage | null;
}

/** Operators take six operands; only a colour takes more. */
const MAX_OPERANDS = 64;
/** Pieces of one TJ. */
const MAX_PIECES = 100_000;
const MAX_NESTING = 64;
/** For each, the data may have been searched to their end. */
const MAX_BROKEN = 1000;

export function* contentOperations(bytes: Uint8Array): Generator<Operation> {
  const tokens = new Tokens(bytes);
  let operands: Operand[] = [];
  for (;;) {
    const token = tokens.next();
    if (token === null) return;
    if (!(token instanceof Keyword)) {
      if (operands.length < MAX_OPERANDS) operands.push(token);
      continue;
    }
    if (token.word === '[') operands.push(pieces(tokens));
    else if (token.word === '<<') {
      skipDictionary(tokens);
      operands.push(null);
    } else if (/^[a-zA-Z'"]/.test(token.word)) {
      const image = token.word === 'BI' ? passInlineImage(tokens) : null;
      yield { operator: token.word, operands, end: tokens.position, image };
      operands = [];
    }
  }
}

/** A byte that begins no token is passed over; a string that never ends, and too many of those, end all. */
class Tokens {
  readonly bytes: Uint8Array;
  readonly #lexer: Lexer;
  #broken = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#lexer = new Lexer(bytes, null, true);
  }

  get position(): number {
    return this.#lexer.position;
  }

  set position(position: number) {
    this.#lexer.position = position;
  }

  next(): Token {
    for (;;) {
      this.#lexer.skipWhite();
      const start = this.position;
      if (start >= this.bytes.length) return null;
      try {
        return this.#lexer.next();
      } catch (thrown) {
        if (!(thrown instanceof PdfError)) throw thrown;
        this.#broken += 1;
        const over = this.bytes[start] === 0x28 || this.#broken > MAX_BROKEN;
        this.position = over ? this.bytes.length : Math.max(this.position, start) + 1;
      }
    }
  }
}

/** Numbers and strings up to the closing bracket. */
function pieces(tokens: Tokens): (number | PdfString)[] {
  const list: (number | PdfString)[] = [];
  for (;;) {
    const before = tokens.position;
    const token = tokens.next();
    if (token === null) return list;
    if (token instanceof Keyword && token.word !== '[') {
      // An operator: the bracket was never closed.
      if (token.word !== ']') tokens.position = before;
      return list;
    }
    const piece = typeof token === 'number' || token instanceof PdfString;
    if (piece && list.length < MAX_PIECES) list.push(token);
  }
}

function skipDictionary(tokens: Tokens): void {
  for (let depth = 1; depth > 0 && depth < MAX_NESTING;) {
    const token = tokens.next();
    if (token === null) return;
    if (!(token instanceof Keyword)) continue;
    if (token.word === '<<') depth += 1;
    if (token.word === '>>') depth -= 1;
  }
}

/** From behind BI to behind EI, whose place only the data themselves tell (8.9.7). */
function passInlineImage(tokens: Tokens): InlineImage | null {
  const { bytes } = tokens;
  const start = tokens.position;
  for (;;) {
    const token = tokens.next();
    if (token === null) return null;
    if (token instanceof Keyword && token.word === 'ID') break;
  }
  const entries = bytes.subarray(start, tokens.position - 'ID'.length);
  const from = tokens.position + 1;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = tokens.position; ; at += 2) {
    at = data.indexOf('EI', at, 'latin1');
    if (at < 0) {
      tokens.position = bytes.length;
      return null;
    }
    const alone = isWhite(bytes[at - 1]) && (at + 2 >= bytes.length || isWhite(bytes[at + 2]));
    if (alone && readsAsText(bytes.subarray(at + 2, at + 18))) {
      tokens.position = at + 2;
      return { entries, data: bytes.subarray(from, Math.max(at - 1, from)) };
    }
  }
}

/** What follows an image is operators; the image's own data are hardly ever printable. */
function readsAsText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => isWhite(byte) || (byte > 0x20 && byte < 0x7f));
}
