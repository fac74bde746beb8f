// Values so small that a file of 10 MB holds millions: as values they take many times the bytes they are
// written with, wherever they are kept.
import { deflateSync } from 'node:zlib';
import type { Row } from '../../core/pdf/support/draft.ts';
import type { Hostile } from './hostile.ts';
import { plainDraft } from './structure.ts';

const MB = 1e6;

/** What fills 9 MB, by what is repeated. */
const TINY: readonly (readonly [what: string, text: string])[] = [
  ['names', '/'],
  ['strings', '()'],
  ['hexadecimal strings', '<>'],
  ['arrays', '[]'],
  ['dictionaries', '<<>>'],
  ['numbers with a point', '.1 '],
  ['references', '9 0 R '],
  ['dictionaries of one entry', '<</A 1>>'],
];

export const VALUES: readonly Hostile[] = [
  ...TINY.map(([what, text]) => ({
    name: `9 MB of ${what} in one array`,
    build: () => plainDraft(`/A [${fill(text, 9 * MB)}]`).finish().bytes,
  })),
  ...TINY.filter(([, text]) => text.length === 2).map(([what, text]) => ({
    name: `annotations that are 9 MB of ${what}`,
    build: () => annotations(fill(text, 9 * MB)),
  })),
  { name: '700,000 annotations that are not there', build: () => annotations(dangling(700_000)) },
  { name: '3,000 objects of 1,500 strings each', build: () => inObjects(3000, fill('()', 3000)) },
  {
    name: 'an object stream of 90 MB of dictionaries in arrays',
    build: () => inObjectStream(900, fill('<<>>', 100_000)),
  },
  {
    name: 'an object stream that is one array of 45 million strings',
    build: () => inObjectStream(1, fill('()', 90 * MB)),
  },
  { name: 'a trailer of 9 MB of strings', build: () => trailer(fill('()', 9 * MB)) },
  { name: 'a cross-reference table of 400,000 sections', build: () => subsections(400_000) },
  { name: 'a cross-reference stream of 900,000 sections', build: () => indexes(900_000) },
];

function fill(text: string, length: number): string {
  return text.repeat(Math.floor(length / text.length));
}

function dangling(count: number): string {
  return Array.from({ length: count }, (_, n) => `${n + 10} 0 R`).join(' ');
}

function annotations(list: string): Buffer {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [${list}] >>`;
  return plainDraft('', page).finish().bytes;
}

function inObjects(count: number, list: string): Buffer {
  const draft = plainDraft(`/A [${dangling(count)}]`);
  for (let n = 0; n < count; n += 1) draft.object(n + 10, `[${list}]`);
  return draft.finish().bytes;
}

function inObjectStream(count: number, list: string): Buffer {
  const draft = plainDraft(`/A [${dangling(count)}]`);
  const body = `[${list}] `;
  const head = Array.from({ length: count }, (_, n) => `${n + 10} ${n * body.length}`).join(' ');
  const first = `${head} `;
  draft.stream(
    4,
    `/Type /ObjStm /N ${count} /First ${first.length} /Filter /FlateDecode`,
    deflateSync(first + body.repeat(count)),
  );
  const rows = Array.from({ length: count }, (_, index): Row => ({ stream: 4, index }));
  const at = draft.length;
  draft.xrefStream(count + 10, [draft.all(), [10, rows]], `/Size ${count + 11} /Root 1 0 R`);
  return draft.end(at).bytes;
}

function trailer(list: string): Buffer {
  return plainDraft().finish(`/A [${list}]`).bytes;
}

/** As many as there is room for, each of one free object. */
function subsections(count: number): Buffer {
  const draft = plainDraft();
  const rows = Array.from({ length: count }, (_, n) => `${n * 2 + 10} 0\n`).join('');
  const [first, fixed] = draft.all();
  const at = draft.add(`xref\n`);
  draft.add(rows);
  const table = draft.table([[first, fixed]], `/Size 4 /Root 1 0 R`);
  // The keyword of the second table goes: it is one section.
  const text = draft.bytes.toString('latin1');
  const joined = text.slice(0, table) + text.slice(table + 'xref\n'.length);
  return Buffer.from(`${joined}startxref\n${at}\n%%EOF\n`, 'latin1');
}

function indexes(count: number): Buffer {
  const draft = plainDraft();
  const index = Array.from({ length: count }, (_, n) => `${n * 2 + 10} 1`).join(' ');
  const [, fixed] = draft.all();
  const rows = Buffer.alloc((count + fixed.length) * 7);
  fixed.forEach((row, n) => {
    if (!('offset' in row)) return;
    rows.writeUInt8(1, n * 7);
    rows.writeUInt32BE(row.offset, n * 7 + 1);
  });
  const at = draft.length;
  draft.stream(
    5,
    `/Type /XRef /Root 1 0 R /W [1 4 2] /Index [0 ${fixed.length} ${index}] /Size ${2 * count + 20} /Filter /FlateDecode`,
    deflateSync(rows),
  );
  return draft.end(at).bytes;
}
