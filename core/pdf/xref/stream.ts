// A cross-reference stream (ISO 32000-2 7.5.8): decoded once, looked up by row.
import { decodeStream } from '../filters.ts';
import { LIMITS } from '../limits.ts';
import { integerOf, isArray, nameOf, type PdfDict } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { NumberedEntry, NumberRange, XrefEntry, XrefSection } from './section.ts';
import { type RowBudget, Subsections } from './subsections.ts';

/**
 * Reads the section from its dictionary and encoded data.
 * Throws PDF_XREF_BROKEN, PDF_LIMIT_EXCEEDED and what decoding throws.
 */
export function readXrefStream(
  dict: PdfDict,
  data: Uint8Array,
  offset: number,
  end: number,
  budget: RowBudget = { left: LIMITS.xrefRows },
): XrefSection {
  if (nameOf(dict.get('Type')) !== 'XRef') throw new PdfError('PDF_XREF_BROKEN', { offset });
  const widths = fieldWidths(dict, offset);
  const width = widths[0] + widths[1] + widths[2];
  let row = 0;
  const placed = index(dict, offset).map(([first, count]) => {
    const start = row;
    row += count;
    return { first, count, start };
  });
  const needed = row * width;
  budget.left -= needed;
  if (budget.left < 0) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
  // A predictor adds a byte to each row; what is beyond that and some slack is no table.
  const decoded = decodeStream(dict, data, needed + row + SLACK);
  if (needed > decoded.length) throw new PdfError('PDF_XREF_BROKEN', { offset });
  // A copy of what is not decoded: the section would keep all octets of the file.
  const own = decoded.length === needed && decoded.buffer !== data.buffer;
  const rows = own ? decoded : Uint8Array.from(decoded.subarray(0, needed));
  const subsections = new Subsections(placed, offset);
  const peek = (num: number): XrefEntry | undefined => {
    const s = subsections.find(num);
    return s === undefined ? undefined : entryAt(rows, (s.start + num - s.first) * width, widths);
  };
  const keptEntries = (): Iterable<NumberedEntry> =>
    entries(subsections, (at) => entryAt(rows, at * width, widths));
  return {
    kind: 'stream',
    offset,
    end,
    trailer: dict,
    highest: subsections.highest,
    ranges: subsections.ranges,
    keepsFile: false,
    has: (num) => subsections.find(num) !== undefined,
    lookup: (num) => Promise.resolve(peek(num)),
    peek,
    entries: () => entriesLater(keptEntries()),
    keptEntries,
  };
}

const SLACK = 1 << 20;

type Widths = readonly [number, number, number];

function fieldWidths(dict: PdfDict, offset: number): Widths {
  const w = dict.get('W');
  const widths = isArray(w) ? w.slice(0, 3).map(integerOf) : [];
  const [a, b, c] = widths;
  const sound = (n: number | undefined): n is number => n !== undefined && n >= 0 && n <= 8;
  if (sound(a) && sound(b) && sound(c) && b > 0) return [a, b, c];
  throw new PdfError('PDF_XREF_BROKEN', { offset });
}

function index(dict: PdfDict, offset: number): readonly (readonly [number, number])[] {
  const size = integerOf(dict.get('Size')) ?? -1;
  const numbers = dict.get('Index') ?? [0, size];
  if (!isArray(numbers) || numbers.length % 2 !== 0) {
    throw new PdfError('PDF_XREF_BROKEN', { offset });
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    const first = integerOf(numbers[i]) ?? -1;
    const count = integerOf(numbers[i + 1]) ?? -1;
    if (first < 0 || count < 0) throw new PdfError('PDF_XREF_BROKEN', { offset });
    if (first + count > LIMITS.objectNumber + 1) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
    }
    pairs.push([first, count]);
  }
  return pairs;
}

// eslint-disable-next-line @typescript-eslint/require-await -- tables read theirs from the file
async function* entriesLater(kept: Iterable<NumberedEntry>): AsyncGenerator<NumberedEntry> {
  yield* kept;
}

function* entries(
  { ranges }: Subsections<PlacedRange>,
  entryOf: (row: number) => XrefEntry | undefined,
): Generator<NumberedEntry> {
  for (const { first, count, start } of ranges) {
    for (let i = 0; i < count; i += 1) {
      const entry = entryOf(start + i);
      if (entry !== undefined) yield [first + i, entry];
    }
  }
}

interface PlacedRange extends NumberRange {
  /** Of the rows. */
  readonly start: number;
}

function entryAt(rows: Uint8Array, at: number, [a, b, c]: Widths): XrefEntry | undefined {
  const type = a === 0 ? 1 : unsigned(rows, at, a);
  const second = unsigned(rows, at + a, b);
  const third = unsigned(rows, at + a + b, c);
  switch (type) {
    case 0:
      return { kind: 'free' };
    case 1:
      return { kind: 'offset', offset: second, gen: third };
    case 2:
      return { kind: 'compressed', stream: second, index: third };
    default:
      return { kind: 'free', unknown: true };
  }
}

function unsigned(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}
