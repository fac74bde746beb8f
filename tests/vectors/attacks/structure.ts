// Attacks on how the file is built: universal signature forgery, signature wrapping and incremental saving
// ("1 Trillion Dollar Refund: How To Spoof PDF Signatures", Mladenov et al., CCS 2019), and what hides
// behind cross-reference sections, trailers and comments.
import { createHash } from 'node:crypto';
import { Draft } from '../../core/pdf/support/draft.ts';
import { baseDocument, PART } from '../support/base-document.ts';
import { cmsOver, signed, stamped } from '../support/in-memory.ts';
import {
  bodyOf,
  highest,
  objectText,
  offsetOf,
  startXref,
  update,
  withEntry,
} from '../support/update.ts';
import { writtenTwice } from '../legitimate/changes.ts';
import type { Attack } from './attack.ts';

const FORGED = 'BT /F1 24 Tf 72 700 Td (Keputusan: dibayar Rp 9.000.000.000) Tj ET';
const original = (): Promise<Buffer> => signed(baseDocument());

/** Object number of the signature's dictionary. */
export function signatureNumber(file: Buffer): number {
  const text = file.toString('latin1');
  const at = text.lastIndexOf('/ByteRange');
  const heads = [...text.slice(0, at).matchAll(/(?<![0-9])(\d+) 0 obj\b/g)];
  return Number(heads.at(-1)?.[1]);
}

function range(file: Buffer): number[] {
  const found = [...file.toString('latin1').matchAll(/\/ByteRange\s*\[([^\]]*)\]/g)].at(-1);
  return (found?.[1] ?? '').trim().split(/\s+/).map(Number);
}

/** The signature's dictionary written anew with something missing or wrong. */
function spoiled(change: (body: string) => string): () => Promise<Buffer> {
  return async () => {
    const file = await original();
    const num = signatureNumber(file);
    return update(file, { objects: { [num]: change(bodyOf(file, num)) } });
  };
}

const contents = /\/Contents\s*<[0-9a-fA-F]*>/;
const byteRange = /\/ByteRange\s*\[[^\]]*\]/;

const FORGERIES: readonly [string, (body: string) => string][] = [
  ['no /Contents', (body) => body.replace(contents, '')],
  ['/Contents null', (body) => body.replace(contents, '/Contents null')],
  ['/Contents empty', (body) => body.replace(contents, '/Contents <>')],
  ['/Contents 00', (body) => body.replace(contents, '/Contents <00>')],
  ['no /ByteRange', (body) => body.replace(byteRange, '')],
  ['/ByteRange null', (body) => body.replace(byteRange, '/ByteRange null')],
  ['/ByteRange of zeros', (body) => body.replace(byteRange, '/ByteRange [0 0 0 0]')],
  ['/ByteRange negative', (body) => body.replace(byteRange, '/ByteRange [0 -1 -1 -1]')],
  [
    '/ByteRange too large',
    (body) => body.replace(byteRange, '/ByteRange [0 999999999 999999999 9]'),
  ],
  ['/ByteRange of names', (body) => body.replace(byteRange, '/ByteRange [/a /b /c /d]')],
];

/** The signed parts pulled apart; what stands between is the attacker's, with a section of his own. */
async function wrapped(moveRange: boolean): Promise<Buffer> {
  const file = await original();
  const [, first = 0, second = 0, rest = 0] = range(file);
  const section = startXref(file);
  const gap: Buffer[] = [file.subarray(first, second)];
  let at = second;
  const put = (part: Buffer): number => {
    const start = at;
    gap.push(part);
    at += part.length;
    return start;
  };
  const moved = section + 12_000;
  const num = signatureNumber(file);
  // The end that is kept names this offset.
  put(Buffer.alloc(section - at, ' '));
  const content = objectText(PART.content, ['', FORGED]);
  const dictionary = bodyOf(file, num).replace(
    byteRange,
    `/ByteRange [0 ${first} ${moveRange ? moved : second} ${rest}]`,
  );
  const rows = (n: number, offset: number): string =>
    `${n} 1\n${String(offset).padStart(10, '0')} 00000 n\r\n`;
  // What the kept parts hold, where it now stands.
  const kept = [PART.page, PART.form, num + 1].map((n) => {
    const offset = offsetOf(file, n);
    return rows(n, offset < first ? offset : offset + moved - second);
  });
  const table = (from: number): Buffer =>
    Buffer.from(
      `xref\n${rows(PART.content, from)}${rows(num, from + content.length)}${kept.join('')}trailer\n<< /Size ${highest(file) + 1} /Root 1 0 R /Prev ${startXref(baseDocument())} >>\n`,
    );
  put(table(section + table(0).length));
  put(content);
  put(objectText(num, dictionary));
  put(Buffer.alloc(moved - at, ' '));
  return Buffer.concat([file.subarray(0, first), ...gap, file.subarray(second, second + rest)]);
}

const append = (text: string | Buffer) => async (): Promise<Buffer> =>
  Buffer.concat([await original(), Buffer.from(text)]);

const forgedContent = objectText(PART.content, ['', FORGED]);

/** An empty section behind the forged objects; a lenient reader that rebuilds the file finds these. */
async function behindEmptyXref(): Promise<Buffer> {
  const file = await original();
  return update(file, { objects: { [PART.content]: ['', FORGED] }, unlisted: [PART.content] });
}

/** Two sections in one update; `startxref` names the one that changes nothing. */
async function secondXref(): Promise<Buffer> {
  const file = await original();
  const forged = update(file, { objects: { [PART.content]: ['', FORGED] } });
  const tail = forged.subarray(file.length, forged.lastIndexOf('startxref'));
  const padded = Buffer.concat([file, tail]);
  const at = padded.length;
  const trailer = `trailer\n<< /Size ${highest(file) + 1} /Root 1 0 R /Info 13 0 R /Prev ${startXref(file)} >>\n`;
  return Buffer.concat([padded, Buffer.from(`xref\n0 0\n${trailer}startxref\n${at}\n%%EOF\n`)]);
}

/**
 * A section prepared among the signed bytes, before the one that the signed revision ends with: an update
 * continues that one, and what it leads to was never shown.
 */
function bypassed(): Promise<Buffer> {
  const content = `${PART.content} 0 obj\n<< /Length ${FORGED.length} >>\nstream\n${FORGED}\nendstream\nendobj\n`;
  const draft = new Draft();
  const objects: readonly [number, string][] = [
    [1, '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R] >>'],
    [5, '<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /P 3 0 R /V 6 0 R >>'],
  ];
  for (const [num, body] of objects) draft.object(num, body);
  const room = 4096;
  const range = `[0 ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}]`;
  draft.object(
    6,
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ${range} /Contents <${'0'.repeat(room)}> >>`,
  );
  draft.stream(4, '', 'BT /F1 24 Tf (Rp 1.000.000) Tj ET');
  const forged = draft.add(content);
  const [first, rows] = draft.all();
  const hidden = rows.map((row, num) => (num === PART.content ? { offset: forged } : row));
  const other = draft.table([[first, hidden]], '/Size 7 /Root 1 0 R');
  const file = draft.finish().bytes;
  const start = file.indexOf(`<${'0'.repeat(room)}>`);
  const end = start + room + 2;
  const text = `[0 ${String(start).padStart(10)} ${String(end).padStart(10)} ${String(file.length - end).padStart(10)}]`;
  file.write(text, file.indexOf(range), 'latin1');
  const digest = createHash('sha256')
    .update(file.subarray(0, start))
    .update(file.subarray(end))
    .digest();
  const cms = cmsOver(digest);
  file.write(Buffer.from(cms).toString('hex'), start + 1, 'latin1');
  return Promise.resolve(update(file, { objects: { 7: '<< >>' }, prev: other }));
}

export const STRUCTURE_ATTACKS: readonly Attack[] = [
  ...FORGERIES.map(([name, change]): Attack => ({
    name: `universal forgery: ${name}`,
    build: spoiled(change),
    named: 'BYTE_RANGE_INVALID',
  })),
  {
    name: 'universal forgery: indirect /Contents',
    build: async () => {
      const file = await original();
      const num = signatureNumber(file);
      const body = bodyOf(file, num);
      const value = /<[0-9a-fA-F]{100,}>/.exec(body)?.[0] ?? '';
      const other = highest(file) + 1;
      return update(file, {
        objects: { [num]: body.replace(contents, `/Contents ${other} 0 R`), [other]: value },
      });
    },
    named: 'BYTE_RANGE_INVALID',
  },
  {
    name: 'universal forgery: /Contents twice',
    build: spoiled((body) => body.replace(contents, (whole) => `/Contents <00> ${whole}`)),
    named: 'BYTE_RANGE_INVALID',
  },
  {
    name: 'signature exclusion: /V taken away',
    build: async () => {
      const file = await original();
      const field = highest(file);
      const num = bodyOf(file, field).includes('/Sig') ? field : field - 1;
      const found = [num, num - 1, num + 1].find((n) => bodyOf(file, n).includes('/FT /Sig'));
      const body = bodyOf(file, found ?? num).replace(/\/V \d+ 0 R/, '');
      return update(file, { objects: { [found ?? num]: body } });
    },
    named: 'SIGNATURE_REMOVED',
  },
  {
    name: 'a trusted time stamp, and a picture of a signature',
    build: () => stamped(baseDocument()),
    named: 'NO_SIGNATURE',
  },
  {
    name: 'signature wrapping: range moved',
    build: () => wrapped(true),
    named: 'BYTE_RANGE_INVALID',
  },
  {
    name: 'signature wrapping: range kept',
    build: () => wrapped(false),
    named: 'BYTE_RANGE_INVALID',
  },
  {
    name: 'incremental saving: proper update',
    build: async () => update(await original(), { objects: { [PART.content]: ['', FORGED] } }),
    named: 'PAGE_CONTENT_CHANGED',
  },
  {
    name: 'incremental saving: no section, no trailer',
    build: append(Buffer.concat([forgedContent, Buffer.from('%%EOF\n')])),
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'incremental saving: objects alone',
    build: append(forgedContent),
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'incremental saving: trailer alone',
    build: append(`trailer\n<< /Root 1 0 R /Size 99 >>\n%%EOF\n`),
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'incremental saving: trailer, objects and the old startxref',
    build: async () => {
      const file = await original();
      const end = `trailer\n<< /Root 1 0 R /Size 99 >>\nstartxref\n${startXref(file)}\n%%EOF\n`;
      return Buffer.concat([file, forgedContent, Buffer.from(end)]);
    },
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'incremental saving: section without trailer',
    build: async () => {
      const file = await original();
      const at = file.length + forgedContent.length;
      const row = `${String(file.length).padStart(10, '0')} 00000 n\r\n`;
      const end = `xref\n${PART.content} 1\n${row}startxref\n${at}\n%%EOF\n`;
      return Buffer.concat([file, forgedContent, Buffer.from(end)]);
    },
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'incremental saving: startxref that leads nowhere',
    build: async () =>
      Buffer.concat([await original(), forgedContent, Buffer.from('startxref\n0\n%%EOF\n')]),
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'incremental saving: section cut short',
    build: append(Buffer.concat([forgedContent, Buffer.from('xref\n4 1\n')])),
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'incremental saving: an object cut short',
    build: append(forgedContent.subarray(0, -20)),
    named: 'FILE_INCOMPLETE',
  },
  {
    name: 'incremental saving: a comment alone',
    build: append('% nothing\n'),
    named: 'STRUCTURE_UNCLEAR',
  },
  {
    name: 'incremental saving: objects within a comment',
    build: append('%\r4 0 obj << /Length 0 >> stream\n\nendstream endobj\n'),
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'junk after the end',
    build: append('\n\n<html>error 500</html>'),
    named: 'STRUCTURE_UNCLEAR',
  },
  {
    name: 'junk before the header',
    build: async () => Buffer.concat([Buffer.from('GIF89a;\n'), await original()]),
    named: 'PDF_XREF_BROKEN',
  },
  { name: 'objects behind an empty section', build: behindEmptyXref, named: 'STRUCTURE_FORGED' },
  { name: 'objects behind a second section', build: secondXref, named: 'STRUCTURE_FORGED' },
  {
    name: 'a section that the chain skips',
    build: async () => {
      const file = await original();
      const forged = update(file, { objects: { [PART.content]: ['', FORGED] } });
      return update(forged, {
        objects: { [PART.info]: '<< /Title (Lain) >>' },
        prev: startXref(file),
      });
    },
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'the signed revision skipped by the chain',
    build: async () => {
      const file = await original();
      const first = startXref(baseDocument());
      return update(file, {
        objects: { [PART.content]: ['', FORGED], [PART.form]: bodyOf(file, PART.form) },
        offsets: Object.fromEntries(
          [highest(file), highest(file) - 1].map((num) => [num, offsetOf(file, num)]),
        ),
        prev: first,
      });
    },
    named: 'COVERAGE_PARTIAL',
  },
  {
    name: 'a hidden section instead of the signed one',
    build: bypassed,
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'trailer: two /Root',
    build: async () => update(await original(), { trailer: '/Root 99 0 R', objects: {} }),
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'trailer: /Root twice, the right one last',
    build: async () => update(await original(), { root: '99 0 R /Root 1 0 R' }),
    named: 'STRUCTURE_UNCLEAR',
  },
  {
    name: 'trailer: /Root within a comment',
    build: async () => update(await original(), { trailer: '% /Root 99 0 R >>\n' }),
    named: 'STRUCTURE_UNCLEAR',
  },
  {
    name: 'trailer: a second trailer within a string',
    build: async () =>
      update(await original(), {
        trailer: '/A (>>\nstartxref\n9\n%%EOF\ntrailer << /Root 99 0 R >>)',
      }),
    named: 'STRUCTURE_UNCLEAR',
  },
  {
    name: 'trailer: a second startxref in a comment',
    build: async () => update(await original(), { afterTrailer: '%startxref 17 %%EOF\n' }),
    named: 'STRUCTURE_UNCLEAR',
  },
  {
    name: 'two ends',
    build: async () => {
      const file = update(await original(), { objects: { [PART.info]: '<< /Title (Lain) >>' } });
      return Buffer.concat([file, Buffer.from(`startxref\n${startXref(file)}\n%%EOF\n`)]);
    },
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'duplicate key in the catalog',
    build: async () => {
      const file = await original();
      const body = bodyOf(file, PART.catalog).replace('/Pages', '/Pages 99 0 R /Pages');
      return update(file, { objects: { [PART.catalog]: body } });
    },
    named: 'STRUCTURE_UNCLEAR',
  },
  {
    name: 'duplicate key behind an escape',
    build: async () => {
      const file = await original();
      const body = withEntry(file, PART.info, 'Titl#65', '(Lain)');
      return update(file, { objects: { [PART.info]: body } });
    },
    named: 'STRUCTURE_UNCLEAR',
  },
  {
    name: 'object written and listed twice, differently',
    build: async () => writtenTwice(await original(), '<< /Title (Liar) >>'),
    named: 'STRUCTURE_FORGED',
  },
  {
    name: 'object listed twice',
    build: async () => {
      const file = await original();
      const text = update(file, { objects: { [PART.info]: '<< /Title (Lain) >>' } }).toString(
        'latin1',
      );
      const at = text.lastIndexOf('trailer');
      const row = `${PART.info} 1\n0000000015 00000 n\r\n`;
      return Buffer.from(text.slice(0, at) + row + text.slice(at), 'latin1');
    },
    named: 'STRUCTURE_UNCLEAR',
  },
];
