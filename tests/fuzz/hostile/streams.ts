// Streams that swell: compressed once, compressed twice, by each filter, where the reader has to decode.
import { constants, deflateSync } from 'node:zlib';
import { Draft } from '../../core/pdf/support/draft.ts';
import type { Hostile } from './hostile.ts';
import { plainDraft } from './structure.ts';

const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R >>';
const GB = 1 << 30;

export const STREAMS: readonly Hostile[] = [
  ...[64 << 20, 255 << 20, 300 << 20, GB].map((size) => ({
    name: `an object stream of ${size >> 20} MiB`,
    build: () => objectStream(blanks(size), ''),
  })),
  {
    name: 'an object stream deflated twice',
    build: () => objectStream(deflateSync(blanks(GB)), '', '[/FlateDecode /FlateDecode]'),
  },
  {
    name: 'an object stream with a predictor over all of it',
    build: () => objectStream(blanks(250 << 20), '/DecodeParms << /Predictor 12 /Columns 1 >>'),
  },
  {
    name: 'an object stream by LZW',
    build: () => objectStream(Buffer.alloc(9_000_000), '', '/LZWDecode'),
  },
  {
    name: 'an object stream by run lengths',
    build: () =>
      objectStream(Buffer.alloc(9_000_000, Buffer.from([129, 32])), '', '/RunLengthDecode'),
  },
  {
    name: 'an object stream of z',
    build: () => objectStream(Buffer.alloc(9_000_000, 'z'), '', '/ASCII85Decode'),
  },
  { name: 'an object stream of a million objects', build: () => manyObjects(1_000_000) },
  { name: '100 object streams of 30 MiB, used in turn', build: () => inTurn(100, 30 << 20) },
  { name: 'a cross-reference stream of 8 million rows', build: () => xrefRows(8_000_000) },
  { name: 'a cross-reference stream of 90 MiB', build: () => wideRows() },
  { name: '5,000 cross-reference streams that swell', build: () => xrefChain(5000) },
  { name: 'contents of 200 MiB', build: () => contents(blanks(200 << 20)) },
  {
    name: 'contents of 3 million operators',
    build: () => contents(deflateSync(Buffer.from('BT /F1 9 Tf (# #) Tj ET\n'.repeat(3_000_000)))),
  },
  {
    name: 'contents of 10 million states saved',
    build: () => contents(deflateSync(Buffer.from('q '.repeat(10_000_000)))),
  },
  { name: 'forms that draw one another twice, 60 deep', build: forms },
];

/** Deflated blanks, whole only as long as it takes. */
function blanks(size: number): Buffer {
  return deflateRepeated(Buffer.alloc(size, ' '));
}

/** Looks for an octet that repeats and nothing else: where there is nothing else, as small, in a quarter of the time. */
function deflateRepeated(data: Buffer): Buffer {
  return deflateSync(data, { strategy: constants.Z_RLE });
}

function objectStream(data: Buffer, entries: string, filter = '/FlateDecode'): Buffer {
  const draft = new Draft();
  draft.stream(3, `/Type /ObjStm /N 2 /First 10 /Filter ${filter} ${entries}`, data);
  const rows = [
    { free: true as const },
    { stream: 3, index: 0 },
    { stream: 3, index: 1 },
    { offset: draft.offset(3) },
  ];
  const at = draft.length;
  draft.xrefStream(4, [[0, rows]], '/Size 5 /Root 1 0 R');
  return draft.end(at).bytes;
}

function manyObjects(count: number): Buffer {
  const draft = plainDraft('/All [10 0 R]');
  draft.objectStream(
    4,
    Array.from({ length: count }, (_, n) => [n + 10, `[${n + 11} 0 R]`]),
  );
  const rows = Array.from({ length: count }, (_, n) => ({
    ...{ stream: 4, index: Math.min(n, 65_535) },
  }));
  const [, fixed] = draft.all();
  const at = draft.length;
  draft.xrefStream(
    count + 10,
    [
      [0, fixed],
      [10, rows],
    ],
    `/Size ${count + 11} /Root 1 0 R`,
  );
  return draft.end(at).bytes;
}

function inTurn(count: number, size: number): Buffer {
  const kids = Array.from(
    { length: 20 * count },
    (_, n) => `${100 + (n % count) * 20 + Math.floor(n / count)} 0 R`,
  );
  const draft = new Draft();
  draft.object(1, `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${kids.join(' ')}] >> >>`);
  draft.object(2, '<< /Type /Pages /Kids [] /Count 0 >>');
  const rows: { stream: number; index: number }[] = [];
  for (let n = 0; n < count; n += 1) {
    const numbers = Array.from({ length: 20 }, (_, i) => `${100 + n * 20 + i} ${i * 20}`).join(' ');
    const head = `${numbers} `;
    const body = Array.from({ length: 20 }, () => '<< /T (a) >>'.padEnd(20)).join('');
    const data = deflateRepeated(
      Buffer.concat([Buffer.from(head + body), Buffer.alloc(size, ' ')]),
    );
    draft.stream(
      10 + (n % 90),
      `/Type /ObjStm /N 20 /First ${head.length} /Filter /FlateDecode`,
      data,
    );
    for (let index = 0; index < 20; index += 1) rows.push({ stream: 10 + (n % 90), index });
  }
  const [, fixed] = draft.all();
  const at = draft.length;
  const end = 100 + rows.length;
  draft.xrefStream(
    end,
    [
      [0, fixed],
      [100, rows],
    ],
    `/Size ${end + 1} /Root 1 0 R`,
  );
  return draft.end(at).bytes;
}

function rawXref(draft: Draft, entries: string, data: Buffer): Buffer {
  const at = draft.length;
  draft.stream(5, `/Type /XRef /Root 1 0 R /Filter /FlateDecode ${entries}`, data);
  return draft.end(at).bytes;
}

function xrefRows(count: number): Buffer {
  return rawXref(
    plainDraft(),
    `/W [1 4 2] /Index [0 ${count}] /Size ${count}`,
    deflateSync(Buffer.alloc(count * 7)),
  );
}

function wideRows(): Buffer {
  const count = 8_388_000;
  return rawXref(
    plainDraft(),
    `/W [1 4 6] /Index [0 ${count}] /Size ${count}`,
    deflateSync(Buffer.alloc(count * 11)),
  );
}

function xrefChain(count: number): Buffer {
  const draft = plainDraft();
  const data = deflateSync(Buffer.alloc(500_000));
  let previous = '';
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    at = draft.length;
    draft.stream(
      5,
      `/Type /XRef /Root 1 0 R /Filter /FlateDecode /W [1 1 0] /Index [0 8000000] /Size 8000000 ${previous}`,
      data,
    );
    previous = `/Prev ${at}`;
  }
  return draft.end(at).bytes;
}

function contents(data: Buffer): Buffer {
  const draft = plainDraft('', PAGE);
  draft.stream(4, '/Filter /FlateDecode', data);
  draft.object(5, '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>');
  return draft.finish().bytes;
}

function forms(): Buffer {
  const draft = plainDraft('', PAGE);
  draft.stream(4, '', '/F Do /F Do');
  draft.object(5, '<< /XObject << /F 10 0 R >> >>');
  for (let n = 0; n < 60; n += 1) {
    const resources = `/Resources << /XObject << /F ${n + 11} 0 R >> >>`;
    draft.stream(
      n + 10,
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources}`,
      '/F Do /F Do',
    );
  }
  return draft.finish().bytes;
}
