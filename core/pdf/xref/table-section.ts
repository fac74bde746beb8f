// The entries of a cross-reference table, twenty bytes each (ISO 32000-2 7.5.4): kept, or read when asked for.
import { isDigit } from '../characters.ts';
import type { FileWindow } from '../file-window.ts';
import { PdfError } from '../pdf-error.ts';
import type { NumberedEntry, NumberRange, XrefEntry, XrefSection } from './section.ts';
import { Subsections } from './subsections.ts';

export const ENTRY = 20;

export interface PlacedSubsection extends NumberRange {
  /** Offset of the first entry; entries are ENTRY bytes each. */
  readonly offset: number;
  /** The entries, where they are few; else they are read from the file. */
  readonly rows: Uint8Array | null;
}

/** @param file where entries are read that are not kept; null: all are, and the section keeps no file */
export function tableSection(
  { offset, end, trailer }: Pick<XrefSection, 'offset' | 'end' | 'trailer'>,
  placed: readonly PlacedSubsection[],
  file: FileWindow | null,
): XrefSection {
  const octets: Octets = file ?? NOTHING;
  const subsections = new Subsections(placed, offset);
  return {
    kind: 'table',
    offset,
    end,
    trailer,
    highest: subsections.highest,
    ranges: subsections.ranges,
    keepsFile: file !== null,
    has: (num) => subsections.find(num) !== undefined,
    lookup: (num) => lookup(octets, subsections, num),
    peek: (num) => peek(octets, subsections, num),
    entries: () => entries(octets, subsections),
    keptEntries: () => (file === null ? keptEntries(subsections) : null),
  };
}

type Octets = Pick<FileWindow, 'peek' | 'read'>;

const NO_ROWS = new Uint8Array(0);
const NOTHING: Octets = { peek: () => null, read: () => Promise.resolve(NO_ROWS) };

export async function withRows(file: FileWindow, one: PlacedSubsection): Promise<PlacedSubsection> {
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

function* keptEntries({ ranges }: Subsections<PlacedSubsection>): Generator<NumberedEntry> {
  for (const { first, count, offset, rows } of ranges) {
    for (let i = 0; i < count; i += 1) {
      yield [first + i, readEntry(rows ?? NO_ROWS, i * ENTRY, offset + i * ENTRY)];
    }
  }
}

async function* entries(
  octets: Octets,
  { ranges }: Subsections<PlacedSubsection>,
): AsyncGenerator<NumberedEntry> {
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
