// Ways round that the published attacks leave open: the gap of the signature, dangling references, hybrid
// sections, entries that change what a viewer draws by itself, and flags that are seen only in print.
import { baseDocument, PART, type BaseOptions } from '../support/base-document.ts';
import { signed } from '../support/in-memory.ts';
import {
  bodyOf,
  compressedUpdate,
  highest,
  objectText,
  offsetOf,
  startXref,
  update,
  type UpdateOptions,
  withEntry,
} from '../support/update.ts';
import type { Attack } from './attack.ts';
import { signatureNumber } from './structure.ts';

const FORGED = 'BT /F1 24 Tf 72 700 Td (Keputusan: dibayar Rp 9.000.000.000) Tj ET';
const FORM = (more: string): string =>
  `<< /Fields [8 0 R 9 0 R 10 0 R ${more}] /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 0 Tf 0 g) >>`;

function after(
  name: string,
  named: Attack['named'],
  base: BaseOptions,
  change: (file: Buffer) => UpdateOptions,
  certification: 1 | 2 | 3 | null = null,
): Attack {
  return {
    name: certification === null ? name : `certified P=${certification}: ${name}`,
    named,
    build: async () => {
      const file = await signed(
        baseDocument(base),
        certification === null ? { field: 'pengesahan' } : { certification },
      );
      return update(file, change(file));
    },
  };
}

/** A reference that led nowhere when the document was signed, and leads to `body` now. */
const dangling = (
  where: string,
  named: Attack['named'],
  base: BaseOptions,
  body: NonNullable<UpdateOptions['objects']>[number],
): Attack => after(`dangling: ${where}`, named, base, () => ({ objects: { 60: body } }));

/** What stands between the two ranges, replaced by as many bytes. */
function gap(
  name: string,
  named: Attack['named'],
  change: (hexadecimal: string) => string,
): Attack {
  return {
    name: `gap: ${name}`,
    named,
    build: async () => {
      const file = await signed(baseDocument());
      const text = file.toString('latin1');
      const found = /\/Contents\s*(<[0-9a-fA-F]+>)/.exec(text);
      if (found?.[1] === undefined) throw new Error('no /Contents');
      const at = found.index + found[0].length - found[1].length;
      const other = change(found[1]);
      if (other.length !== found[1].length) throw new Error('of another length');
      file.write(other, at, 'latin1');
      return file;
    },
  };
}

/** The hexadecimal string closed early, with something in its padding. */
const closed = (inside: string) => (text: string) => {
  const end = text.length - 400;
  return `${text.slice(0, end)}>${inside}`.padEnd(text.length);
};

/** The same numbers of the page's contents in a table and in the stream that goes with it. */
async function hybrid(inTable: 'free' | 'absent', data: string): Promise<Buffer> {
  const file = await signed(baseDocument());
  const content = objectText(PART.content, ['', data]);
  const stream = file.length + content.length;
  const row = Buffer.alloc(7);
  row.writeUInt8(1, 0);
  row.writeUInt32BE(file.length, 1);
  const number = highest(file) + 1;
  const section = objectText(number, [
    `/Type /XRef /Size ${number + 1} /W [1 4 2] /Index [${PART.content} 1]`,
    row,
  ]);
  const at = stream + section.length;
  const table = inTable === 'free' ? `${PART.content} 1\n0000000000 00001 f\r\n` : '0 0\n';
  const trailer = `trailer\n<< /Size ${number + 1} /Root 1 0 R /Info 13 0 R /Prev ${startXref(file)} /XRefStm ${stream} >>\n`;
  return Buffer.concat([
    ...[file, content, section],
    Buffer.from(`xref\n${table}${trailer}startxref\n${at}\n%%EOF\n`),
  ]);
}

const NEEDS = { 7: FORM('').replace('/DA', '/NeedAppearances true /DA') };
const READ_ONLY = { textField: '/Ff 1' };
const filled = (file: Buffer): UpdateOptions => ({
  objects: {
    [PART.text]: withEntry(file, PART.text, 'V', '(Ani)').replace('/N 16 0 R', '/N 60 0 R'),
    60: ['/Type /XObject /Subtype /Form /BBox [0 0 228 20]', 'BT (Ani) Tj ET'],
  },
});

function mark(name: string, entries: string, look: string | null = null): Attack {
  return after(
    name,
    'CONTENT_MAY_BE_COVERED',
    {},
    (file) => ({
      objects: {
        [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
        60: `<< /Type /Annot ${entries} /F 4 /P 3 0 R ${look === null ? '' : '/AP << /N 61 0 R >>'} >>`,
        ...(look === null
          ? {}
          : { 61: ['/Type /XObject /Subtype /Form /BBox [0 0 24 24]', look] as const }),
      },
    }),
    3,
  );
}

export const FURTHER_ATTACKS: readonly Attack[] = [
  gap('closed early', 'BYTE_RANGE_INVALID', closed('')),
  gap('another range within', 'BYTE_RANGE_INVALID', closed('/Byte#52ange [0 9 9 9]')),
  gap('the dictionary closed within', 'BYTE_RANGE_INVALID', closed('>> endobj')),
  gap('other contents within', 'BYTE_RANGE_INVALID', closed('/Contents <00>')),
  gap('a comment within', 'PDF_OBJECT_BROKEN', (text) => `${text.slice(0, -11)}%comment\n0>`),
  gap('a string instead', 'CONTENTS_MALFORMED', (text) => `(${'a'.repeat(text.length - 2)})`),
  gap('more after the signature', 'CONTENTS_MALFORMED', (text) => `${text.slice(0, -9)}deadbeef>`),

  dangling(
    'a page of the tree',
    'PAGES_CHANGED',
    {
      objects: { 2: '<< /Type /Pages /Kids [3 0 R 14 0 R 60 0 R] /Count 3 >>' },
    },
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
  ),
  dangling(
    'script at opening',
    'ACTIONS_CHANGED',
    { catalog: '/OpenAction 60 0 R' },
    '<< /S /JavaScript /JS (1) >>',
  ),
  dangling(
    'names',
    'NAMES_CHANGED',
    { catalog: '/Names 60 0 R' },
    '<< /EmbeddedFiles << /Names [] >> >>',
  ),
  dangling(
    'preferences',
    'DOCUMENT_CHANGED',
    { catalog: '/ViewerPreferences 60 0 R' },
    '<< /Direction /R2L >>',
  ),
  dangling('collection', 'DOCUMENT_CHANGED', { catalog: '/Collection 60 0 R' }, '<< /View /T >>'),
  dangling(
    'length of the content',
    'PAGE_CONTENT_CHANGED',
    {
      objects: { 4: `<< /Length 60 0 R >>\nstream\n${FORGED}\nendstream` },
    },
    `${FORGED.length}`,
  ),
  dangling(
    'a font',
    'FONT_CHANGED',
    { resources: '/Font9 << /F9 60 0 R >>' },
    '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
  ),
  dangling(
    'an annotation',
    'CONTENT_MAY_BE_COVERED',
    { annotations: '60 0 R' },
    '<< /Type /Annot /Subtype /Stamp /Rect [72 690 500 730] /AP << /N 6 0 R >> /F 4 >>',
  ),
  dangling(
    'a field',
    'FIELD_ADDED',
    { objects: { 7: FORM('60 0 R') } },
    '<< /FT /Tx /T (baru) /V (9) >>',
  ),
  dangling(
    'a layer',
    'LAYERS_CHANGED',
    {
      catalog: '/Xx << >>',
      page: '/PieceInfo << >>',
      objects: { 17: '<< /Type /OCG /Name (L) /Usage 60 0 R >>' },
    },
    '<< /View << /ViewState /OFF >> >>',
  ),

  after('contents led to another object by its entry', 'STRUCTURE_FORGED', {}, (file) => ({
    offsets: { [PART.content]: offsetOf(file, PART.secondContent) },
  })),
  after('object 0 in use', 'STRUCTURE_FORGED', {}, (file) => ({
    objects: { [PART.info]: '<< /Title (Lain) >>' },
    offsets: { 0: offsetOf(file, PART.secondContent) },
  })),
  {
    name: 'hybrid: contents in the stream alone',
    named: 'PAGE_CONTENT_CHANGED',
    build: () => hybrid('absent', FORGED),
  },
  {
    name: 'hybrid: contents free in the table, forged in the stream',
    named: 'PAGE_CONTENT_CHANGED',
    build: () => hybrid('free', FORGED),
  },
  {
    name: 'hybrid: contents free in the table, as they were in the stream',
    named: 'STRUCTURE_UNCLEAR',
    build: () =>
      hybrid('free', 'BT /F1 24 Tf 72 700 Td (Keputusan: dibayar Rp 1.000.000) Tj ET q /Im1 Do Q'),
  },
  {
    name: 'signature moved into an object stream',
    named: 'BYTE_RANGE_INVALID',
    build: async () => {
      const file = await signed(baseDocument());
      const num = signatureNumber(file);
      return compressedUpdate(file, { [num]: bodyOf(file, num) });
    },
  },
  after('signature within its field', 'BYTE_RANGE_INVALID', {}, (file) => ({
    objects: {
      [PART.empty]: withEntry(file, PART.empty, 'V', bodyOf(file, signatureNumber(file))),
    },
  })),
  {
    name: 'form moved to another object, then a field of it changed',
    named: 'FIELD_CHANGED',
    build: async () => {
      const file = await signed(baseDocument());
      const moved = update(file, {
        objects: {
          [PART.catalog]: withEntry(file, PART.catalog, 'AcroForm', '60 0 R'),
          60: bodyOf(file, PART.form),
        },
      });
      return update(moved, {
        objects: { [PART.text]: withEntry(moved, PART.text, 'Rect', '[72 690 500 730]') },
      });
    },
  },
  {
    name: 'form moved to another object, then its script',
    named: 'FORM_CHANGED',
    build: async () => {
      const file = await signed(baseDocument());
      const moved = update(file, {
        objects: {
          [PART.catalog]: withEntry(file, PART.catalog, 'AcroForm', '60 0 R'),
          60: bodyOf(file, PART.form),
        },
      });
      return update(moved, { objects: { 60: withEntry(moved, 60, 'CO', '[8 0 R]') } });
    },
  },
  after('encryption added', 'STRUCTURE_FORGED', {}, () => ({
    objects: { 60: '<< /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>' },
    trailer: '/Encrypt 60 0 R',
  })),
  {
    name: 'all objects written anew without /Prev',
    named: 'COVERAGE_PARTIAL',
    build: async () => {
      const file = await signed(baseDocument());
      const text = file.toString('latin1');
      const numbers = [...text.matchAll(/(?<![0-9])(\d+) 0 obj\b/g)].map((m) => Number(m[1]));
      const kept = numbers.filter((num) => num !== PART.content);
      const offsets = Object.fromEntries(kept.map((num) => [num, offsetOf(file, num)]));
      const all = update(file, { objects: { [PART.content]: ['', FORGED] }, offsets });
      const changed = all.toString('latin1');
      const at = changed.lastIndexOf('/Prev');
      return Buffer.from(
        changed.slice(0, at) + changed.slice(at).replace(/\/Prev \d+/, (s) => ' '.repeat(s.length)),
        'latin1',
      );
    },
  },

  after('page tree turned', 'PAGES_CHANGED', {}, () => ({
    objects: { [PART.pages]: '<< /Type /Pages /Kids [3 0 R 14 0 R] /Count 2 /Rotate 180 >>' },
  })),
  after('resources for all pages', 'PAGES_CHANGED', {}, () => ({
    objects: {
      [PART.pages]:
        '<< /Type /Pages /Kids [3 0 R 14 0 R] /Count 2 /Resources << /Font << /F1 60 0 R >> >> >>',
    },
  })),
  ...(['UserUnit', 'MediaBox', 'Group', 'Trans', 'Resources', 'AF', 'Thumb', 'VP'] as const).map(
    (key) =>
      after(`page's /${key}`, 'PAGE_CONTENT_CHANGED', {}, (file) => ({
        objects: {
          [PART.page]: withEntry(file, PART.page, key, key === 'UserUnit' ? '3' : '[0 0 300 300]'),
        },
      })),
  ),
  ...(
    [
      ['Lang', '(en)'],
      ['Collection', '<< /View /T >>'],
      ['NeedsRendering', 'true'],
      ['OutputIntents', '[]'],
      ['PageMode', '/UseAttachments'],
      ['Requirements', '[<< /S /EnableJavaScripts >>]'],
      ['MarkInfo', '<< /Suspects true >>'],
      ['DPartRoot', '<< >>'],
    ] as const
  ).map(([key, value]) =>
    after(`document's /${key}`, 'DOCUMENT_CHANGED', {}, (file) => ({
      objects: { [PART.catalog]: withEntry(file, PART.catalog, key, value) },
    })),
  ),
  ...(['PageLabels', 'Outlines', 'Dests', 'Threads'] as const).map((key) =>
    after(`document's /${key}`, 'NAVIGATION_CHANGED', {}, (file) => ({
      objects: { [PART.catalog]: withEntry(file, PART.catalog, key, '<< >>') },
    })),
  ),
  after(
    'permissions of another signature',
    'PERMISSIONS_CHANGED',
    {},
    (file) => ({
      objects: {
        [PART.catalog]: withEntry(file, PART.catalog, 'Perms', '<< /DocMDP 60 0 R >>'),
        60: '<< /Type /Sig >>',
      },
    }),
    2,
  ),
  after('usage rights added', 'PERMISSIONS_CHANGED', {}, (file) => ({
    objects: {
      [PART.catalog]: withEntry(file, PART.catalog, 'Perms', '<< /UR3 60 0 R >>'),
      60: '<< /Type /Sig >>',
    },
  })),
  ...(
    ['BaseState /OFF', 'AS [<< /Event /Print /Category [/Print] /OCGs [17 0 R] >>]'] as const
  ).map((entry) =>
    after(`layers' /${entry.split(' ')[0] ?? ''}`, 'LAYERS_CHANGED', {}, (file) => ({
      objects: {
        [PART.catalog]: bodyOf(file, PART.catalog).replace(
          '/D << /ON [17 0 R]',
          `/D << /${entry} /ON [17 0 R]`,
        ),
      },
    })),
  ),

  after('text field with a frame as high as itself', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: withEntry(file, PART.text, 'BS', '<< /W 40 >>') },
  })),
  after('text field no longer printed', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: withEntry(file, PART.text, 'F', '0') },
  })),
  after('text field not to be seen, only printed', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: withEntry(file, PART.text, 'F', '36') },
  })),
  after(
    'list with other words for its choices',
    'FIELD_CHANGED',
    {
      objects: {
        8: '<< /Type /Annot /Subtype /Widget /FT /Ch /T (nama) /Opt [(a) (b)] /V (a) /Rect [72 600 300 620] /P 3 0 R /F 4 /AP << /N 16 0 R >> >>',
      },
    },
    (file) => ({
      objects: { [PART.text]: withEntry(file, PART.text, 'Opt', '[(b) (a)]') },
    }),
  ),
  after(
    'look of letters of a field that viewers draw',
    'APPEARANCE_WITHOUT_VALUE',
    { objects: NEEDS },
    (file) => ({
      objects: { [PART.text]: withEntry(file, PART.text, 'DA', '(/Helv 10 Tf 1 g)') },
    }),
  ),
  after(
    'font added to a form that viewers draw',
    'FIELDS_DRAWN_ANEW',
    {
      objects: { 7: NEEDS[7].replace('/Helv 5 0 R', '/Lain 5 0 R') },
    },
    (file) => ({
      objects: {
        [PART.form]: bodyOf(file, PART.form).replace('/Lain 5 0 R', '/Lain 5 0 R /Helv 60 0 R'),
        60: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
      },
    }),
  ),
  after('letters of a field in white', 'APPEARANCE_WITHOUT_VALUE', {}, (file) => ({
    objects: { [PART.text]: withEntry(file, PART.text, 'DA', '(/Helv 10 Tf 1 g)') },
  })),
  after('read-only field filled in', 'READ_ONLY_FIELD_FILLED', READ_ONLY, filled),
  after('read-only field filled in', 'READ_ONLY_FIELD_FILLED', READ_ONLY, filled, 2),

  mark('note upon a figure', '/Subtype /Text /Name /Note /Rect [330 698 350 718]'),
  mark(
    'note upon a figure, with its sign',
    '/Subtype /Text /Rect [330 698 354 722]',
    '1 1 0 rg 0 0 24 24 re f',
  ),
  mark(
    'highlight that is not to be mixed',
    '/Subtype /Highlight /BM /Normal /C [1 1 1] /QuadPoints [72 730 500 730 72 690 500 690] /Rect [72 690 500 730]',
  ),
  after(
    'highlight that mixes only with itself',
    'CONTENT_MAY_BE_COVERED',
    {},
    (file) => ({
      objects: {
        [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
        60: '<< /Type /Annot /Subtype /Highlight /Rect [72 690 500 730] /QuadPoints [72 730 500 730 72 690 500 690] /F 4 /P 3 0 R /AP << /N 61 0 R >> >>',
        61: [
          '/Type /XObject /Subtype /Form /BBox [0 0 428 40] /Group << /S /Transparency /I true >> /Resources << /ExtGState << /G << /BM /Multiply >> >> >>',
          '/G gs 1 1 1 rg 0 0 428 40 re f',
        ],
      },
    }),
    3,
  ),
];
