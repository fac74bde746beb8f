// What viewers forgive, and attackers therefore use ("1 Trillion Dollar Refund", Mladenov et al., CCS 2019;
// "Shadow Attacks", NDSS 2021): updates with something missing, wrong or twice, each with forged page
// content that a forgiving viewer would show; and signature dictionaries spoiled where they stand.
import { deflateSync } from 'node:zlib';
import { baseDocument, PART } from '../support/base-document.ts';
import { signed } from '../support/in-memory.ts';
import {
  bodyOf,
  compressedUpdate,
  highest,
  objectText,
  startXref,
  update,
  type UpdateOptions,
} from '../support/update.ts';
import type { Attack } from './attack.ts';
import { signatureNumber } from './structure.ts';

const FORGED = 'BT /F1 24 Tf 72 700 Td (Keputusan: dibayar Rp 9.000.000.000) Tj ET';
const CONTENT = { [PART.content]: ['', FORGED] } as const;
const content = objectText(PART.content, ['', FORGED]);

type Build = (file: Buffer) => Buffer;

/** An attack on a plain document, and the same on one with object streams. */
function forgiven(name: string, named: Attack['named'], build: Build): Attack[] {
  const on = (compressed: boolean) => async (): Promise<Buffer> =>
    build(await signed(baseDocument({ compressed }), { field: 'pengesahan' }));
  const attack = (suffix: string, compressed: boolean): Attack => ({
    name: `forgiven: ${name}${suffix}`,
    named,
    build: on(compressed),
  });
  return [attack('', false), attack(', object streams', true)];
}

/** A proper update with forged contents, its text spoiled. */
const spoiled = (change: (appended: string) => string, options: UpdateOptions = {}): Build => {
  return (file) => {
    const whole = update(file, { objects: CONTENT, ...options });
    const appended = whole.toString('latin1', file.length);
    return Buffer.concat([file, Buffer.from(change(appended), 'latin1')]);
  };
};

/** A section of its own with a row for the contents. */
function section(file: Buffer, at: number, content: number, prev: number): Buffer {
  const row = `${String(content).padStart(10, '0')} 00000 n\r\n`;
  const trailer = `<< /Size ${highest(file) + 1} /Root 1 0 R /Info 13 0 R /Prev ${prev} >>`;
  return Buffer.from(
    `xref\n${PART.content} 1\n${row}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`,
  );
}

/** As published: the dictionary stands where it stood, the signed page is another. */
function inPlace(name: string, change: (dictionary: string) => string): Attack {
  return {
    name: `universal forgery in place: ${name}`,
    named: 'BYTE_RANGE_INVALID',
    build: async () => {
      const file = await signed(baseDocument());
      const text = file.toString('latin1').replace('Rp 1.000.000', 'Rp 9.000.000');
      const at = text.indexOf(`${signatureNumber(file)} 0 obj`);
      const end = text.indexOf('endobj', at);
      const before = text.slice(at, end);
      const after = change(before);
      if (after.length > before.length || after === before) throw new Error('nothing spoiled');
      return Buffer.from(
        text.slice(0, at) + after.padEnd(before.length) + text.slice(end),
        'latin1',
      );
    },
  };
}

const RANGE = /\/ByteRange\s*\[[^\]]*\]/;
const VALUE = /\/Contents\s*<[0-9a-fA-F]*>/;

/** The signature copied into the update, with the range and the contents that it has. */
const copied: Build = (file) => {
  const num = signatureNumber(file);
  return update(file, { objects: { ...CONTENT, [num]: bodyOf(file, num) } });
};

/** A signature that stands nowhere but in /Perms: no field shows it. */
async function withoutField(): Promise<Buffer> {
  const file = await signed(baseDocument(), { certification: 2 });
  return update(file, {
    objects: { [PART.form]: '<< /Fields [] >>', [PART.page]: withoutWidgets(file) },
  });
}

const withoutWidgets = (file: Buffer): string =>
  bodyOf(file, PART.page).replace(/\/Annots\s*\[[^\]]*\]/, '');

/** Two sections, the newer with the forged contents hidden behind the older in the chain. */
const chained: Build = (file) => {
  const at = file.length + content.length;
  const hidden = section(file, at, file.length, startXref(file));
  const middle = Buffer.concat([file, content, hidden.subarray(0, hidden.indexOf('startxref'))]);
  const trailer = `<< /Size ${highest(file) + 1} /Root 1 0 R /Info 13 0 R /Prev ${at} >>`;
  const last = `xref\n0 0\ntrailer\n${trailer}\nstartxref\n${middle.length}\n%%EOF\n`;
  return Buffer.concat([middle, Buffer.from(last)]);
};

/** An object stream that holds the page as well, and no section leads there. */
const hiddenPacked: Build = (file) => {
  const packed = compressedUpdate(file, { [PART.info]: '<< /Title (Lain) >>' });
  const text = packed.toString('latin1', file.length);
  const page = bodyOf(baseDocument(), PART.page).replace('4 0 R', '15 0 R');
  const [, head = '', body = ''] = /stream\n(\d+ \d+ )(<<[^]*?>> )\nendstream/.exec(text) ?? [];
  const inside = `${head}${PART.page} ${body.length} ${body}${page} `;
  const stream = objectText(highest(file) + 1, [
    `/Type /ObjStm /N 2 /First ${inside.indexOf('<<')}`,
    inside,
  ]);
  const at = file.length + stream.length;
  const moved = text.slice(text.indexOf('endobj\n') + 7);
  const row = Buffer.alloc(5);
  row.writeUInt8(1, 0);
  row.writeUInt32BE(at, 1);
  const before = Buffer.alloc(5);
  before.writeUInt8(1, 0);
  before.writeUInt32BE(file.length + text.indexOf('endobj\n') + 7, 1);
  const end = moved
    .replace(before.toString('latin1'), row.toString('latin1'))
    .replace(/startxref\n\d+/, `startxref\n${at}`);
  return Buffer.concat([file, stream, Buffer.from(end, 'latin1')]);
};

/** An object stream that holds the same number twice; its header and the section tell different ones. */
const twicePacked =
  (index: number): Build =>
  (file) => {
    const next = highest(file) + 1;
    const body = `<< /Title (Lain) >> << /Title (Liar) >>`;
    const head = `${PART.info} 0 ${PART.info} 20 `;
    const data = deflateSync(Buffer.from(head + body, 'latin1'));
    const stream = objectText(next, [
      `/Type /ObjStm /N 2 /First ${head.length} /Filter /FlateDecode`,
      data,
    ]);
    const at = file.length + stream.length;
    const row = (type: number, a: number, b: number): Buffer => {
      const bytes = Buffer.alloc(7);
      bytes.writeUInt8(type, 0);
      bytes.writeUInt32BE(a, 1);
      bytes.writeUInt16BE(b, 5);
      return bytes;
    };
    const rows = [row(2, next, index), row(1, file.length, 0), row(1, at, 0)];
    const xref = objectText(next + 1, [
      `/Type /XRef /Size ${next + 2} /W [1 4 2] /Index [${PART.info} 1 ${next} 2] /Root 1 0 R /Info 13 0 R /Prev ${startXref(file)}`,
      Buffer.concat(rows),
    ]);
    return Buffer.concat([file, stream, xref, Buffer.from(`startxref\n${at}\n%%EOF\n`)]);
  };

const another = (file: Buffer): Buffer =>
  Buffer.concat([file, Buffer.from('%PDF-1.7\n'), baseDocument({ content: FORGED })]);

export const TOLERANCE_ATTACKS: readonly Attack[] = [
  inPlace('no /ByteRange', (text) => text.replace(RANGE, '')),
  inPlace('/ByteRange null', (text) => text.replace(RANGE, '/ByteRange null')),
  inPlace('/ByteRange [0 a b 0]', (text) => text.replace(RANGE, '/ByteRange [0 0 0 0]')),
  inPlace('/ByteRange empty', (text) => text.replace(RANGE, '/ByteRange []')),
  inPlace('/ByteRange of strings', (text) => text.replace(RANGE, '/ByteRange [(0) (1) (2) (3)]')),
  inPlace('/ByteRange negative', (text) => text.replace(RANGE, '/ByteRange [-1 -1 -1 -1]')),
  inPlace('/ByteRange of nulls', (text) => text.replace(RANGE, '/ByteRange [null null null null]')),
  inPlace('/ByteRange past all numbers', (text) =>
    text.replace(RANGE, '/ByteRange [0 9223372036854775807 1 1]'),
  ),
  inPlace('/ByteRange that wraps round', (text) =>
    text.replace(RANGE, '/ByteRange [0 4294967296 1 4294967295]'),
  ),
  inPlace('/ByteRange of fractions', (text) => text.replace(RANGE, '/ByteRange [0 .5 .5 .5]')),
  inPlace('/ByteRange in an object that is not there', (text) =>
    text.replace(RANGE, '/ByteRange 99 0 R'),
  ),
  inPlace('/ByteRange of one pair', (text) => text.replace(RANGE, '/ByteRange [0 9]')),
  inPlace('/ByteRange of three pairs', (text) => text.replace(RANGE, '/ByteRange [0 1 2 3 4 5]')),
  inPlace('/ByteRange a number', (text) => text.replace(RANGE, '/ByteRange 0')),
  inPlace('no /Contents', (text) => text.replace(VALUE, '')),
  inPlace('/Contents null', (text) => text.replace(VALUE, '/Contents null')),
  inPlace('/Contents <00>', (text) => text.replace(VALUE, '/Contents <00>')),
  inPlace('/Contents empty', (text) => text.replace(VALUE, '/Contents <>')),
  inPlace('/Contents an empty literal', (text) => text.replace(VALUE, '/Contents ()')),
  inPlace('/Contents a name', (text) => text.replace(VALUE, '/Contents /a')),
  inPlace('/Contents in an object that is not there', (text) =>
    text.replace(VALUE, '/Contents 99 0 R'),
  ),
  inPlace('neither', (text) => text.replace(VALUE, '').replace(RANGE, '')),
  {
    name: 'a signature that no field shows',
    named: 'SIGNATURE_REMOVED',
    build: withoutField,
  },
  ...forgiven('the signature copied into the update', 'BYTE_RANGE_INVALID', copied),
  ...forgiven(
    'no %%EOF',
    'PAGE_CONTENT_CHANGED',
    spoiled((text) => text.replace('%%EOF', '')),
  ),
  ...forgiven(
    'no startxref',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace(/startxref[^]*/, '')),
  ),
  ...forgiven(
    'startxref beside the section',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace(/startxref\n(\d+)/, (_, at) => `startxref\n${Number(at) + 3}`)),
  ),
  ...forgiven(
    'startxref past the end',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace(/startxref\n(\d+)/, 'startxref\n99999999')),
  ),
  ...forgiven(
    'startxref of no number',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace(/startxref\n(\d+)/, 'startxref\n-1')),
  ),
  ...forgiven(
    'no xref',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace(/xref\n[^]*?trailer/, 'trailer')),
  ),
  ...forgiven(
    'no trailer',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace(/trailer[^]*?startxref/, 'startxref')),
  ),
  ...forgiven(
    'trailer without /Root',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace(/\/Root 1 0 R/, '')),
  ),
  ...forgiven(
    'trailer without /Size',
    'STRUCTURE_UNCLEAR',
    spoiled((text) => text.replace(/\/Size \d+/, '')),
  ),
  ...forgiven(
    'trailer with two /Prev',
    'STRUCTURE_UNCLEAR',
    spoiled((text) => text.replace('/Prev', '/Prev 9 /Prev')),
  ),
  ...forgiven(
    'trailer with a broken /Prev',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace(/\/Prev \d+/, '/Prev 99999999')),
  ),
  ...forgiven(
    'entry of another number',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace('4 0 obj', '5 0 obj')),
  ),
  ...forgiven(
    'entry of another generation',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace('00000 n', '00001 n')),
  ),
  ...forgiven(
    'entry beside its object',
    'STRUCTURE_FORGED',
    spoiled((text) =>
      text.replace(
        /(\d{10}) 00000 n/,
        (_, at) => `${String(Number(at) + 2).padStart(10, '0')} 00000 n`,
      ),
    ),
  ),
  ...forgiven(
    'entries of nineteen bytes',
    'PAGE_CONTENT_CHANGED',
    spoiled((text) => text.replace('n\r\n', 'n\n')),
  ),
  ...forgiven(
    'subsection that begins at another number',
    'STRUCTURE_FORGED',
    spoiled((text) => text.replace('xref\n4 1', 'xref\n3 1')),
  ),
  ...forgiven(
    'no endobj',
    'STRUCTURE_UNCLEAR',
    spoiled((text) => text.replace('endobj', '      ')),
  ),
  ...forgiven(
    'no endstream',
    'STRUCTURE_UNCLEAR',
    spoiled((text) => text.replace('endstream', '         ')),
  ),
  ...forgiven(
    'length too short',
    'STRUCTURE_UNCLEAR',
    spoiled((text) => text.replace(/\/Length \d\d/, '/Length 03')),
  ),
  ...forgiven(
    'length past the end',
    'STRUCTURE_UNCLEAR',
    spoiled((text) => text.replace(/\/Length \d+/, '/Length 99')),
  ),
  ...forgiven(
    'no length',
    'STRUCTURE_UNCLEAR',
    spoiled((text) => text.replace(/\/Length \d\d/, '/Langth 74')),
  ),
  ...forgiven(
    'object that nothing lists',
    'STRUCTURE_FORGED',
    spoiled((text) => text, { unlisted: [PART.content] }),
  ),
  ...forgiven('object written twice, the last listed', 'STRUCTURE_FORGED', (file) =>
    update(file, {
      objects: CONTENT,
      before: objectText(PART.content, ['', 'q Q']).toString('latin1'),
    }),
  ),
  ...forgiven('object numbers with signs and zeros', 'STRUCTURE_FORGED', (file) =>
    update(file, {
      objects: {},
      before: content.toString('latin1').replace('4 0 obj', '+04 00 obj'),
    }),
  ),
  ...forgiven('an object stream that nothing lists', 'STRUCTURE_FORGED', (file) =>
    update(file, {
      objects: {},
      before: objectText(90, ['/Type /ObjStm /N 1 /First 4', '1 0 << /Type /Catalog >>']).toString(
        'latin1',
      ),
    }),
  ),
  ...forgiven('section in a stream beside the table', 'STRUCTURE_FORGED', (file) => {
    const packed = compressedUpdate(file, { 1: '<< /Type /Catalog /Pages 2 0 R >>' });
    const end = packed.lastIndexOf('startxref');
    const tail = packed.subarray(file.length, end);
    return update(Buffer.concat([file]), {
      objects: {},
      before: tail.toString('latin1'),
      prev: startXref(file),
    });
  }),
  ...forgiven('section whose chain leads through a forged one', 'STRUCTURE_FORGED', chained),
  ...forgiven('a whole other document behind the end', 'STRUCTURE_FORGED', another),
  ...forgiven('a packed object twice, first', 'STRUCTURE_UNCLEAR', twicePacked(0)),
  ...forgiven('a packed object twice, second', 'STRUCTURE_UNCLEAR', twicePacked(1)),
  ...forgiven('a packed page that nothing lists', 'STRUCTURE_FORGED', hiddenPacked),
  ...forgiven(
    'three thousand blanks behind the end',
    'PAGE_CONTENT_CHANGED',
    spoiled((text) => text + ' '.repeat(3000)),
  ),
  ...forgiven('much behind the end and no section', 'STRUCTURE_FORGED', (file) =>
    Buffer.concat([file, content, Buffer.from('% a\n'.repeat(1500))]),
  ),
];
