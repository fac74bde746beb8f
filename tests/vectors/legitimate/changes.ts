// Later changes that are meant well: each must stay legitimate, and be told for what it is.
import type { ChangeCode } from '../../../core/domain/change-code.ts';
import type { Modification } from '../../../core/domain/indication.ts';
import { stampContent } from '../../support/signing.ts';
import { hybridFile } from '../../core/support/small-files.ts';
import { baseDocument, PART, XMP } from '../support/base-document.ts';
import { SECOND, signed, signedOtherwise, stamped } from '../support/in-memory.ts';
import {
  bodyOf,
  compressedUpdate,
  highest,
  objectText,
  startXref,
  update,
  withEntry,
} from '../support/update.ts';
import { besidePage, hybridEntry } from '../support/written-later.ts';

export interface LegitimateChange {
  readonly name: string;
  readonly build: () => Promise<Buffer>;
  readonly modification: Modification;
  /** What must be told, at least. */
  readonly changes: readonly ChangeCode[];
}

const plain = (): Promise<Buffer> => signed(baseDocument());
const stamp = async (page: number, y = 200) => ({
  page,
  rect: { x: 72, y, width: 200, height: 60 },
  content: await stampContent(),
});

/** Validation data as PAdES has it, the dictionary an object of its own or within the catalog. */
export function withValidationData(file: Buffer, direct = false): Buffer {
  const next = highest(file) + 1;
  const dss = `<< /Type /DSS /Certs [${next + 1} 0 R] /OCSPs [${next + 1} 0 R] /VRI << /0123456789ABCDEF0123456789ABCDEF01234567 << /Cert [${next + 1} 0 R] >> >> >>`;
  return update(file, {
    objects: {
      [PART.catalog]: withEntry(file, PART.catalog, 'DSS', direct ? dss : `${next} 0 R`),
      ...(direct ? {} : { [next]: dss }),
      [next + 1]: ['', 'certificate'],
    },
  });
}

/** The text field filled in, its look an object of its own or the old one overwritten. */
export function filled(file: Buffer, inPlace = false): Buffer {
  const look = inPlace ? PART.textLook : highest(file) + 1;
  return update(file, {
    objects: {
      [PART.text]: withEntry(file, PART.text, 'V', '(Ani)').replace('/N 16 0 R', `/N ${look} 0 R`),
      [look]: [
        '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
        '/Tx BMC BT /Helv 10 Tf 2 5 Td (Ani) Tj ET EMC',
      ],
    },
  });
}

function commented(file: Buffer, entries: string, look: string | null): Buffer {
  const next = highest(file) + 1;
  const state = '/Resources << /ExtGState << /G << /BM /Multiply /CA 1 >> >> >>';
  return update(file, {
    objects: {
      [PART.page]: bodyOf(file, PART.page).replace('11 0 R', `11 0 R ${next} 0 R ${next + 1} 0 R`),
      [next]: `<< /Type /Annot ${entries} /P 3 0 R /F 4 /Contents (setuju) /Popup ${next + 1} 0 R ${look === null ? '' : `/AP << /N ${next + 2} 0 R >>`} >>`,
      [next + 1]: `<< /Type /Annot /Subtype /Popup /Rect [500 700 590 760] /Parent ${next} 0 R >>`,
      ...(look === null
        ? {}
        : { [next + 2]: [`/Type /XObject /Subtype /Form /BBox [72 690 300 730] ${state}`, look] }),
    },
  });
}

/** The information dictionary appended, and once more: the same or another. */
export function writtenTwice(file: Buffer, second: string): Buffer {
  const first = objectText(PART.info, '<< /Title (Lain) >>');
  const again = objectText(PART.info, second);
  const row = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n\r\n`;
  const [one, two] = [file.length, file.length + first.length];
  const table = `xref\n${PART.info} 1\n${row(one)}${PART.info} 1\n${row(two)}`;
  const trailer = `trailer\n<< /Size ${highest(file) + 1} /Root 1 0 R /Info 13 0 R /Prev ${startXref(file)} >>\n`;
  const end = `startxref\n${two + again.length}\n%%EOF\n`;
  return Buffer.concat([file, first, again, Buffer.from(table + trailer + end)]);
}

/** Annotations that do not say that they are. */
export function typeless(): Buffer {
  const text = baseDocument().toString('latin1');
  return Buffer.from(text.replaceAll('/Type /Annot ', ' '.repeat(13)), 'latin1');
}

/** The information appended, and a /Size that counts no further than it. */
function smaller(file: Buffer): Buffer {
  const title = `<< /Title (Lain ${String(file.length)}) >>`;
  return update(file, { objects: { [PART.info]: title }, size: PART.info + 1 });
}

const highlight =
  '/Subtype /Highlight /Rect [72 690 300 730] /QuadPoints [72 730 300 730 72 690 300 690] /C [1 1 0]';
const certified = (certification: 1 | 2 | 3): Promise<Buffer> =>
  signed(baseDocument(), { certification });

/** An annotation as the programs write it whose looks have been seen: forms within forms, their own blend modes. */
async function marked(
  entries: string,
  look: readonly [entries: string, data: string],
  inner: readonly [entries: string, data: string] = ['', ''],
): Promise<Buffer> {
  const file = await certified(3);
  return update(file, {
    objects: {
      [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
      60: `<< /Type /Annot ${entries} /P 3 0 R /F 4 /AP << /N 61 0 R >> >>`,
      61: [`/Type /XObject /Subtype /Form ${look[0]}`, look[1]],
      62: [`/Type /XObject /Subtype /Form ${inner[0]}`, inner[1]],
    },
  });
}

const LINE = '/Rect [72 690 300 730] /QuadPoints [72 730 300 730 72 690 300 690]';
const BOX = '/BBox [72 690 300 730] /Matrix [1 0 0 1 -72 -690]';

/** A tagged document, and the tags that a signing program adds with its widget. */
async function tagged(): Promise<Buffer> {
  const file = await signed(
    baseDocument({
      catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 20 0 R',
      page: '/StructParents 0 /Tabs /S',
      objects: {
        20: '<< /Type /StructTreeRoot /K [21 0 R] /ParentTree 22 0 R /ParentTreeNextKey 1 >>',
        21: '<< /Type /StructElem /S /Document /P 20 0 R /K [23 0 R] >>',
        22: '<< /Nums [0 24 0 R] >>',
        23: '<< /Type /StructElem /S /P /P 21 0 R /Pg 3 0 R /K 0 >>',
        24: '[23 0 R]',
      },
    }),
  );
  const added = await signed(file, { key: SECOND, stamp: await stamp(1) });
  // The tags in the same revision as the field: written anew into the signature's own update.
  const field = highest(added);
  return update(added, {
    objects: {
      21: '<< /Type /StructElem /S /Document /P 20 0 R /K [23 0 R 60 0 R] >>',
      22: '<< /Nums [0 24 0 R 1 60 0 R] >>',
      20: '<< /Type /StructTreeRoot /K [21 0 R] /ParentTree 22 0 R /ParentTreeNextKey 2 >>',
      60: `<< /Type /StructElem /S /Form /P 21 0 R /Pg 3 0 R /K << /Type /OBJR /Obj ${field} 0 R /Pg 3 0 R >> >>`,
    },
  });
}

export const LEGITIMATE_CHANGES: readonly LegitimateChange[] = [
  { name: 'nothing', build: plain, modification: 'NONE', changes: [] },
  {
    name: 'an end of line added in transport',
    build: async () => Buffer.concat([await plain(), Buffer.from('\r\n\r\n')]),
    modification: 'NONE',
    changes: [],
  },
  {
    name: 'second signature, invisible',
    build: async () => signed(await plain(), { key: SECOND }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'second signature, visible',
    build: async () => signed(await plain(), { key: SECOND, stamp: await stamp(1) }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'second signature on another page, without annotations before',
    build: async () => signed(await plain(), { key: SECOND, stamp: await stamp(2) }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'empty field signed',
    build: async () => signed(await plain(), { key: SECOND, field: 'pengesahan' }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'empty field signed, locking the others',
    build: async () =>
      signed(await plain(), {
        ...{ key: SECOND, field: 'pengesahan' },
        lock: { action: 'All', fields: [], permission: null },
      }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'five signatures',
    build: async () => {
      let file = await plain();
      for (let i = 0; i < 4; i += 1) file = await signed(file, { stamp: await stamp(2, 100 * i) });
      return file;
    },
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'empty signature field added',
    build: async () => {
      const file = await plain();
      return update(file, {
        objects: {
          [PART.form]: bodyOf(file, PART.form).replace('[8 0 R', '[60 0 R 8 0 R'),
          [PART.page]: bodyOf(file, PART.page).replace('[8 0 R', '[60 0 R 8 0 R'),
          60: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (berikut) /Rect [72 40 300 90] /F 4 /P 3 0 R >>',
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_FIELD_ADDED'],
  },
  {
    name: 'validation data',
    build: async () => withValidationData(await plain()),
    modification: 'LTA_UPDATES',
    changes: ['VALIDATION_DATA_ADDED'],
  },
  {
    name: 'validation data within the catalog',
    build: async () => withValidationData(await plain(), true),
    modification: 'LTA_UPDATES',
    changes: ['VALIDATION_DATA_ADDED'],
  },
  {
    name: 'validation data, then more of it',
    build: async () => {
      const file = withValidationData(await plain());
      const dss = highest(file) - 1;
      return update(file, {
        objects: {
          [dss]: bodyOf(file, dss).replace('/OCSPs', '/CRLs [70 0 R] /OCSPs'),
          70: ['', 'x'],
        },
      });
    },
    modification: 'LTA_UPDATES',
    changes: ['VALIDATION_DATA_ADDED'],
  },
  {
    name: 'validation data and document time stamp',
    build: async () => stamped(withValidationData(await plain())),
    modification: 'LTA_UPDATES',
    changes: ['VALIDATION_DATA_ADDED', 'DOCUMENT_TIMESTAMP_ADDED'],
  },
  {
    name: 'archive renewed twice',
    build: async () =>
      stamped(withValidationData(await stamped(withValidationData(await plain())))),
    modification: 'LTA_UPDATES',
    changes: ['VALIDATION_DATA_ADDED', 'DOCUMENT_TIMESTAMP_ADDED'],
  },
  {
    name: 'validation data, the catalog under another number as e-Szigno writes it',
    build: async () => {
      const file = await plain();
      const catalog = withEntry(file, PART.catalog, 'DSS', '61 0 R');
      return update(file, {
        objects: { 60: catalog, 61: '<< /Type /DSS /Certs [62 0 R] >>', 62: ['', 'certificate'] },
        root: '60 0 R',
      });
    },
    modification: 'LTA_UPDATES',
    changes: ['VALIDATION_DATA_ADDED'],
  },
  {
    name: 'hybrid document of LibreOffice, its entry led to unused numbers as PDFBox does',
    build: async () => {
      const hybrid = update(baseDocument({ streams: { 20: ['', 'document'] } }), {
        trailer: hybridEntry(20),
      });
      const file = await signed(hybrid);
      const first = update(file, { objects: { 60: null }, trailer: hybridEntry(70) });
      // The next one gives that number to an object of its own.
      return update(first, {
        objects: {
          [PART.catalog]: withEntry(first, PART.catalog, 'DSS', '70 0 R'),
          70: '<< /Type /DSS /Certs [71 0 R] >>',
          71: ['', 'certificate'],
        },
        trailer: hybridEntry(80),
      });
    },
    modification: 'LTA_UPDATES',
    changes: ['VALIDATION_DATA_ADDED'],
  },
  {
    name: "another look by the same name among the form's resources, as PDFBox names each stamp",
    build: async () => {
      const form = (look: number): string =>
        `<< /Fields [8 0 R 9 0 R 10 0 R] /DA (/Helv 0 Tf 0 g) /DR << /Font << /Helv 5 0 R >> /XObject << /FRM ${look} 0 R >> /DSz ${look} 0 R >> >>`;
      const look = '/Type /XObject /Subtype /Form /BBox [0 0 100 100]';
      const file = await signed(
        baseDocument({ objects: { [PART.form]: form(20) }, streams: { 20: [look, ''] } }),
        { field: 'pengesahan' },
      );
      return update(file, {
        objects: {
          [PART.form]: bodyOf(file, PART.form).replaceAll('20 0 R', '60 0 R'),
          60: [look, 'q Q'],
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FORM_EXTENDED'],
  },
  {
    name: 'certified P=1: validation data and document time stamp',
    build: async () => stamped(withValidationData(await certified(1))),
    modification: 'LTA_UPDATES',
    changes: ['VALIDATION_DATA_ADDED', 'DOCUMENT_TIMESTAMP_ADDED'],
  },
  {
    name: 'certified P=2: empty field signed',
    build: async () => signed(await certified(2), { key: SECOND, field: 'pengesahan' }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'certified P=2: invisible signature',
    build: async () => signed(await certified(2), { key: SECOND }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'certified P=2: form filled in',
    build: async () => filled(await certified(2)),
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'form filled in',
    build: async () => filled(await plain()),
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'form filled in, look overwritten',
    build: async () => filled(await plain(), true),
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'box ticked',
    build: async () => {
      const file = await plain();
      const body = withEntry(file, PART.box, 'V', '/Ya').replace('/AS /Off', '/AS /Ya');
      return update(file, { objects: { [PART.box]: body } });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'box ticked with a sign named as well, as iText does',
    build: async () => {
      const file = await plain();
      const body = withEntry(file, PART.box, 'V', '/Ya').replace(
        '/AS /Off',
        '/AS /Ya /MK << /CA (8) >>',
      );
      return update(file, { objects: { [PART.box]: body } });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'one of two buttons pressed',
    build: async () => {
      const widget = '/Type /Annot /Subtype /Widget /P 3 0 R /F 4 /Parent 22 0 R';
      const file = await signed(
        baseDocument({
          annotations: '20 0 R 21 0 R',
          objects: {
            7: '<< /Fields [8 0 R 9 0 R 10 0 R 22 0 R] /DR << /Font << /Helv 5 0 R >> >> >>',
            22: '<< /FT /Btn /Ff 49152 /T (pilihan) /V /Ya /Kids [20 0 R 21 0 R] >>',
            20: `<< ${widget} /Rect [72 600 84 612] /AS /Ya /AP << /N << /Ya 18 0 R /Off 19 0 R >> >> >>`,
            21: `<< ${widget} /Rect [90 600 102 612] /AS /Off /AP << /N << /Tidak 18 0 R /Off 19 0 R >> >> >>`,
          },
        }),
      );
      return update(file, {
        objects: {
          22: withEntry(file, 22, 'V', '/Tidak'),
          20: withEntry(file, 20, 'AS', '/Off'),
          21: withEntry(file, 21, 'AS', '/Tidak'),
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'field that no lock covers filled in',
    build: async () =>
      filled(
        await signed(baseDocument(), {
          lock: { action: 'Include', fields: ['setuju'], permission: null },
        }),
      ),
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'form filled in, then signed, then stamped',
    build: async () => stamped(await signed(filled(await plain()), { key: SECOND })),
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED', 'SIGNATURE_ADDED', 'DOCUMENT_TIMESTAMP_ADDED'],
  },
  {
    name: 'certified P=3: text marked',
    build: async () =>
      commented(await certified(3), highlight, '/G gs 1 1 0 rg 72 690 228 40 re f'),
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: note without a look',
    build: async () =>
      commented(await certified(3), '/Subtype /Text /Rect [500 700 520 720]', null),
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: caret without a look',
    build: async () =>
      commented(await certified(3), '/Subtype /Caret /Rect [200 696 212 708] /C [1 0 0]', null),
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: text marked as Acrobat does, a form within a form',
    build: () =>
      marked(
        `/Subtype /Highlight ${LINE} /C [1 .82 0]`,
        [
          `${BOX} /Group << /S /Transparency >> /Resources << /ExtGState << /R0 << /Type /ExtGState /AIS false /BM /Multiply >> >> /XObject << /Form 62 0 R >> >>`,
          '/R0 gs /Form Do',
        ],
        [
          '/BBox [72 690 300 730] /Group << /S /Transparency >>',
          '1 0.82 0 rg 0 i 76 730 m 70 722 70 698 76 690 c 296 690 l 302 698 302 722 296 730 c f',
        ],
      ),
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: text underlined',
    build: () =>
      marked(`/Subtype /Underline ${LINE} /C [0 .5 0]`, [
        BOX,
        '0 .5 0 RG 1.5 w 72 693 m 300 693 l S',
      ]),
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: text underlined with a thin area',
    build: () => marked(`/Subtype /Underline ${LINE}`, [BOX, '1 0 0 rg 72 692 228 1.2 re f']),
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: text struck out in two lines',
    build: () =>
      marked(`/Subtype /StrikeOut ${LINE}`, [
        BOX,
        '1 0 0 RG 1 w 72 720 m 300 720 l 72 700 m 300 700 l S',
      ]),
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: note with its sign',
    build: () =>
      marked('/Subtype /Text /Name /Comment /Rect [500 700 524 724] /C [1 1 0]', [
        '/BBox [0 0 24 24] /Resources << /ExtGState << /G << /CA .6 /ca .6 >> >> >>',
        'q 1 1 1 rg 0 i 1 w /G gs 1 0 0 1 9 5 cm 0 0 m 3 8 l 8 8 l h f Q 0 G 1 1 0 rg 3 6 18 12 re B',
      ]),
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: link with a border',
    build: async () => {
      const file = await certified(3);
      return update(file, {
        objects: {
          [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
          60: '<< /Type /Annot /Subtype /Link /Rect [72 40 300 60] /Border [0 0 1] /A << /S /URI /URI (https://contoh.go.id) >> >>',
        },
      });
    },
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'certified P=3: link over text, framed in blue',
    build: async () => {
      const file = await certified(3);
      return update(file, {
        objects: {
          [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
          60: '<< /Type /Annot /Subtype /Link /Rect [72 690 500 730] /C [0 0 1] /Dest [3 0 R /Fit] >>',
        },
      });
    },
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'form filled in with white letters on the dark ground that the field had',
    build: async () => {
      const look = (text: string): readonly [string, string] => [
        '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
        `0 0 .4 rg 0 0 228 20 re f /Tx BMC BT 1 g /Helv 10 Tf 2 5 Td (${text}) Tj ET EMC`,
      ];
      const file = await signed(baseDocument({ streams: { 16: look('Budi') } }));
      return update(file, {
        objects: {
          [PART.text]: withEntry(file, PART.text, 'V', '(Ani)').replace('/N 16 0 R', '/N 60 0 R'),
          60: look('Ani'),
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'form filled in on white, where the paper is blank',
    build: async () => {
      const file = await plain();
      return update(file, {
        objects: {
          [PART.text]: withEntry(file, PART.text, 'V', '(Ani)').replace('/N 16 0 R', '/N 60 0 R'),
          60: [
            '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
            '1 g 0 0 228 20 re f /Tx BMC BT 0 g /Helv 10 Tf 2 5 Td (Ani) Tj ET EMC',
          ],
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'list in which what is chosen is marked',
    build: async () => {
      const list = (value: string, look: number): string =>
        `<< /Type /Annot /Subtype /Widget /FT /Ch /T (bulan) /Opt [(Januari) (Maret)] /Rect [72 480 200 520] /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) ${value} /AP << /N ${look} 0 R >> >>`;
      const entries =
        '/Type /XObject /Subtype /Form /BBox [0 0 128 40] /Resources << /Font << /Helv 5 0 R >> >>';
      const rows = 'BT 0 g /Helv 10 Tf 2 28 Td (Januari) Tj 0 -14 Td (Maret) Tj ET';
      const file = await signed(
        baseDocument({
          objects: {
            7: '<< /Fields [8 0 R 9 0 R 10 0 R 20 0 R] /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 0 Tf 0 g) >>',
            20: list('', 21),
          },
          annotations: '20 0 R',
          streams: { 21: [entries, `/Tx BMC ${rows} EMC`] },
        }),
      );
      const marked = `/Tx BMC q .6 .75 .85 rg 1 11 126 13 re f Q ${rows} EMC`;
      return update(file, {
        objects: { 20: list('/V (Maret) /I [1]', 60), 60: [entries, marked] },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  ...['#', '${ttd_direktur}'].map((tag): LegitimateChange => ({
    name: `second stamp on white over its tag, ${tag}`,
    build: async () => {
      const content = `BT /F1 12 Tf 100 300 Td (${tag}) Tj ET`;
      const onWhite = await stamp(1, 280);
      return signed(await signed(baseDocument({ content })), {
        key: SECOND,
        stamp: { ...onWhite, content: { ...onWhite.content, opaque: true } },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  })),
  ...(
    [
      ['a frame to stamp in', '0.5 w 90 275 220 70 re S'],
      [
        'a frame with round corners',
        '95 275 m 305 275 l 310 275 310 280 310 280 c 310 340 l 310 345 305 345 305 345 c 95 345 l 90 345 90 340 90 340 c 90 280 l 90 275 95 275 95 275 c s',
      ],
      ['the lines of a table', '100 300 m 300 300 l S 200 270 m 200 350 l S 100 320 200 0.8 re f'],
      ['the shade of a cell', '0.85 g 90 275 220 70 re f 0.9 0.95 1 rg 110 300 60 15 re f'],
      ['a scanned page', 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xf0 EI Q'],
      ['the edge of a picture', 'q 200 0 0 100 60 220 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40 EI Q'],
    ] as const
  ).map(([what, content]): LegitimateChange => ({
    name: `second stamp on white over ${what}`,
    build: async () => {
      const onWhite = await stamp(1, 280);
      return signed(await signed(baseDocument({ content })), {
        key: SECOND,
        stamp: { ...onWhite, content: { ...onWhite.content, opaque: true } },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  })),
  {
    name: 'second stamp on white over the blank part of a scanned page',
    build: async () => {
      const samples = Array.from({ length: 476 * 673 }, (_, at) => {
        const line = 673 - Math.floor(at / 476);
        return line > 560 && at % 3 === 0 ? '10' : at % 97 === 0 ? '90' : 'f2';
      });
      const base = baseDocument({
        content: 'q 595 0 0 842 0 0 cm /Im1 Do Q',
        streams: {
          6: [
            '/Type /XObject /Subtype /Image /Width 476 /Height 673 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /ASCIIHexDecode',
            samples.join(''),
          ],
        },
      });
      const onWhite = await stamp(1, 280);
      return signed(await signed(base), {
        key: SECOND,
        stamp: { ...onWhite, content: { ...onWhite.content, opaque: true } },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'form filled in on a ground that the field had',
    build: async () => {
      const file = await signed(
        baseDocument({ textField: '/MK << /BG [.9 .95 1] /BC [0 0 0] >>' }),
      );
      return update(file, {
        objects: {
          [PART.text]: withEntry(file, PART.text, 'V', '(Ani)').replace('/N 16 0 R', '/N 60 0 R'),
          60: [
            '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
            '.9 .95 1 rg 0 0 228 20 re f 0 G .5 .5 227 19 re s /Tx BMC q BT 0 g /Helv 10 Tf 2 5 Td (Ani) Tj ET Q EMC',
          ],
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'form filled in, the frame written anew as PyMuPDF does',
    build: async () => {
      const file = await signed(baseDocument({ textField: '/BS << /S /S /W 0 >>' }));
      return update(file, {
        objects: {
          [PART.text]: withEntry(file, PART.text, 'V', '(Ani)')
            .replace('/N 16 0 R', '/N 60 0 R')
            .replace('/W 0', '/W 1'),
          60: [
            '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
            '/Tx BMC BT 0 g /Helv 10 Tf 2 5 Td (Ani) Tj ET EMC',
          ],
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'form filled in, the flags written out as PyMuPDF does',
    build: async () => {
      const file = await plain();
      return update(file, {
        objects: {
          [PART.text]: withEntry(file, PART.text, 'V', '(Ani)')
            .replace('/N 16 0 R', '/N 60 0 R')
            .replace('/FT /Tx', '/FT /Tx /Ff 0'),
          60: [
            '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
            '/Tx BMC BT 0 g /Helv 10 Tf 2 5 Td (Ani) Tj ET EMC',
          ],
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'certified P=3, a note, the page’s box rounded as PyMuPDF does',
    build: async () => {
      const file = await signed(
        baseDocument({ page: '/CropBox [0 0 595.303937007874 841.889763779528]' }),
        { certification: 3 },
      );
      return update(file, {
        objects: {
          [PART.page]: bodyOf(file, PART.page)
            .replace('11 0 R', '11 0 R 60 0 R')
            .replace('595.303937007874 841.889763779528', '595.30398 841.8898'),
          60: '<< /Type /Annot /Subtype /Text /Rect [400 400 416 416] /P 3 0 R /F 28 /Contents (Halo) >>',
        },
      });
    },
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'box ticked with a tick drawn anew',
    build: async () => {
      const file = await plain();
      return update(file, {
        objects: {
          [PART.box]: withEntry(file, PART.box, 'V', '/Ya')
            .replace('/AS /Off', '/AS /Ya')
            .replace('/Ya 18 0 R', '/Ya 60 0 R'),
          60: [
            '/Type /XObject /Subtype /Form /BBox [0 0 12 12]',
            '0 g 2 6 m 5 2 l 10 10 l 5 5 l h f',
          ],
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'certified P=3: note answered, that is changed',
    build: async () => {
      const file = await certified(3);
      const body = withEntry(file, PART.note, 'Contents', '(Sudah)');
      return update(file, { objects: { [PART.note]: body } });
    },
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_CHANGED'],
  },
  {
    name: 'certified P=3: note removed and freed',
    build: async () => {
      const file = await certified(3);
      const page = bodyOf(file, PART.page).replace('11 0 R', '');
      return update(file, { objects: { [PART.page]: page, [PART.note]: null } });
    },
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_REMOVED'],
  },
  {
    name: 'metadata',
    build: async () => {
      const file = await plain();
      return update(file, {
        objects: {
          [PART.metadata]: ['/Type /Metadata /Subtype /XML', XMP('Keputusan (final)')],
          [PART.info]: '<< /Title (Keputusan) /ModDate (D:20261124) >>',
        },
      });
    },
    modification: 'LTA_UPDATES',
    changes: ['METADATA_CHANGED'],
  },
  {
    name: 'information in a new object',
    build: async () =>
      update(await plain(), { objects: { 60: '<< /ModDate (D:20261124) >>' }, info: '60 0 R' }),
    modification: 'LTA_UPDATES',
    changes: ['METADATA_CHANGED'],
  },
  {
    name: 'version and extensions',
    build: async () => {
      const file = await plain();
      const body = `${withEntry(file, PART.catalog, 'Version', '/2.0').slice(0, -2)} /Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 5 >> >> >>`;
      return update(file, { objects: { [PART.catalog]: body } });
    },
    modification: 'LTA_UPDATES',
    changes: ['EXTENSIONS_CHANGED'],
  },
  {
    name: 'objects written anew, the same',
    build: async () => {
      const file = await plain();
      const same = [PART.catalog, PART.page, PART.font, PART.form, PART.text];
      return update(file, {
        objects: Object.fromEntries(same.map((num) => [num, bodyOf(file, num)])),
      });
    },
    modification: 'NONE',
    changes: [],
  },
  {
    name: 'objects written anew into an object stream',
    build: async () => {
      const file = await plain();
      const same = [PART.catalog, PART.page, PART.font, PART.form];
      return compressedUpdate(
        file,
        Object.fromEntries(same.map((num) => [num, bodyOf(file, num)])),
      );
    },
    modification: 'LTA_UPDATES',
    changes: [],
  },
  {
    name: 'an object that nothing refers to',
    build: async () => update(await plain(), { objects: { 60: '<< /A /B >>' } }),
    modification: 'LTA_UPDATES',
    changes: [],
  },
  {
    name: 'object streams: second signature',
    build: async () =>
      signed(await signed(baseDocument({ compressed: true })), {
        key: SECOND,
        stamp: await stamp(1),
      }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'object streams: filled in through one',
    build: async () => {
      const file = await signed(baseDocument({ compressed: true }));
      return compressedUpdate(file, {
        [PART.box]:
          '<< /Type /Annot /Subtype /Widget /FT /Btn /T (setuju) /Rect [72 560 84 572] /P 3 0 R /F 4 /V /Ya /AS /Ya /AP << /N << /Ya 18 0 R /Off 19 0 R >> >> >>',
      });
    },
    modification: 'FORM_FILLING',
    changes: ['FIELD_FILLED'],
  },
  {
    name: 'hybrid file: second signature',
    build: async () => signed(await signed(hybridFile()), { key: SECOND }),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'tagged document: signature and its tags',
    build: tagged,
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED', 'STRUCTURE_EXTENDED'],
  },
  {
    name: 'tagged document: its tags written anew as iText 8 does',
    build: async () => {
      const root = '/Type /StructTreeRoot /K [34 0 R] /ParentTreeNextKey 1';
      const file = await signed(
        baseDocument({
          catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 33 0 R',
          page: '/StructParents 0',
          objects: {
            33: `<< ${root} /ParentTree << /Nums [0 [34 0 R]] >> >>`,
            34: '<< /Type /StructElem /S /P /P 33 0 R /Pg 3 0 R /K [0] >>',
          },
        }),
      );
      return update(file, {
        objects: {
          33: `<< ${root} /ParentTree 60 0 R /RoleMap << >> >>`,
          60: '<< /Nums [0 61 0 R] >>',
          61: '[34 0 R]',
        },
      });
    },
    modification: 'LTA_UPDATES',
    changes: ['STRUCTURE_EXTENDED'],
  },
  {
    name: 'tags and a look beside the page before the signature, as iText 7 writes them',
    build: async () => {
      const root = '/Type /StructTreeRoot';
      const file = await signed(
        baseDocument({ catalog: `/StructTreeRoot 33 0 R`, objects: { 33: `<< ${root} >>` } }),
      );
      const { objects } = besidePage(file, '[-10000 10 -9999 11]');
      const page = objects?.[PART.page];
      if (typeof page !== 'string') throw new Error('no page');
      return update(file, {
        objects: {
          ...objects,
          [PART.page]: page.replace('/Type', '/StructParents 1 /Tabs /S /Type'),
          33: `<< ${root} /K [61 0 R] /ParentTree 62 0 R /ParentTreeNextKey 2 >>`,
          61: '<< /Type /StructElem /S /Form /P 33 0 R /Pg 3 0 R /K << /Type /OBJR /Obj 60 0 R >> >>',
          62: '<< /Nums [0 61 0 R] >>',
        },
      });
    },
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_FIELD_ADDED', 'STRUCTURE_EXTENDED'],
  },
  {
    name: 'certified P=3: a mark, and the looks of icons by name as Acrobat writes them',
    build: async () => {
      const file = commented(await certified(3), highlight, '/G gs 1 1 0 rg 72 690 228 40 re f');
      return update(file, {
        objects: {
          [PART.catalog]: withEntry(file, PART.catalog, 'Names', '<< /AP 70 0 R >>'),
          70: '<< /Names [(~icon+Comment) 71 0 R] >>',
          71: ['/Type /XObject /Subtype /Form /BBox [0 0 24 24]', '0 0 24 24 re f'],
        },
      });
    },
    modification: 'ANNOTATIONS',
    changes: ['ANNOTATION_ADDED'],
  },
  {
    name: 'a key of a writer on the pages and on their tree',
    build: async () => {
      const file = await plain();
      return update(file, {
        objects: {
          [PART.pages]: withEntry(file, PART.pages, 'ITXT', '(2.1.7)'),
          [PART.page]: withEntry(file, PART.page, 'XYZ_Seen', 'true'),
        },
      });
    },
    modification: 'LTA_UPDATES',
    changes: ['EXTENSIONS_CHANGED'],
  },
  {
    name: 'an object written and listed twice, as PDFBox does',
    build: async () => writtenTwice(await plain(), '<< /Title (Lain) >>'),
    modification: 'LTA_UPDATES',
    changes: ['METADATA_CHANGED'],
  },
  {
    name: 'empty field signed unseen, its place taken as PDFBox does',
    build: async () =>
      signedOtherwise(await plain(), { field: 'pengesahan' }, [
        '/Rect [72 100 300 160]',
        '/Rect [0 0 0 0]',
      ]),
    modification: 'FORM_FILLING',
    changes: ['SIGNATURE_ADDED'],
  },
  {
    name: 'widgets called annotations, one of a signed field, as PDFBox does',
    build: async () => {
      const file = await signed(typeless(), { field: 'pengesahan' });
      const typed = [PART.empty, PART.text, PART.note].map((num) => {
        return [num, bodyOf(file, num).replace('<<', '<< /Type /Annot')] as const;
      });
      return update(file, { objects: Object.fromEntries(typed) });
    },
    modification: 'LTA_UPDATES',
    changes: [],
  },
  {
    name: 'a size of its own objects alone, as PDFBox writes it',
    build: async () => smaller(await plain()),
    modification: 'LTA_UPDATES',
    changes: ['METADATA_CHANGED'],
  },
  {
    name: 'the same again, and then a right one',
    build: async () => signed(smaller(smaller(await plain()))),
    modification: 'FORM_FILLING',
    changes: ['METADATA_CHANGED', 'SIGNATURE_ADDED'],
  },
  {
    name: 'comment of the writer beside startxref',
    build: async () =>
      update(await plain(), {
        objects: { [PART.info]: '<< /Title (Keputusan) /Producer (x) >>' },
        afterTrailer: '%iText-5.5.13.2\n',
      }),
    modification: 'LTA_UPDATES',
    changes: ['METADATA_CHANGED'],
  },
];
