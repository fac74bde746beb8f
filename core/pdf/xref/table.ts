// A classic cross-reference table (ISO 32000-2 7.5.4). Entries are read when asked for: a table of 100,000
// entries costs nothing to open, and stays in the file. The few of an update are kept, and all of a file that is in
// memory, so that no section holds a file that others go on from.
import type { FileWindow } from '../file-window.ts';
import { isDigit, isWhite } from '../characters.ts';
import { latin1 } from '../lexer.ts';
import { LIMITS } from '../limits.ts';
import { PdfDict } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { NumberRange, XrefEntry, XrefSection } from './section.ts';
import { type RowBudget, Subsections } from './subsections.ts';

const ENTRY = 20;
/** Of one section, so many entries are kept. */
const FEW = 50;

interface PlacedSubsection extends NumberRange {
  /** Offset of the first entry; entries are ENTRY bytes each. */
  readonly offset: number;
  /** The entries, where they are few; else they are read from the file. */
  readonly rows: Uint8Array | null;
}

/**
 * Reads the section whose keyword `xref` ends at `afterKeyword`. Throws PDF_XREF_BROKEN.
 * @param budget of the entries that are kept though they are not few
 */
export async function readXrefTable(
  file: FileWindow,
  offset: number,
  afterKeyword: number,
  budget: RowBudget = { left: 0 },
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
  const place = { offset, end, trailer };
  const count = found.reduce((sum, { count }) => sum + count, 0);
  if (count > FEW) {
    if (count * ENTRY > budget.left) return tableSection(place, found, file);
    budget.left -= count * ENTRY;
  }
  return tableSection(place, await Promise.all(found.map((one) => withRows(file, one))), NOTHING);
}

/** By itself: what it returns would else keep the file, and with it all its octets, though it needs none. */
function tableSection(
  { offset, end, trailer }: Pick<XrefSection, 'offset' | 'end' | 'trailer'>,
  placed: readonly PlacedSubsection[],
  octets: Octets,
): XrefSection {
  const subsections = new Subsections(placed, offset);
  return {
    kind: 'table',
    offset,
    end,
    trailer,
    highest: subsections.highest,
    ranges: subsections.ranges,
    keepsFile: octets !== NOTHING,
    has: (num) => subsections.find(num) !== undefined,
    lookup: (num) => lookup(octets, subsections, num),
    peek: (num) => peek(octets, subsections, num),
    entries: () => entries(octets, subsections),
  };
}

/** Where entries are read that are not kept. */
type Octets = Pick<FileWindow, 'peek' | 'read'>;

const NOTHING: Octets = { peek: () => null, read: () => Promise.resolve(new Uint8Array(0)) };

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
  return { first, count, offset: at + match[0].length, rows: null };
}

async function trailerAt(file: FileWindow, at: number): Promise<{ trailer: PdfDict; end: number }> {
  return file.parse(at, (parser) => {
    if (!parser.take('trailer')) throw new PdfError('PDF_XREF_BROKEN', { offset: at });
    const trailer = parser.object();
    if (!(trailer instanceof PdfDict)) throw new PdfError('PDF_XREF_BROKEN', { offset: at });
    return { trailer, end: at + parser.lexer.position };
  });
}

async function withRows(file: FileWindow, one: PlacedSubsection): Promise<PlacedSubsection> {
  const length = one.count * ENTRY;
  const rows = file.peek(one.offset, length) ?? (await file.read(one.offset, length));
  return { ...one, rows: new Uint8Array(rows) };
}

async function lookup(
  octets: Octets,
  subsections: Subsections<PlacedSubsection>,
  num: number,
): Promise<XrefEntry | undefined> {
  const subsection = subsections.find(num);
  return subsection === undefined ? undefined : entryOf(octets, subsection, num);
}

function peek(
  octets: Octets,
  subsections: Subsections<PlacedSubsection>,
  num: number,
): XrefEntry | undefined | null {
  const subsection = subsections.find(num);
  return subsection === undefined ? undefined : peekEntry(octets, subsection, num);
}

async function* entries(
  octets: Octets,
  { ranges }: Subsections<PlacedSubsection>,
): AsyncGenerator<readonly [number, XrefEntry]> {
  for (const subsection of ranges) {
    const { first, count } = subsection;
    for (let num = first; num < first + count; num += 1) {
      yield [num, await entryOf(octets, subsection, num)];
    }
  }
}

async function entryOf(
  octets: Octets,
  subsection: PlacedSubsection,
  num: number,
): Promise<XrefEntry> {
  const at = subsection.offset + (num - subsection.first) * ENTRY;
  return peekEntry(octets, subsection, num) ?? readEntry(await octets.read(at, ENTRY), 0, at);
}

/** Null where the file has to be read for it. */
function peekEntry(
  octets: Octets,
  { first, offset, rows }: PlacedSubsection,
  num: number,
): XrefEntry | null {
  const from = (num - first) * ENTRY;
  if (rows !== null) return readEntry(rows, from, offset + from);
  const bytes = octets.peek(offset + from, ENTRY);
  return bytes === null ? null : readEntry(bytes, 0, offset + from);
}

/** @param at offset in the file, for the error */
function readEntry(bytes: Uint8Array, from: number, at: number): XrefEntry {
  const offset = digits(bytes, from, from + 10);
  const gen = digits(bytes, from + 11, from + 16);
  const kind = bytes[from + 17];
  const spaced = bytes[from + 10] === 0x20 && bytes[from + 16] === 0x20;
  const known = kind === 0x6e || kind === 0x66;
  if (offset < 0 || gen < 0 || !spaced || !known || isDigit(bytes[from + 18])) {
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
