// Objects of a signed document redefined: pages, graphics, names, the form, the signature's own field.
import { baseDocument, CONTENT, PART, type BaseOptions } from '../support/base-document.ts';
import { besidePage } from '../support/written-later.ts';
import { ATTACKER, SECOND, signed } from '../support/in-memory.ts';
import {
  bodyOf,
  highest,
  offsetOf,
  update,
  type UpdateOptions,
  withEntry,
} from '../support/update.ts';
import { inflateSync } from 'node:zlib';
import { stampContent } from '../../support/signing.ts';
import type { Attack } from './attack.ts';
import { signatureNumber } from './structure.ts';

const FORGED = 'BT /F1 24 Tf 72 700 Td (Keputusan: dibayar Rp 9.000.000.000) Tj ET';

function attack(
  name: string,
  named: Attack['named'],
  change: (file: Buffer) => UpdateOptions,
  base: BaseOptions = {},
): Attack {
  return {
    name,
    named,
    build: async () => {
      const file = await signed(baseDocument(base), { field: 'pengesahan' });
      return update(file, change(file));
    },
  };
}

const page = (file: Buffer, key: string, value: string): UpdateOptions => ({
  objects: { [PART.page]: withEntry(file, PART.page, key, value), 60: ['', FORGED] },
});
const catalog = (file: Buffer, key: string, value: string): UpdateOptions => ({
  objects: { [PART.catalog]: withEntry(file, PART.catalog, key, value) },
});

export const OBJECT_ATTACKS: readonly Attack[] = [
  attack('page content replaced', 'PAGE_CONTENT_CHANGED', (file) =>
    page(file, 'Contents', '60 0 R'),
  ),
  attack('page content added to', 'PAGE_CONTENT_CHANGED', (file) =>
    page(file, 'Contents', '[4 0 R 60 0 R]'),
  ),
  attack('page turned', 'PAGE_CONTENT_CHANGED', (file) => page(file, 'Rotate', '180')),
  attack('page cut', 'PAGE_CONTENT_CHANGED', (file) => page(file, 'CropBox', '[0 0 595 400]')),
  attack('page added', 'PAGES_CHANGED', () => ({
    objects: {
      [PART.pages]: '<< /Type /Pages /Kids [3 0 R 14 0 R 61 0 R] /Count 3 >>',
      61: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    },
  })),
  attack('page removed', 'PAGES_CHANGED', () => ({
    objects: { [PART.pages]: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
  })),
  attack('pages exchanged', 'PAGES_CHANGED', () => ({
    objects: { [PART.pages]: '<< /Type /Pages /Kids [14 0 R 3 0 R] /Count 2 >>' },
  })),
  attack('page tree in a circle', 'PAGES_CHANGED', () => ({
    objects: { [PART.pages]: '<< /Type /Pages /Kids [3 0 R 14 0 R 2 0 R] /Count 3 >>' },
  })),
  attack('form XObject swapped', 'GRAPHIC_CHANGED', () => ({
    objects: {
      [PART.picture]: ['/Type /XObject /Subtype /Form /BBox [0 0 595 842]', '1 g 0 0 595 842 re f'],
    },
  })),
  attack('font swapped', 'FONT_CHANGED', () => ({
    objects: { [PART.font]: '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>' },
  })),
  attack('script at opening', 'ACTIONS_CHANGED', (file) =>
    catalog(file, 'OpenAction', '<< /S /JavaScript /JS (app.alert(1)) >>'),
  ),
  attack('script in the names', 'NAMES_CHANGED', (file) =>
    catalog(file, 'Names', '<< /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>'),
  ),
  attack('file attached', 'NAMES_CHANGED', (file) =>
    catalog(
      file,
      'Names',
      '<< /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) >>] >> >>',
    ),
  ),
  attack('file attached to the document', 'DOCUMENT_CHANGED', (file) =>
    catalog(file, 'AF', '[99 0 R]'),
  ),
  attack('how it is shown', 'DOCUMENT_CHANGED', (file) =>
    catalog(file, 'ViewerPreferences', '<< /Direction /R2L >>'),
  ),
  attack('form taken away', 'SIGNATURE_REMOVED', (file) => catalog(file, 'AcroForm', 'null')),
  attack('form of dynamic XML', 'FORM_CHANGED', (file) => ({
    objects: { [PART.form]: withEntry(file, PART.form, 'XFA', '(x)') },
  })),
  attack('default look of fields', 'FORM_CHANGED', (file) => ({
    objects: { [PART.form]: withEntry(file, PART.form, 'DA', '(/Helv 0 Tf 1 g)') },
  })),
  attack('font of the form swapped', 'FORM_CHANGED', (file) => ({
    objects: {
      [PART.form]: withEntry(file, PART.form, 'Q', '0')
        .replace('/Helv 5 0 R', '/Helv 60 0 R')
        .replace('/Q 0', ''),
      60: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
    },
  })),
  attack('text field added', 'FIELD_ADDED', (file) => ({
    objects: {
      [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '[60 0 R 8 0 R'),
      [PART.page]: bodyOf(file, PART.page).replace('[8 0 R', '[60 0 R 8 0 R'),
      60: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (baru) /Rect [72 690 500 730] /V (Rp 9) /AP << /N 16 0 R >> >>',
    },
  })),
  attack('text field removed', 'FIELD_REMOVED', (file) => ({
    objects: {
      [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '['),
      [PART.page]: bodyOf(file, PART.page).replace('[8 0 R', '['),
    },
  })),
  attack('text field moved', 'FIELD_CHANGED', (file) => ({
    objects: { [PART.text]: withEntry(file, PART.text, 'Rect', '[72 690 500 730]') },
  })),
  attack('text field hidden', 'FIELD_CHANGED', (file) => ({
    objects: { [PART.text]: withEntry(file, PART.text, 'F', '2') },
  })),
  attack('text field that acts', 'FIELD_CHANGED', (file) => ({
    objects: { [PART.text]: withEntry(file, PART.text, 'AA', '60 0 R'), 60: '<< >>' },
  })),
  attack('signed field: look replaced', 'SIGNED_FIELD_CHANGED', (file) => ({
    objects: { [PART.empty]: withEntry(file, PART.empty, 'AP', '<< /N 6 0 R >>') },
  })),
  attack('signed field: moved', 'SIGNED_FIELD_CHANGED', (file) => ({
    objects: { [PART.empty]: withEntry(file, PART.empty, 'Rect', '[0 0 595 842]') },
  })),
  attack('signed field: hidden', 'SIGNED_FIELD_CHANGED', (file) => ({
    objects: { [PART.empty]: withEntry(file, PART.empty, 'F', '2') },
  })),
  attack('signed field: renamed', 'SIGNED_FIELD_CHANGED', (file) => ({
    objects: { [PART.empty]: withEntry(file, PART.empty, 'T', '(direktur)') },
  })),
  {
    name: 'signed field: look changed in its place',
    named: 'SIGNED_FIELD_CHANGED',
    build: async () => {
      const content = await stampContent();
      const rect = { x: 72, y: 200, width: 200, height: 60 };
      const file = await signed(baseDocument(), { stamp: { page: 1, rect, content } });
      const look = /\/AP << ?\/N (\d+) 0 R/g;
      const found = [...file.toString('latin1').matchAll(look)].at(-1)?.[1];
      const entries = '/Type /XObject /Subtype /Form /BBox [0 0 200 60]';
      return update(file, { objects: { [Number(found)]: [entries, '0 0 200 60 re f'] } });
    },
  },
  {
    name: 'signed stamp: a font within it changed',
    named: 'FONT_CHANGED',
    build: async () => {
      const content = await stampContent();
      const rect = { x: 72, y: 200, width: 200, height: 60 };
      const file = await signed(baseDocument(), { stamp: { page: 1, rect, content } });
      const text = file.toString('latin1');
      const fonts = [...text.matchAll(/\/FontFile2 (\d+) 0 R/g)].at(-1)?.[1];
      return update(file, { objects: { [Number(fonts)]: ['', 'other glyphs'] } });
    },
  },
  attack('signature value changed', 'BYTE_RANGE_INVALID', (file) => {
    const num = signatureNumber(file);
    return { objects: { [num]: withEntry(file, num, 'Reason', '(lain)') } };
  }),
  attack('two fields on one value', 'SIGNATURE_VALUE_SHARED', (file) => ({
    objects: {
      [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '[60 0 R 8 0 R'),
      [PART.page]: bodyOf(file, PART.page).replace('[8 0 R', '[60 0 R 8 0 R'),
      60: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (direktur) /Rect [0 0 0 0] /V ${signatureNumber(file)} 0 R >>`,
    },
  })),
  attack('a signature of another file', 'SIGNATURE_FORGED', (file) => ({
    objects: {
      [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '[60 0 R 8 0 R'),
      60: `<< /FT /Sig /T (direktur) /V 61 0 R >>`,
      61: '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 10 20 30] /Contents <3000> >>',
    },
  })),
  attack('a second field of the same name', 'FIELD_CHANGED', (file) => ({
    objects: {
      [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '[60 0 R 8 0 R'),
      60: '<< /FT /Sig /T (pengesahan) >>',
    },
  })),
  {
    name: 'a signature that covers the page',
    named: 'CONTENT_MAY_BE_COVERED',
    build: async () => {
      const file = await signed(baseDocument());
      const rect = { x: 0, y: 0, width: 595, height: 842 };
      const content = await stampContent();
      return signed(file, { key: SECOND, stamp: { page: 1, rect, content } });
    },
  },
  attack('a stamp that nobody signed, half beside the page', 'STAMP_WITHOUT_SIGNATURE', (file) =>
    besidePage(file, '[-50 100 50 200]'),
  ),
  attack(
    'a stamp that nobody signed, on the sheet beside what is shown of it',
    'STAMP_WITHOUT_SIGNATURE',
    (file) => besidePage(file, '[100 20 200 80]'),
    { page: '/CropBox [0 100 595 842]' },
  ),
  attack(
    'a stamp that nobody signed, beside the page and not zoomed with it',
    'STAMP_WITHOUT_SIGNATURE',
    (file) => {
      const { objects } = besidePage(file, '[-300 400 -10 500]');
      return { objects: { ...objects, 60: String(objects?.[60]).replace('/F 4', '/F 12') } };
    },
  ),
  {
    name: 'a stamp that nobody signed, put beside the page and moved upon it',
    named: 'FIELD_CHANGED',
    build: async () => {
      const file = await signed(baseDocument(), { field: 'pengesahan' });
      const beside = update(file, besidePage(file, '[-1000 0 -900 100]'));
      const moved = bodyOf(beside, 60).replace('[-1000 0 -900 100]', '[100 200 200 300]');
      return update(beside, { objects: { 60: moved } });
    },
  },
  attack('a stamp that nobody signed', 'STAMP_WITHOUT_SIGNATURE', (file) => ({
    objects: {
      [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '[60 0 R 8 0 R'),
      [PART.page]: bodyOf(file, PART.page).replace('[8 0 R', '[60 0 R 8 0 R'),
      60: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (direktur) /Rect [72 690 500 730] /F 4 /P 3 0 R /AP << /N 6 0 R >> >>',
    },
  })),
  attack('a stamp of no field', 'STAMP_WITHOUT_SIGNATURE', (file) => ({
    objects: {
      [PART.page]: bodyOf(file, PART.page).replace('[8 0 R', '[60 0 R 8 0 R'),
      60: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (direktur) /Rect [72 690 500 730] /F 4 /AP << /N 6 0 R >> >>',
    },
  })),
  {
    name: 'object stream replaced',
    named: 'DOCUMENT_CHANGED',
    build: async () => {
      const file = await signed(baseDocument({ compressed: true }));
      // The same objects in the same places, one of them with another font's name.
      const from = file.indexOf('stream', offsetOf(file, 40)) + 'stream\n'.length;
      const inside = inflateSync(file.subarray(from, file.indexOf('endstream', from)));
      const forged = inside.toString('latin1').replace('/Helvetica', '/Symbol   ');
      const head = /\/N \d+ \/First \d+/.exec(file.toString('latin1'))?.[0] ?? '';
      return update(file, { objects: { 40: [`/Type /ObjStm ${head}`, forged] } });
    },
  },
  {
    name: 'object taken out of its object stream',
    named: 'FONT_CHANGED',
    build: async () => {
      const file = await signed(baseDocument({ compressed: true }));
      return update(file, {
        objects: { 5: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' },
      });
    },
  },
  {
    name: 'second signature with page content in its update',
    named: 'PAGE_CONTENT_CHANGED',
    build: async () => {
      const file = await signed(baseDocument());
      const forged = update(file, { objects: { [PART.content]: ['', FORGED] } });
      return signed(forged, { key: SECOND });
    },
  },
  {
    name: 'changed, then changed back under a further signature',
    named: 'PAGE_CONTENT_CHANGED',
    build: async () => {
      const file = await signed(baseDocument());
      const forged = update(file, { objects: { [PART.content]: ['', FORGED] } });
      const back = update(forged, { objects: { [PART.content]: ['', CONTENT] } });
      return signed(back, { key: ATTACKER });
    },
  },
  attack(
    'structure tags changed',
    'STRUCTURE_CHANGED',
    () => ({
      objects: { 21: '<< /Type /StructElem /S /P /P 20 0 R /ActualText (lain) >>' },
    }),
    {
      catalog: '/StructTreeRoot 20 0 R',
      objects: {
        20: '<< /Type /StructTreeRoot /K [21 0 R] >>',
        21: '<< /Type /StructElem /S /P /P 20 0 R >>',
      },
    },
  ),
  attack('a new object number beyond all limits', 'SIGNED_FIELD_CHANGED', (file) => ({
    objects: {
      [highest(file) + 1]: '<< >>',
      [PART.empty]: withEntry(file, PART.empty, 'TU', `${highest(file) + 1} 0 R`),
    },
  })),
];
