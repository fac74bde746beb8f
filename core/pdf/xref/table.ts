// A classic cross-reference table (ISO 32000-2 7.5.4). Entries stay in the file and are read when
// asked for: a table of 100,000 entries costs nothing to open.
import type { FileWindow } from '../file-window.ts';
import { isDigit, isWhite } from '../characters.ts';
import { latin1 } from '../lexer.ts';
import { LIMITS } from '../limits.ts';
import { PdfDict } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { NumberRange, XrefEntry, XrefSection } from './section.ts';
import { Subsections } from './subsections.ts';

const ENTRY = 20;

interface PlacedSubsection extends NumberRange {
  /** Offset of the first entry; entries are ENTRY bytes each. */
  readonly offset: number;
}

/** Reads the section whose keyword `xref` ends at `afterKeyword`. Throws PDF_XREF_BROKEN. */
export async function readXrefTable(
  file: FileWindow,
  offset: number,
  afterKeyword: number,
): Promise<XrefSection> {
  const found: PlacedSubsection[] = [];
  let at = afterKeyword;
  for (;;) {
    const header = subsectionHeader(file.peek(at, HEADER) ?? (await file.read(at, HEADER)), at);
    if (header === null) break;
    if (header.count > 0) found.push(header);
    at = header.offset + header.count * ENTRY;
    // Some writers leave out the last entry's second end-of-line byte.
    if (header.count > 0) {
      const [last] = file.peek(at - 1, 1) ?? (await file.read(at - 1, 1));
      if (!isWhite(last)) at -= 1;
    }
  }
  const { trailer, end } = await trailerAt(file, at);
  const subsections = new Subsections(found, offset);
  return {
    kind: 'table',
    offset,
    end,
    trailer,
    highest: subsections.highest,
    ranges: subsections.ranges,
    has: (num) => subsections.find(num) !== undefined,
    lookup: (num) => lookup(file, subsections, num),
    peek: (num) => peek(file, subsections, num),
    entries: () => entries(file, subsections),
  };
}

/** Bytes in which the two numbers of a subsection are found. */
const HEADER = 64;

function subsectionHeader(bytes: Uint8Array, at: number): PlacedSubsection | null {
  const match = /^[\0\t\n\f\r ]*(\d{1,10})[ \t]+(\d{1,10})[ \t]*(?:\r\n|\n|\r)/.exec(latin1(bytes));
  if (match === null) return null;
  const first = Number(match[1]);
  const count = Number(match[2]);
  if (first + count > LIMITS.objectNumber + 1) {
    throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
  }
  return { first, count, offset: at + match[0].length };
}

async function trailerAt(file: FileWindow, at: number): Promise<{ trailer: PdfDict; end: number }> {
  return file.parse(at, (parser) => {
    if (!parser.take('trailer')) throw new PdfError('PDF_XREF_BROKEN', { offset: at });
    const trailer = parser.object();
    if (!(trailer instanceof PdfDict)) throw new PdfError('PDF_XREF_BROKEN', { offset: at });
    return { trailer, end: at + parser.lexer.position };
  });
}

async function lookup(
  file: FileWindow,
  subsections: Subsections<PlacedSubsection>,
  num: number,
): Promise<XrefEntry | undefined> {
  const subsection = subsections.find(num);
  if (subsection === undefined) return undefined;
  return entryAt(file, subsection.offset + (num - subsection.first) * ENTRY);
}

function peek(
  file: FileWindow,
  subsections: Subsections<PlacedSubsection>,
  num: number,
): XrefEntry | undefined | null {
  const subsection = subsections.find(num);
  if (subsection === undefined) return undefined;
  const at = subsection.offset + (num - subsection.first) * ENTRY;
  const bytes = file.peek(at, ENTRY);
  return bytes === null ? null : readEntry(bytes, at);
}

async function* entries(
  file: FileWindow,
  { ranges }: Subsections<PlacedSubsection>,
): AsyncGenerator<readonly [number, XrefEntry]> {
  for (const { first, count, offset } of ranges) {
    for (let i = 0; i < count; i += 1) {
      yield [first + i, await entryAt(file, offset + i * ENTRY)];
    }
  }
}

async function entryAt(file: FileWindow, at: number): Promise<XrefEntry> {
  return readEntry(file.peek(at, ENTRY) ?? (await file.read(at, ENTRY)), at);
}

function readEntry(bytes: Uint8Array, at: number): XrefEntry {
  const offset = digits(bytes, 0, 10);
  const gen = digits(bytes, 11, 16);
  const kind = bytes[17];
  const spaced = bytes[10] === 0x20 && bytes[16] === 0x20;
  const known = kind === 0x6e || kind === 0x66;
  if (offset < 0 || gen < 0 || !spaced || !known || isDigit(bytes[18])) {
    throw new PdfError('PDF_XREF_BROKEN', { offset: at });
  }
  return kind === 0x66 ? { kind: 'free' } : { kind: 'offset', offset, gen };
}

/** The number that digits alone make; -1 where something else stands among them. */
function digits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || !isDigit(byte)) return -1;
    value = value * 10 + (byte - 0x30);
  }
  return value;
}
