// What hides a line, or brings one to light, without any area being filled: letters as paint, looks that stand in
// another file, fields that cover a line when the document is signed and no longer afterwards, frames of links
// ("Shadow Attacks", NDSS 2021, hiding and replacing by forms; "Breaking the Specification", read further).
import { changedLater } from '../support/changed-later.ts';
import { baseDocument, type BaseOptions, PART } from '../support/base-document.ts';
import { signed } from '../support/in-memory.ts';
import { bodyOf } from '../support/update.ts';
import type { Attack } from './attack.ts';
import { lettered, overLine } from './pictures.ts';

const WIDE = '/Type /XObject /Subtype /Form /BBox [0 0 428 40]';
const HELVETICA = '/Subtype /Type1 /BaseFont /Helvetica';
const SQUARES = '/Subtype /Type1 /BaseFont /ZapfDingbats';
const AREAS =
  '/Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 91 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1]';

/** Name, content between BT and ET, font. */
const LETTERS: readonly (readonly [name: string, text: string, font: string])[] = [
  ['one full stop as large as the line', '0 g /F 1500 Tf -100 -100 Td (.) Tj', HELVETICA],
  ['the same by the text matrix', '0 g /F 1 Tf 1500 0 0 1500 -100 -100 Tm (.) Tj', HELVETICA],
  ['letters stretched to bars', '0 g /F 12 Tf 9000 Tz 0 15 Td (MM) Tj', HELVETICA],
  ['the outlines of white letters', '1 Tr 1 G /F 12 Tf 0 15 Td (MMMMMM) Tj', HELVETICA],
  ['letters with thick outlines', '2 Tr 0 g 0 G 60 w /F 12 Tf 0 15 Td (MMMM) Tj', HELVETICA],
  ['squares of a font of signs', '0 g /F 14 Tf 0 12 Td (nnnnnnnnnn) Tj', SQUARES],
];

/** A text field over the line that says what is paid. */
const over = (entries: string): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /Rect [72 690 500 730] /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) ${entries} >>`;

/** Filled in with object 60 as its look. */
function filledWith(
  name: string,
  look: readonly [entries: string, data: string],
  objects: Record<number, string> = {},
): Attack {
  return changedLater(
    `field: filled in with ${name}`,
    'CONTENT_MAY_BE_COVERED',
    { objects: { 8: over('') } },
    {
      objects: {
        [PART.text]: over('/V (9) /AP << /N 60 0 R >>'),
        60: [`${WIDE} ${look[0]}`, look[1]],
        91: ['', '1 0 0 0 10 1 d1 0 0 10 1 re f'],
        ...objects,
      },
    },
  );
}

/** A field that lay over the line and does so no more. */
const bared = (
  name: string,
  field: BaseOptions,
  num: number,
  change: (body: string) => string,
): Attack =>
  changedLater(
    `field: a line brought to light by ${name}`,
    'CONTENT_MAY_BE_COVERED',
    field,
    (file) => ({
      objects: {
        [num]: change(bodyOf(file, num)),
        60: [WIDE, '/Tx BMC EMC'],
      },
    }),
  );

const BOX =
  '<< /Type /Annot /Subtype /Widget /FT /Btn /T (setuju) /Rect [72 690 500 730] /P 3 0 R /F 4 /V /Ya /AS /Ya /AP << /N << /Ya 20 0 R /Off 19 0 R >> >> >>';

const link = (name: string, entries: string): Attack =>
  changedLater(
    `link: ${name}`,
    'CONTENT_MAY_BE_COVERED',
    {},
    (file) => ({
      objects: {
        [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
        60: `<< /Type /Annot /Subtype /Link /P 3 0 R /F 4 ${entries} >>`,
      },
    }),
    3,
  );

export const LETTER_ATTACKS: readonly Attack[] = [
  ...LETTERS.map(([name, text, font]): Attack => ({
    name: `a stamp that hides a line by ${name}`,
    named: 'STAMP_COVERS_TEXT',
    build: async () => lettered(await signed(overLine), text, font),
  })),
  ...[...LETTERS, ['white letters', '1 g /F 40 Tf 0 5 Td (HHHHHHHH) Tj', HELVETICA] as const].map(
    ([name, text, font]) =>
      filledWith(name, [
        `/Resources << /Font << /F << /Type /Font ${font} >> >> >>`,
        `BT ${text} ET`,
      ]),
  ),
  filledWith('letters that are areas', [
    `/Resources << /Font << /F << /Type /Font ${AREAS} >> >> >>`,
    'BT /F 40 Tf (a) Tj ET',
  ]),
  filledWith(
    'a font that a graphics state names',
    [`/Resources << /ExtGState << /G << /Font [61 0 R 40] >> >> >>`, '/G gs BT (a) Tj ET'],
    { 61: `<< /Type /Font ${AREAS} >>` },
  ),
  filledWith('a look that stands in another file', ['/F (lain.bin)', 'n']),
  filledWith('a page of another file', ['/Ref << /F (lain.pdf) /Page 0 >>', 'n']),
  changedLater(
    'field: filled in with a ground where it hid one corner before',
    'CONTENT_MAY_BE_COVERED',
    {
      objects: { 8: over('/V (1) /AP << /N 20 0 R >>') },
      streams: { 20: [WIDE, '1 g 414 26 14 14 re f'] },
    },
    (file) => ({
      objects: {
        [PART.text]: bodyOf(file, PART.text)
          .replace('/V (1)', '/V (9)')
          .replace('20 0 R', '60 0 R'),
        60: [WIDE, '1 g 0 0 428 40 re f'],
      },
    }),
  ),
  bared(
    'filling in without the ground',
    {
      objects: { 8: over('/V (1) /AP << /N 20 0 R >>') },
      streams: { 20: [WIDE, '1 g 0 0 428 40 re f'] },
    },
    PART.text,
    (body) => body.replace('/V (1)', '/V (9)').replace('/N 20 0 R', '/N 60 0 R'),
  ),
  bared(
    'a box that is no longer ticked',
    { objects: { 9: BOX }, streams: { 20: [WIDE, '1 g 0 0 428 40 re f'] } },
    PART.box,
    (body) => body.replace('/V /Ya /AS /Ya', '/V /Off /AS /Off'),
  ),
  {
    name: 'a stamp on a rectangle that is none',
    named: 'CONTENT_MAY_BE_COVERED',
    build: async () => {
      const file = await signed(
        baseDocument({
          objects: {
            10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (pengesahan) /Rect [72 690 500 730 0] /P 3 0 R /F 4 >>',
          },
        }),
      );
      return lettered(file, '0 g /F 12 Tf (x) Tj', HELVETICA);
    },
  },
  link('a frame as pale as paper', '/Rect [72 690 500 720] /Border [0 0 2] /C [1 1 1]'),
  link('a frame so flat that it is a bar', '/Rect [72 704 500 706] /Border [0 0 3] /C [0 0 0]'),
  link('the same by its style', '/Rect [72 704 500 706] /BS << /W 3 >> /C [1]'),
];
