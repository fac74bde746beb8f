// Fields and annotations that show other things than they did, or than they say, by entries that are
// seldom looked at: looks for the pointer, flags, default looks, order of calculation, choices, marks drawn
// by the viewer itself ("Breaking the Specification: PDF Certification", Mainka et al. 2021; "Shadow Attacks").
import { PART, type BaseOptions } from '../support/base-document.ts';
import { changedLater } from '../support/changed-later.ts';
import { bodyOf, type UpdateOptions, withEntry } from '../support/update.ts';
import type { Attack } from './attack.ts';

const WIDE = '/Type /XObject /Subtype /Form /BBox [0 0 428 40]';
const FILL = '1 g 0 0 428 40 re f';
const QUAD = '/QuadPoints [72 730 500 730 72 690 500 690]';
const OVER = '[72 690 500 730]';

/** One more annotation on the certified page; look 61 covers, 62 does not. */
const annotation = (
  name: string,
  entries: string,
  named: Attack['named'] = 'CONTENT_MAY_BE_COVERED',
): Attack =>
  changedLater(
    `annotation: ${name}`,
    named,
    {},
    (file) => ({
      objects: {
        [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
        60: `<< /Type /Annot /P 3 0 R /Rect ${OVER} /F 4 ${entries} >>`,
        61: [WIDE, FILL],
        62: [WIDE, '0 0 428 1 re f'],
      },
    }),
    3,
  );

/** An annotation that was there when the document was certified, as object 20. */
const existing = (
  name: string,
  before: string,
  after: string,
  named: Attack['named'] = 'CONTENT_MAY_BE_COVERED',
): Attack =>
  changedLater(
    `annotation: ${name}`,
    named,
    {
      annotations: '20 0 R',
      objects: { 20: `<< /Type /Annot /P 3 0 R ${before} >>` },
      streams: { 21: [WIDE, FILL] },
    },
    { objects: { 20: `<< /Type /Annot /P 3 0 R ${after} >>` } },
    3,
  );

const field = (
  name: string,
  named: Attack['named'],
  base: BaseOptions,
  change: UpdateOptions | ((file: Buffer) => UpdateOptions),
): Attack => changedLater(`field: ${name}`, named, base, change);

const form = (entries: string): string =>
  `<< /Fields [8 0 R 9 0 R 10 0 R] /SigFlags 3 /DR << /Font << /Helv 5 0 R >> >> ${entries} >>`;

const LIST: BaseOptions = {
  objects: {
    8: '<< /Type /Annot /Subtype /Widget /FT /Ch /T (pilihan) /Rect [72 600 300 620] /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) /Opt [(1) (2) (9)] /TI 0 /V (1) /AP << /N 16 0 R >> >>',
  },
};

const BUTTON = (look: number): BaseOptions => ({
  objects: {
    8: `<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (gambar) /Rect [72 600 300 620] /P 3 0 R /F 4 /MK << /CA (1) >> /AP << /N ${look} 0 R >> >>`,
  },
  streams: {
    20: [
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      '\0',
    ],
    21: [`${WIDE} /Resources << /XObject << /I 20 0 R >> >>`, 'q 428 0 0 40 0 0 cm /I Do Q'],
  },
});

const OTHER_PICTURE: NonNullable<UpdateOptions['objects']> = {
  60: [
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    '\xff',
  ],
  61: [`${WIDE} /Resources << /XObject << /I 60 0 R >> >>`, 'q 428 0 0 40 0 0 cm /I Do Q'],
};

const reset = (file: Buffer, entry: string, value: string): string =>
  withEntry(file, PART.text, entry, value);

/** A text field over the line that says what is paid, with nothing but a border to show. */
const OVER_LINE = `<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /Rect ${OVER} /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) /V (Budi) /AP << /N 16 0 R >> >>`;

export const INTERACTIVE_ATTACKS: readonly Attack[] = [
  ...['Redact', 'Watermark', 'Circle', 'PolyLine', 'Projection2', 'Text1'].map((kind) =>
    annotation(`evil, ${kind}`, `/Subtype /${kind} /AP << /N 61 0 R >>`),
  ),
  annotation('evil, of no kind at all', '/AP << /N 61 0 R >>'),
  annotation('evil, of a kind that is no name', '/Subtype (Stamp) /AP << /N 61 0 R >>'),
  annotation('redaction without a look', '/Subtype /Redact /IC [1 1 1] /OverlayText (9)'),
  annotation('caret as large as the line, without a look', '/Subtype /Caret /C [1 1 1]'),
  annotation(
    'caret as large as the line, with a look for the pointer alone',
    '/Subtype /Caret /AP << /R 62 0 R >>',
  ),
  annotation('free text without a look', '/Subtype /FreeText /DA (/Helv 20 Tf) /Contents (9)'),
  annotation(
    'line without a look',
    '/Subtype /Line /L [72 700 500 700] /BS << /W 40 >> /C [1 1 1]',
  ),
  ...[
    'FileAttachment',
    'Sound',
    'Movie',
    'Screen',
    '3D',
    'RichMedia',
    'TrapNet',
    'PrinterMark',
  ].map((kind) => annotation(`acting, ${kind}`, `/Subtype /${kind}`, 'ANNOTATION_ACTS')),
  ...['Launch', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'SetOCGState', 'Hide', 'Named'].map(
    (action) =>
      annotation(
        `link that does ${action}`,
        `/Subtype /Link /A << /S /${action} /F (a) >>`,
        'ANNOTATION_ACTS',
      ),
  ),
  annotation(
    'link whose action has a next one',
    '/Subtype /Link /A << /S /URI /URI (http://example.invalid/) /Next << /S /Launch >> >>',
    'ANNOTATION_ACTS',
  ),
  annotation('layer of its own', '/Subtype /Underline /OC 17 0 R', 'ANNOTATION_ACTS'),
  annotation(
    'underline that fills under the pointer',
    '/Subtype /Underline /AP << /N 62 0 R /R 61 0 R >>',
  ),
  annotation(
    'underline that fills when pressed',
    '/Subtype /Underline /AP << /N 62 0 R /D 61 0 R >>',
  ),
  annotation(
    'underline with a look for the pointer alone',
    '/Subtype /Underline /AP << /R 61 0 R >>',
  ),
  annotation(
    'underline of letters as high as a page',
    '/Subtype /Underline /C [1 1 1] /QuadPoints [72 800 500 800 72 100 500 100]',
  ),
  annotation(
    'strike-out of letters as high as a page',
    '/Subtype /StrikeOut /C [1 1 1] /QuadPoints [72 800 500 800 72 100 500 100]',
  ),
  annotation(
    'note that is not a note where it is struck out',
    `/Subtype /StrikeOut ${QUAD} /BS << /W 40 >> /C [1 1 1]`,
  ),
  existing(
    'stamp hidden when certified, shown later',
    `/Subtype /Stamp /Rect ${OVER} /F 2 /AP << /N 21 0 R >>`,
    `/Subtype /Stamp /Rect ${OVER} /F 4 /AP << /N 21 0 R >>`,
  ),
  existing(
    'stamp shown when certified, hidden later',
    `/Subtype /Stamp /Rect ${OVER} /F 4 /AP << /N 21 0 R >>`,
    `/Subtype /Stamp /Rect ${OVER} /F 2 /AP << /N 21 0 R >>`,
  ),
  existing(
    'stamp moved',
    '/Subtype /Stamp /Rect [72 200 500 240] /F 4 /AP << /N 21 0 R >>',
    `/Subtype /Stamp /Rect ${OVER} /F 4 /AP << /N 21 0 R >>`,
  ),
  existing(
    'free text with other words',
    `/Subtype /FreeText /Rect ${OVER} /F 4 /Contents (1) /DA (/Helv 9 Tf)`,
    `/Subtype /FreeText /Rect ${OVER} /F 4 /Contents (9) /DA (/Helv 9 Tf)`,
  ),
  existing(
    'link that leads elsewhere',
    `/Subtype /Link /Rect ${OVER} /A << /S /URI /URI (https://bsre.bssn.go.id/) >>`,
    `/Subtype /Link /Rect ${OVER} /A << /S /URI /URI (https://example.invalid/) >>`,
    'ANNOTATION_ACTS',
  ),
  existing(
    'link that reaches further',
    `/Subtype /Link /Rect [72 40 300 60] /A << /S /URI /URI (https://bsre.bssn.go.id/) >>`,
    `/Subtype /Link /Rect ${OVER} /A << /S /URI /URI (https://bsre.bssn.go.id/) >>`,
    'ANNOTATION_ACTS',
  ),
  existing(
    'link that reaches further by its quadrilaterals',
    `/Subtype /Link /Rect ${OVER} /QuadPoints [72 60 90 60 72 40 90 40] /Dest [3 0 R /Fit]`,
    `/Subtype /Link /Rect ${OVER} /QuadPoints [72 800 500 800 72 40 500 40] /Dest [3 0 R /Fit]`,
    'ANNOTATION_ACTS',
  ),
  existing(
    'link to another page',
    `/Subtype /Link /Rect ${OVER} /Dest [3 0 R /Fit]`,
    `/Subtype /Link /Rect ${OVER} /Dest [14 0 R /Fit]`,
    'ANNOTATION_ACTS',
  ),
  existing(
    'note made a stamp',
    '/Subtype /Text /Rect [500 700 520 720]',
    `/Subtype /Stamp /Rect ${OVER} /AP << /N 21 0 R >>`,
    'ANNOTATION_ACTS',
  ),
  field('background where there was none', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: reset(file, 'MK', '<< /BG [1 1 1] >>') },
  })),
  field('another sign for a button', 'FIELD_CHANGED', BUTTON(21), (file) => ({
    objects: { [PART.text]: bodyOf(file, PART.text).replace('/CA (1)', '/CA (9)') },
  })),
  field('pressed look that fills', 'APPEARANCE_WITHOUT_VALUE', {}, (file) => ({
    objects: {
      [PART.text]: bodyOf(file, PART.text).replace('/N 16 0 R', '/N 16 0 R /D 61 0 R'),
      61: [WIDE, FILL],
    },
  })),
  field(
    'filled in, and a look for the pointer that covers',
    'CONTENT_MAY_BE_COVERED',
    { objects: { 8: OVER_LINE } },
    (file) => ({
      objects: {
        [PART.text]: reset(file, 'V', '(Ani)').replace('/N 16 0 R', '/N 16 0 R /R 61 0 R'),
        61: [WIDE, FILL],
      },
    }),
  ),
  field(
    'letters no longer seen by the look of the form',
    'FIELDS_DRAWN_ANEW',
    {
      objects: {
        7: form(''),
        8: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /Rect [72 600 300 620] /P 3 0 R /F 4 /V (1) >>',
      },
    },
    { objects: { 7: form('/DA (/Helv 0 Tf 1 g)') } },
  ),
  field(
    'placed otherwise by the form',
    'FIELDS_DRAWN_ANEW',
    {
      objects: {
        7: form('/DA (/Helv 0 Tf 0 g)'),
        8: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /Rect [72 600 300 620] /P 3 0 R /F 4 /V (1) >>',
      },
    },
    { objects: { 7: form('/DA (/Helv 0 Tf 0 g) /Q 2') } },
  ),
  field(
    'order of calculation',
    'FORM_CHANGED',
    {},
    {
      objects: { 7: form('/DA (/Helv 0 Tf 0 g) /CO [8 0 R]') },
    },
  ),
  field(
    'font of the form for its looks (DR)',
    'FONT_CHANGED',
    {
      objects: {
        7: '<< /Fields [8 0 R 9 0 R 10 0 R] /DR << /Font << /Helv 20 0 R >> >> >>',
        20: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
      },
    },
    { objects: { 20: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' } },
  ),
  field(
    'encoding of the form (DR)',
    'FORM_CHANGED',
    {
      objects: {
        7: '<< /Fields [8 0 R 9 0 R 10 0 R] /DR << /Font << /Helv 5 0 R >> /Encoding << /E 20 0 R >> >> >>',
        20: '<< /Type /Encoding >>',
      },
    },
    {
      objects: {
        7: '<< /Fields [8 0 R 9 0 R 10 0 R] /DR << /Font << /Helv 5 0 R >> /Encoding << /E 60 0 R >> >> >>',
        60: '<< /Type /Encoding /Differences [49 /nine] >>',
      },
    },
  ),
  field(
    'data of its XML',
    'FORM_CHANGED',
    {
      objects: { 7: form('/XFA [(datasets) 20 0 R]') },
      streams: { 20: ['', '<a>1</a>'] },
    },
    { objects: { 20: ['', '<a>9</a>'] } },
  ),
  field('list rolled to another choice', 'APPEARANCE_WITHOUT_VALUE', LIST, (file) => ({
    objects: { [PART.text]: reset(file, 'TI', '2') },
  })),
  field('words of its choices', 'FIELD_CHANGED', LIST, (file) => ({
    objects: { [PART.text]: reset(file, 'Opt', '[(9) (2) (1)]') },
  })),
  field('no longer more than so many letters', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: reset(file, 'MaxLen', '1') },
  })),
  field('kept from being seen as a password', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: reset(file, 'Ff', '8192') },
  })),
  field('name for the reader', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: reset(file, 'TU', '(Dibayar)') },
  })),
  field('what it is reset to', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: reset(file, 'DV', '(9)') },
  })),
  field('button with another picture', 'APPEARANCE_WITHOUT_VALUE', BUTTON(21), (file) => ({
    objects: {
      [PART.text]: bodyOf(file, PART.text).replace('/N 21 0 R', '/N 61 0 R'),
      ...OTHER_PICTURE,
    },
  })),
  field(
    'button with another picture, and a value',
    'APPEARANCE_WITHOUT_VALUE',
    BUTTON(21),
    (file) => ({
      objects: {
        [PART.text]: reset(file, 'V', '(x)').replace('/N 21 0 R', '/N 61 0 R'),
        ...OTHER_PICTURE,
      },
    }),
  ),
  field(
    'button with another picture in its place, and a value',
    'APPEARANCE_WITHOUT_VALUE',
    BUTTON(21),
    (file) => ({
      objects: { [PART.text]: reset(file, 'V', '(x)'), 21: [WIDE, 'BT (9) Tj ET'] },
    }),
  ),
  field(
    'text field whose picture is another, and a value',
    'CONTENT_MAY_BE_COVERED',
    {
      ...BUTTON(21),
      objects: {
        8: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /Rect [72 600 300 620] /P 3 0 R /F 4 /DA (/Helv 9 Tf) /V (1) /AP << /N 21 0 R >> >>',
      },
    },
    (file) => ({
      objects: {
        [PART.text]: reset(file, 'V', '(9)').replace('/N 21 0 R', '/N 61 0 R'),
        ...OTHER_PICTURE,
      },
    }),
  ),
  field('button with other words on it', 'FIELD_CHANGED', BUTTON(16), (file) => ({
    objects: { [PART.text]: bodyOf(file, PART.text).replace('(1)', '(9)') },
  })),
  field('look in a layer', 'FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.text]: reset(file, 'OC', '17 0 R') },
  })),
  field('widget copied to another page', 'STAMP_WITHOUT_SIGNATURE', {}, (file) => ({
    objects: {
      [PART.second]: withEntry(file, PART.second, 'Annots', '[60 0 R]'),
      60: bodyOf(file, PART.text),
    },
  })),
  field('widget shown on another page as well', 'FIELD_ADDED', {}, (file) => ({
    objects: { [PART.second]: withEntry(file, PART.second, 'Annots', '[8 0 R]') },
  })),
  field('widget of no field on another page', 'STAMP_WITHOUT_SIGNATURE', {}, (file) => ({
    objects: {
      [PART.second]: withEntry(file, PART.second, 'Annots', '[60 0 R]'),
      60: `<< /Type /Annot /Subtype /Widget /Rect ${OVER} /AP << /N 6 0 R >> /F 4 >>`,
    },
  })),
  field('signed stamp shown on another page as well', 'SIGNED_FIELD_CHANGED', {}, (file) => ({
    objects: { [PART.second]: withEntry(file, PART.second, 'Annots', '[10 0 R]') },
  })),
  field('signed stamp copied to another page', 'STAMP_WITHOUT_SIGNATURE', {}, (file) => ({
    objects: {
      [PART.second]: withEntry(file, PART.second, 'Annots', '[60 0 R]'),
      60: `<< /Type /Annot /Subtype /Widget /Parent 10 0 R /Rect ${OVER} /AP << /N 6 0 R >> /F 4 >>`,
    },
  })),
  field('kid of a signed field', 'SIGNED_FIELD_CHANGED', {}, (file) => ({
    objects: {
      [PART.empty]: withEntry(file, PART.empty, 'Kids', '[60 0 R]'),
      [PART.second]: withEntry(file, PART.second, 'Annots', '[60 0 R]'),
      60: `<< /Type /Annot /Subtype /Widget /Parent 10 0 R /Rect ${OVER} /AP << /N 6 0 R >> /F 4 >>`,
    },
  })),
  field('another form', 'FORM_CHANGED', {}, (file) => ({
    objects: {
      [PART.catalog]: bodyOf(file, PART.catalog).replace('/AcroForm 7 0 R', '/AcroForm 60 0 R'),
      60: '<< /Fields [8 0 R 9 0 R 10 0 R] /DR << /Font << /Helv 16 0 R >> >> >>',
    },
  })),
];
