// Whether the bytes of an appended revision are written in the one form that all readers understand alike (ISO 32000-2
// 7.3.10, 7.5.4, 7.5.5, 7.5.8.2). Where they are not, some readers go on, and others give up the sections and look for
// objects themselves: those may find what an earlier revision holds and nothing leads to.
import { latin1 } from './lexer.ts';

/** Of these the standard's other two, NUL and form feed, are none to many readers (7.2.3). */
const LINE_END = '(?:\\r\\n|\\r|\\n)';
const KEYWORD = new RegExp(`[ \\t\\r\\n]{0,16}xref[ \\t]*${LINE_END}`, 'y');
/** With one space: to some readers two are an empty number. */
const HEADER = new RegExp(`(\\d{1,10}) (\\d{1,10})[ \\t]?${LINE_END}`, 'y');
const ROW = /\d{10} \d{5} [nf][ \r\n]{2}/y;
/** Some writers leave out the last row's second end of line. */
const LAST_ROW = /\d{10} \d{5} [nf][ \r\n]{1,2}/y;
const TRAILER = /[ \t\r\n]*trailer/y;
const END = /^startxref[ \t\r\n]+\d+[ \t\r\n]+%%EOF/;
const OBJECT = /^\d{1,10}[ \t\r\n]+\d{1,5}[ \t\r\n]+obj(?![A-Za-z])/;
const STRING = /\((?:\\[\s\S]|[^\\()])*\)/g;
const NESTED = 8;

/** A cross-reference table, from `xref` to the end of its trailer. */
export function isPlainTable(text: string): boolean {
  const scan = new Scan(text);
  if (scan.take(KEYWORD) === null) return false;
  for (let header = scan.take(HEADER); header !== null; header = scan.take(HEADER)) {
    const count = Number(header[2]);
    for (let row = 1; row <= count; row += 1) {
      if (scan.take(row === count ? LAST_ROW : ROW) === null) return false;
    }
  }
  return scan.take(TRAILER) !== null && isPlainTrailer(text.slice(scan.at));
}

/** The dictionary of a trailer or of a cross-reference stream: all its numbers are integers. */
export function isPlainTrailer(text: string): boolean {
  let bare = text;
  // Identifiers may be strings of any bytes.
  for (let depth = 0; depth < NESTED; depth += 1) bare = bare.replace(STRING, '<>');
  return !/[\0\f]/.test(bare) && !/[ \t\r\n[][+-]?(?:\d+\.\d*|\.\d+)/.test(bare);
}

/** From `startxref` on. */
export function isPlainEnd(text: string): boolean {
  return END.test(text);
}

/** How an object begins. */
export function isPlainHeader(bytes: Uint8Array): boolean {
  return OBJECT.test(latin1(bytes));
}

class Scan {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }
}
