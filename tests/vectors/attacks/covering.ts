// Paint that comes over what was signed by the ways that are left open: annotations that are said to be
// marks, stamps that are seen only in print or on no page of their own, fields filled in with an opaque
// ground ("Breaking the Specification", Mainka et al. 2021; "Shadow Attacks", NDSS 2021, read further).
import { stampContent } from '../../support/signing.ts';
import { baseDocument, PART, type BaseOptions } from '../support/base-document.ts';
import { ATTACKER, SECOND, signed, stampedAgainstTheRules } from '../support/in-memory.ts';
import { bodyOf, update, type UpdateOptions, withEntry } from '../support/update.ts';
import type { Attack } from './attack.ts';

const WIDE = '/Type /XObject /Subtype /Form /BBox [0 0 428 40]';
const MULTIPLY = '/Resources << /ExtGState << /G << /BM /Multiply >> >> >>';
const QUAD = '/QuadPoints [72 730 500 730 72 690 500 690]';

/** A certified document with one more annotation, whose look is object 61. */
function annotation(
  name: string,
  entries: string,
  look: readonly [entries: string, data: string] | null = null,
  rect = '[72 690 500 730]',
): Attack {
  return {
    name: `certified P=3: ${name}`,
    named: 'CONTENT_MAY_BE_COVERED',
    build: async () => {
      const file = await signed(baseDocument(), { certification: 3 });
      return update(file, {
        objects: {
          [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
          60: `<< /Type /Annot ${entries} /Rect ${rect} /F 4 /P 3 0 R ${look === null ? '' : '/AP << /N 61 0 R >>'} >>`,
          ...(look === null ? {} : { 61: look }),
        },
      });
    },
  };
}

function after(
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

/** The widget of a field that was signed, changed within its own revision. */
async function resigned(change: (file: Buffer) => Promise<Buffer>): Promise<Buffer> {
  return change(await signed(baseDocument()));
}

const wholePage = async () => ({
  page: 1 as const,
  rect: { x: 0, y: 0, width: 595, height: 842 },
  content: await stampContent(),
});

/** Bytes of the same length, so that all offsets stay. The signature is the attacker's own business. */
function patched(file: Buffer, from: RegExp, to: (found: string) => string): Buffer {
  const text = file.toString('latin1');
  const found = [...text.matchAll(from)].at(-1);
  if (found === undefined) throw new Error('nothing to patch');
  const other = to(found[0]).padEnd(found[0].length);
  if (other.length !== found[0].length) throw new Error('longer than what it replaces');
  return Buffer.from(
    text.slice(0, found.index) + other + text.slice(found.index + found[0].length),
    'latin1',
  );
}

const OVER_LINE =
  '<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /Rect [72 690 500 730] /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) /V (Budi) /AP << /N 16 0 R >> >>';

const filledOpaque = (file: Buffer): UpdateOptions => ({
  objects: {
    [PART.text]: withEntry(file, PART.text, 'V', '(9)').replace('/N 16 0 R', '/N 60 0 R'),
    60: [
      '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /Helv 5 0 R >> >>',
      '1 g 0 0 228 20 re f /Tx BMC BT /Helv 10 Tf 2 5 Td (9) Tj ET EMC',
    ],
  },
});

/** A stamp on white, by default over the line that says what is paid. */
async function groundedStamp(rect = { x: 72, y: 690, width: 428, height: 40 }) {
  return { page: 1 as const, rect, content: await stampContent({ opaque: true }) };
}

function coveringStamp(name: string, sign: (file: Buffer) => Promise<Buffer>): Attack {
  const build = async (): Promise<Buffer> => sign(await signed(baseDocument()));
  return { name, named: 'STAMP_COVERS_TEXT', build };
}

/** Of forty states all but the last are harmless, and the last is shown. */
const lateState: Attack = {
  name: 'certified P=3: underline whose last of forty states fills',
  named: 'CONTENT_MAY_BE_COVERED',
  build: async () => {
    const file = await signed(baseDocument(), { certification: 3 });
    const states = Array.from({ length: 40 }, (_, n) => `/S${n} ${n < 39 ? 61 : 62} 0 R`).join(' ');
    const mark = '<< /Type /Annot /Subtype /Underline /Rect [72 690 500 730] /F 4 /P 3 0 R';
    return update(file, {
      objects: {
        [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 60 0 R'),
        60: `${mark} /AS /S39 /AP << /N << ${states} >> >> >>`,
        61: [WIDE, '0 0 428 1 re f'],
        62: [WIDE, '1 g 0 0 428 40 re f'],
      },
    });
  },
};

export const COVERING_ATTACKS: readonly Attack[] = [
  lateState,
  annotation('pop-up with a look', '/Subtype /Popup', [WIDE, '1 g 0 0 428 40 re f']),
  annotation('underline that fills', '/Subtype /Underline', [WIDE, '1 g 0 0 428 40 re f']),
  annotation('strike-out with a line as high as the text', '/Subtype /StrikeOut', [
    WIDE,
    '1 G 40 w 0 20 m 428 20 l S',
  ]),
  annotation('squiggle of very many lines', '/Subtype /Squiggly', [
    WIDE,
    `1 G 2 w ${Array.from({ length: 30 }, (_, i) => `0 ${i * 1.4} m 428 ${i * 1.4} l`).join(' ')} S`,
  ]),
  annotation('underline drawn many times larger', '/Subtype /Underline', [
    '/Type /XObject /Subtype /Form /BBox [0 0 428 40] /Matrix [0.1 0 0 0.1 0 0]',
    '100 0 0 100 0 0 cm 1 G 0.4 w 0 0.2 m 4.28 0.2 l S',
  ]),
  annotation(
    'highlight that names a blend mode and does not use it',
    `/Subtype /Highlight ${QUAD}`,
    [`${WIDE} ${MULTIPLY}`, '1 g 0 0 428 40 re f'],
  ),
  annotation('highlight that uses the blend mode too late', `/Subtype /Highlight ${QUAD}`, [
    `${WIDE} ${MULTIPLY}`,
    'q 1 g 0 0 428 40 re f Q /G gs 1 1 0 rg 0 0 1 1 re f',
  ]),
  annotation('highlight in black', `/Subtype /Highlight ${QUAD}`, [
    `${WIDE} ${MULTIPLY}`,
    '/G gs 0 g 0 0 428 40 re f',
  ]),
  annotation('highlight in black without a look', `/Subtype /Highlight ${QUAD} /C [0 0 0]`),
  annotation(
    'link with a border as wide as the line',
    '/Subtype /Link /Border [0 0 40] /C [1 1 1]',
  ),
  annotation('link with a border style as wide', '/Subtype /Link /BS << /W 40 >> /C [1 1 1]'),
  annotation(
    'note that writes a digit',
    '/Subtype /Text',
    [
      '/Type /XObject /Subtype /Form /BBox [0 0 12 24] /Resources << /Font << /F 5 0 R >> >>',
      'BT /F 24 Tf (9) Tj ET',
    ],
    '[200 696 212 720]',
  ),
  {
    name: 'certified P=2: a signature seen only in print',
    named: 'STAMP_UNFORESEEN',
    build: async () => {
      const file = await signed(baseDocument(), { certification: 2 });
      const rect = { x: 72, y: 690, width: 400, height: 40 };
      const content = await stampContent({ name: 'Rp 9.000.000.000' });
      const forged = await stampedAgainstTheRules(file, ATTACKER, { page: 1, rect, content });
      return patched(forged, /\/F 132\b/g, () => '/F 036');
    },
  },
  {
    name: 'a signature that covers the page and names another page',
    named: 'CONTENT_MAY_BE_COVERED',
    build: () =>
      resigned(async (file) => {
        const forged = await stampedAgainstTheRules(file, SECOND, await wholePage());
        return patched(
          forged,
          /\/P 3 0 R(?=[^]{0,400}\/FT ?\/Sig)|(?<=\/FT ?\/Sig[^]{0,400})\/P 3 0 R/g,
          () => '',
        );
      }),
  },
  {
    name: 'an empty field as large as the page, signed with a stamp',
    named: 'CONTENT_MAY_BE_COVERED',
    build: async () => {
      const base = baseDocument({
        objects: {
          10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (pengesahan) /Rect [0 0 595 842] /P 3 0 R /F 4 >>',
        },
      });
      const file = await signed(base);
      return signed(file, {
        key: SECOND,
        field: 'pengesahan',
        stamp: { ...(await wholePage()), page: 1 },
      });
    },
  },
  after(
    'a field prepared with a stamp, put on the page later',
    'STAMP_WITHOUT_SIGNATURE',
    {
      objects: {
        7: '<< /Fields [8 0 R 9 0 R 10 0 R 20 0 R] /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 0 Tf 0 g) >>',
        20: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (siap) /Rect [72 690 500 730] /F 4 /P 3 0 R /AP << /N 6 0 R >> >>',
      },
    },
    (file) => ({
      objects: { [PART.page]: bodyOf(file, PART.page).replace('11 0 R', '11 0 R 20 0 R') },
    }),
  ),
  after(
    'text field prepared over a line, filled in with an opaque ground',
    'CONTENT_MAY_BE_COVERED',
    { objects: { 8: OVER_LINE } },
    filledOpaque,
  ),
  after(
    'text field prepared over a drawing, filled in with an opaque ground',
    'CONTENT_MAY_BE_COVERED',
    {
      objects: { 8: OVER_LINE },
      content: '0 0 1 rg 100 695 m 300 700 l 200 725 l f',
    },
    filledOpaque,
  ),
  coveringStamp('a stamp with a ground over a line of text', async (file) =>
    signed(file, { key: SECOND, stamp: await groundedStamp() }),
  ),
  coveringStamp('a stamp with a ground over the last figures', async (file) =>
    signed(file, {
      key: SECOND,
      stamp: await groundedStamp({ x: 400, y: 690, width: 120, height: 40 }),
    }),
  ),
  {
    name: 'an empty field prepared over a line, signed with a ground',
    named: 'STAMP_COVERS_TEXT',
    build: async () => {
      const file = await signed(
        baseDocument({
          objects: {
            10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (pengesahan) /Rect [72 690 500 730] /P 3 0 R /F 4 >>',
          },
        }),
      );
      const stamp = await groundedStamp();
      return signed(file, { key: SECOND, field: 'pengesahan', stamp });
    },
  },
  {
    name: 'a stamp with a ground over the stamp of an earlier signer',
    named: 'STAMP_COVERS_TEXT',
    build: async () => {
      const rect = { x: 72, y: 300, width: 200, height: 60 };
      const first = { page: 1 as const, rect, content: await stampContent() };
      const file = await signed(baseDocument(), { stamp: first });
      return signed(file, { key: SECOND, stamp: await groundedStamp(rect) });
    },
  },
  {
    name: 'a stamp with a ground over what a form was filled in with',
    named: 'STAMP_COVERS_TEXT',
    build: async () =>
      signed(await signed(baseDocument()), {
        key: SECOND,
        stamp: await groundedStamp({ x: 70, y: 598, width: 120, height: 30 }),
      }),
  },
  {
    name: 'certified P=2: a foreseen field over a line, signed with a ground',
    named: 'STAMP_COVERS_TEXT',
    build: async () => {
      const file = await signed(
        baseDocument({
          objects: {
            10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (pengesahan) /Rect [72 690 500 730] /P 3 0 R /F 4 >>',
          },
        }),
        { certification: 2 },
      );
      const stamp = await groundedStamp();
      return signed(file, { key: SECOND, field: 'pengesahan', stamp });
    },
  },
  after(
    'prepared box as large as a line, ticked',
    'CONTENT_MAY_BE_COVERED',
    {
      objects: {
        9: '<< /Type /Annot /Subtype /Widget /FT /Btn /T (setuju) /Rect [72 690 500 730] /P 3 0 R /F 4 /V /Off /AS /Off /AP << /N << /Ya 20 0 R /Off 19 0 R >> >> >>',
      },
      streams: { 20: [WIDE, '1 g 0 0 428 40 re f'] },
    },
    (file) => ({
      objects: {
        [PART.box]: withEntry(file, PART.box, 'V', '/Ya').replace('/AS /Off', '/AS /Ya'),
      },
    }),
  ),
  after('box ticked with a picture', 'CONTENT_MAY_BE_COVERED', {}, (file) => ({
    objects: {
      [PART.box]: withEntry(file, PART.box, 'V', '/Ya')
        .replace('/AS /Off', '/AS /Ya')
        .replace('/Ya 18 0 R', '/Ya 60 0 R'),
      60: [
        '/Type /XObject /Subtype /Form /BBox [0 0 12 12] /Resources << /XObject << /I 61 0 R >> >>',
        '12 0 0 12 0 0 cm /I Do',
      ],
      61: [
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
        '\xff',
      ],
    },
  })),
  after('objects past /Size', 'STRUCTURE_UNCLEAR', {}, () => ({ objects: {}, size: 5 })),
];
