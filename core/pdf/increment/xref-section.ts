// The cross-reference section of an increment, of the kind the file itself uses (ISO 32000-2 7.5.4,
// 7.5.8), and the trailer that carries on the one before (7.5.6).
import { type PdfDict, PdfName, type PdfObject, PdfStream } from '../objects.ts';
import { serialize } from './serialize.ts';

export interface WrittenObject {
  readonly num: number;
  readonly gen: number;
  /** Offset in the whole file. */
  readonly offset: number;
}

/** Entries of a trailer or of a cross-reference stream that describe only that section. */
const OWN_ENTRIES = [
  'Prev',
  'XRefStm',
  'Size',
  'Type',
  'W',
  'Index',
  'Length',
  'Filter',
  'DecodeParms',
  'DL',
];

/** All entries of the trailer before, with this section's /Size and /Prev. */
function trailerOf(previous: PdfDict, size: number, prev: number): PdfDict {
  const without = Object.fromEntries(OWN_ENTRIES.map((key) => [key, undefined]));
  return previous.with({ ...without, Size: size, Prev: prev });
}

export interface SectionInput {
  /** By object number, ascending. */
  readonly objects: readonly WrittenObject[];
  readonly previousTrailer: PdfDict;
  /** Offset of the section before. */
  readonly prev: number;
  readonly size: number;
  /** Offset at which the section will stand. */
  readonly offset: number;
}

/** `xref` ... `%%EOF`. */
export function xrefTable({ objects, previousTrailer, prev, size, offset }: SectionInput): Buffer {
  const lines: string[] = ['xref\n'];
  for (const run of runs(objects)) {
    lines.push(`${String(run[0]?.num ?? 0)} ${String(run.length)}\n`);
    for (const { offset: at, gen } of run) {
      lines.push(`${String(at).padStart(10, '0')} ${String(gen).padStart(5, '0')} n\r\n`);
    }
  }
  const trailer = serialize(trailerOf(previousTrailer, size, prev));
  return Buffer.concat([
    Buffer.from(`${lines.join('')}trailer\n`, 'latin1'),
    trailer,
    ending(offset),
  ]);
}

/** The stream object `num 0 obj`, which lists itself too, and `%%EOF`. `size` counts it already. */
export function xrefStream(input: SectionInput, num: number): Buffer {
  const { objects, previousTrailer, prev, size, offset } = input;
  const all = [...objects, { num, gen: 0, offset }].sort((a, b) => a.num - b.num);
  const wide = all.some(({ offset: at }) => at > 0xffff_ffff) ? 8 : 4;
  const width = 1 + wide + 2;
  const rows = Buffer.alloc(all.length * width);
  all.forEach(({ offset: at, gen }, row) => {
    rows[row * width] = 1;
    if (wide === 8) rows.writeBigUInt64BE(BigInt(at), row * width + 1);
    else rows.writeUInt32BE(at, row * width + 1);
    rows.writeUInt16BE(gen, row * width + 1 + wide);
  });
  const index: PdfObject[] = runs(all).flatMap((run) => [run[0]?.num ?? 0, run.length]);
  const dict = trailerOf(previousTrailer, size, prev).with({
    Type: new PdfName('XRef'),
    W: [1, wide, 2],
    Index: index,
  });
  return Buffer.concat([
    Buffer.from(`${String(num)} 0 obj\n`, 'latin1'),
    serialize(new PdfStream(dict, rows)),
    Buffer.from('\nendobj', 'latin1'),
    ending(offset),
  ]);
}

function ending(offset: number): Buffer {
  return Buffer.from(`\nstartxref\n${String(offset)}\n%%EOF\n`, 'latin1');
}

/** Groups objects with consecutive numbers. */
function runs(objects: readonly WrittenObject[]): WrittenObject[][] {
  const groups: WrittenObject[][] = [];
  for (const object of objects) {
    const last = groups.at(-1);
    if (last?.at(-1)?.num === object.num - 1) last.push(object);
    else groups.push([object]);
  }
  return groups;
}
