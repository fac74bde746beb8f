// Shadow attacks: content prepared before signing that comes out afterwards ("Shadow Attacks: Hiding and
// Replacing Content in Signed PDFs", Mainka et al., NDSS 2021), and objects that are two things at once.
import { baseDocument, PART, XMP, type BaseOptions } from '../support/base-document.ts';
import { signed } from '../support/in-memory.ts';
import {
  bodyOf,
  objectText,
  offsetOf,
  update,
  type UpdateOptions,
  withEntry,
} from '../support/update.ts';
import { hybridEntry } from '../support/written-later.ts';
import type { Attack } from './attack.ts';

const FORGED = 'BT /F1 24 Tf 72 700 Td (Keputusan: dibayar Rp 9.000.000.000) Tj ET';

function attack(
  name: string,
  named: Attack['named'],
  base: BaseOptions,
  change: (file: Buffer) => UpdateOptions,
): Attack {
  return {
    name,
    named,
    build: async () => {
      const file = await signed(baseDocument(base));
      return update(file, change(file));
    },
  };
}

/** A second content in the bytes of a stream that nobody draws. */
const HIDDEN = objectText(PART.content, ['', FORGED]).toString('latin1');

export const SHADOW_ATTACKS: readonly Attack[] = [
  attack('shadow hide: overlay freed', 'GRAPHIC_CHANGED', {}, () => ({
    objects: { [PART.picture]: null },
  })),
  attack('shadow hide: overlay emptied', 'GRAPHIC_CHANGED', {}, () => ({
    objects: { [PART.picture]: ['/Type /XObject /Subtype /Form /BBox [0 0 1 1]', ''] },
  })),
  attack('shadow hide: overlay made no object of that type', 'GRAPHIC_CHANGED', {}, () => ({
    objects: { [PART.picture]: '<< /Type /Nothing >>' },
  })),
  attack('shadow hide: layer switched off', 'LAYERS_CHANGED', {}, (file) => ({
    objects: {
      [PART.catalog]: withEntry(
        file,
        PART.catalog,
        'OCProperties',
        '<< /OCGs [17 0 R] /D << /OFF [17 0 R] >> >>',
      ).replace(/\/OCProperties << \/OCGs \[17 0 R\] \/D << \/ON \[17 0 R\] >> >>/, ''),
    },
  })),
  attack('shadow hide: layer itself changed', 'LAYERS_CHANGED', {}, () => ({
    objects: {
      [PART.layer]: '<< /Type /OCG /Name (Lapisan) /Usage << /View << /ViewState /OFF >> >> >>',
    },
  })),
  attack(
    'shadow hide: overlaying annotation removed',
    'CONTENT_MAY_BE_COVERED',
    {
      objects: {
        20: '<< /Type /Annot /Subtype /Stamp /Rect [72 690 500 730] /AP << /N 6 0 R >> /F 4 >>',
      },
      annotations: '20 0 R',
    },
    (file) => ({
      objects: { [PART.page]: bodyOf(file, PART.page).replace('20 0 R', '') },
    }),
  ),
  attack('shadow replace: font', 'FONT_CHANGED', {}, () => ({
    objects: { [PART.font]: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' },
  })),
  attack(
    'shadow replace: font file',
    'FONT_CHANGED',
    {
      objects: {
        20: '<< /Type /Font /Subtype /TrueType /BaseFont /Milik /FontDescriptor 21 0 R >>',
        21: '<< /Type /FontDescriptor /FontName /Milik /FontFile2 22 0 R >>',
      },
      streams: { 22: ['', 'glyphs'] },
      resources: '/ColorSpace << /X 20 0 R >>',
    },
    () => ({ objects: { 22: ['', 'other glyphs'] } }),
  ),
  attack('shadow replace: look of a text field', 'APPEARANCE_WITHOUT_VALUE', {}, () => ({
    objects: {
      [PART.textLook]: [
        '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
        '/Tx BMC BT /Helv 10 Tf 2 5 Td (Penyerang) Tj ET EMC',
      ],
    },
  })),
  attack('shadow replace: fields drawn from other values', 'FIELDS_DRAWN_ANEW', {}, (file) => ({
    objects: { [PART.form]: withEntry(file, PART.form, 'NeedAppearances', 'true') },
  })),
  attack('shadow replace: look of a box', 'APPEARANCE_WITHOUT_VALUE', {}, (file) => ({
    objects: { [PART.box]: withEntry(file, PART.box, 'AP', '<< /N << /Off 6 0 R >> >>') },
  })),
  attack(
    'shadow hide and replace: another catalog',
    'CATALOG_REPLACED',
    {
      objects: {
        20: '<< /Type /Catalog /Pages 21 0 R /AcroForm 7 0 R >>',
        21: '<< /Type /Pages /Kids [22 0 R] /Count 1 >>',
        22: '<< /Type /Page /Parent 21 0 R /MediaBox [0 0 595 842] /Contents 23 0 R >>',
      },
      streams: { 23: ['', FORGED] },
    },
    () => ({ root: '20 0 R' }),
  ),
  attack(
    'shadow hide and replace: a new catalog with another page tree',
    'PAGES_CHANGED',
    {},
    (file) => ({
      objects: {
        60: bodyOf(file, PART.catalog).replace('/Pages 2 0 R', '/Pages 61 0 R'),
        61: '<< /Type /Pages /Kids [62 0 R] /Count 1 >>',
        62: '<< /Type /Page /Parent 61 0 R /MediaBox [0 0 595 842] /Contents 63 0 R >>',
        63: ['', FORGED],
      },
      root: '60 0 R',
    }),
  ),
  attack(
    'shadow hide and replace: a new catalog with an action',
    'ACTIONS_CHANGED',
    {},
    (file) => ({
      objects: {
        60: withEntry(file, PART.catalog, 'OpenAction', '<< /S /JavaScript /JS (app.alert) >>'),
      },
      root: '60 0 R',
    }),
  ),
  attack('shadow hide and replace: a new catalog that is none', 'STRUCTURE_FORGED', {}, () => ({
    objects: { 60: '[1 0 R]' },
    root: '60 0 R',
  })),
  attack(
    "shadow replace: what a look draws by the form's resources",
    'FORM_CHANGED',
    {
      objects: {
        [PART.form]:
          '<< /Fields [8 0 R 9 0 R 10 0 R 21 0 R] /DR << /XObject << /FRM 20 0 R >> >> >>',
        21: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (jumlah) /Rect [72 500 300 520] /P 3 0 R /F 4 /AP << /N 22 0 R >> >>',
      },
      annotations: '21 0 R',
      streams: {
        20: ['/Type /XObject /Subtype /Form /BBox [0 0 100 100]', ''],
        22: ['/Type /XObject /Subtype /Form /BBox [0 0 228 20]', '/FRM Do'],
      },
    },
    (file) => ({
      objects: {
        [PART.form]: bodyOf(file, PART.form).replace('/FRM 20 0 R', '/FRM 60 0 R'),
        60: ['/Type /XObject /Subtype /Form /BBox [0 0 100 100]', '0 0 100 100 re f'],
      },
    }),
  ),
  attack(
    'shadow replace: another document within, as LibreOffice opens it',
    'DOCUMENT_CHANGED',
    {},
    () => ({ objects: { 60: ['', 'forged document'] }, trailer: hybridEntry(60) }),
  ),
  {
    name: 'shadow replace: a document within where the entry led nowhere',
    named: 'DOCUMENT_CHANGED',
    build: async () => {
      const file = await signed(update(baseDocument(), { trailer: hybridEntry(60) }));
      return update(file, { objects: { 60: ['', 'forged document'] }, trailer: hybridEntry(60) });
    },
  },
  attack(
    'shadow hide and replace: another page tree',
    'PAGES_CHANGED',
    {
      objects: {
        21: '<< /Type /Pages /Kids [22 0 R] /Count 1 >>',
        22: '<< /Type /Page /Parent 21 0 R /MediaBox [0 0 595 842] /Contents 23 0 R >>',
      },
      streams: { 23: ['', FORGED] },
    },
    (file) => ({
      objects: {
        [PART.catalog]: bodyOf(file, PART.catalog).replace('/Pages 2 0 R', '/Pages 21 0 R'),
      },
    }),
  ),
  attack(
    'shadow hide and replace: an entry led into hidden bytes',
    'STRUCTURE_FORGED',
    {
      streams: { 20: ['', HIDDEN] },
    },
    (file) => ({
      offsets: { [PART.content]: offsetOf(file, PART.content) },
    }),
  ),
  attack(
    'shadow: a reference that led nowhere gets an object',
    'PAGE_CONTENT_CHANGED',
    {
      resources: '/Pattern << /P1 60 0 R >>',
    },
    () => ({ objects: { 60: ['/PatternType 1', FORGED] } }),
  ),
  attack(
    'shadow: contents array with a place kept free',
    'PAGE_CONTENT_CHANGED',
    {
      objects: {
        21: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [4 0 R 61 0 R] >>',
      },
      catalog: '/SpiderInfo 21 0 R',
      page: '/Thumb 61 0 R',
    },
    () => ({ objects: { 61: ['', FORGED] } }),
  ),
  attack(
    'two things at once: metadata that is page content',
    'PAGE_CONTENT_CHANGED',
    {
      resources: '/Pattern << /P1 12 0 R >>',
    },
    () => ({ objects: { [PART.metadata]: ['/Type /Metadata /Subtype /XML', XMP('Lain')] } }),
  ),
  attack(
    'two things at once: information that is a font',
    'FONT_CHANGED',
    {
      resources: '/Font2 << /F2 13 0 R >>',
      objects: { 13: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' },
    },
    () => ({ objects: { [PART.info]: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' } }),
  ),
  attack(
    'two things at once: a text field that is a list of pictures',
    'PAGE_CONTENT_CHANGED',
    {
      resources: '/Pattern 8 0 R',
    },
    (file) => ({
      objects: { [PART.text]: withEntry(file, PART.text, 'V', '60 0 R'), 60: ['', FORGED] },
    }),
  ),
  attack(
    'two things at once: validation data that is page content',
    'PAGE_CONTENT_CHANGED',
    {
      catalog: '/DSS << /Certs [4 0 R] >>',
    },
    () => ({ objects: { [PART.content]: ['', FORGED] } }),
  ),
  attack(
    'length of a stream kept elsewhere',
    'PAGE_CONTENT_CHANGED',
    {
      objects: { 20: '10', 21: '<< /A 22 0 R >>' },
      page: '/Group 21 0 R',
      streams: { 22: ['/X 20 0 R', '0123456789'] },
    },
    () => ({ objects: { 20: '5' } }),
  ),
  attack('generation raised', 'PAGE_CONTENT_CHANGED', {}, (file) => ({
    objects: { [PART.content]: ['', FORGED] },
    generations: { [PART.content]: 1 },
    trailer: file.length > 0 ? '' : '',
  })),
];
