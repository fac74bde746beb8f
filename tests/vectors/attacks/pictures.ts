// What a later stamp hides that is no text: pictures, amounts drawn as outlines, bar codes, another signer's
// picture; and stamps that hide text with letters instead of areas (the "sneaky signature" attack, read further).
import { baseDocument, PART, type BaseOptions } from '../support/base-document.ts';
import { SECOND, signed } from '../support/in-memory.ts';
import { bodyOf, update } from '../support/update.ts';
import { stampContent } from '../../support/signing.ts';
import type { Attack } from './attack.ts';

const IMAGE = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8';
const GREY = [`${IMAGE} /ColorSpace /DeviceGray`, '\x40'] as const;
/** A scanned page, white but for a line of writing under the stamp: 119 by 168 samples. */
const [WIDE, HIGH] = [119, 168];
const scan = (parts: 1 | 3): string =>
  Array.from({ length: WIDE * HIGH }, (_, at) => {
    const [x, y] = [at % WIDE, HIGH - Math.floor(at / WIDE)];
    const written = x > 24 && x < 50 && y > 64 && y < 68 && x % 3 !== 0;
    return (written ? '10' : 'f4').repeat(parts);
  }).join('');
const SCAN = `/Type /XObject /Subtype /Image /Width ${WIDE} /Height ${HIGH} /BitsPerComponent 8 /Filter /ASCIIHexDecode`;
/** Nobody here knows what it shows. */
const UNREAD = [`${IMAGE} /ColorSpace /DeviceGray /Filter /DCTDecode`, 'x'] as const;
const PLACE = { x: 100, y: 300, width: 200, height: 80 };

/** A digit as its outline: no rectangle, no line. */
const outline = (x: number): string =>
  `${x} 320 m ${x + 10} 345 l ${x + 14} 340 l ${x + 8} 330 l ${x + 12} 320 l f`;
/** A code of dark modules. */
const modules = Array.from(
  { length: 36 },
  (_, n) => `${120 + (n % 6) * 6} ${310 + Math.floor(n / 6) * 6} 4 4 re`,
).join(' ');

async function ground(rect = PLACE) {
  return { page: 1 as const, rect, content: await stampContent({ opaque: true }) };
}

function under(name: string, base: BaseOptions): Attack {
  return {
    name: `a stamp with a ground over ${name}`,
    named: 'CONTENT_MAY_BE_COVERED',
    build: async () =>
      signed(await signed(baseDocument(base)), { key: SECOND, stamp: await ground() }),
  };
}

/** With an empty field that was prepared over the line that says what is paid. */
export const overLine = baseDocument({
  objects: {
    10: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (pengesahan) /Rect [72 690 500 730] /P 3 0 R /F 4 >>',
  },
});

/** An empty field signed with a look of the attacker's own. */
export function lettered(file: Buffer, text: string, font: string): Buffer {
  const hexadecimal = '00'.repeat(1000);
  const number = '0'.repeat(10);
  const look = '/Type /XObject /Subtype /Form /BBox [0 0 428 40]';
  const forged = update(file, {
    objects: {
      [PART.empty]: `${bodyOf(file, PART.empty).slice(0, -2)} /V 93 0 R /AP << /N 92 0 R >> >>`,
      90: `<< /Type /Font ${font} >>`,
      91: ['', '1 0 0 0 10 1 d1 1 g 0 0 10 1 re f'],
      92: [
        `${look} /Resources << /Font << /F 90 0 R >> /ColorSpace << /S [/Separation /All /DeviceGray 94 0 R] >> /ExtGState << /G << /ca 0.4 /CA 0.4 >> /H << /ca 0.1 >> >> >>`,
        `BT ${text} ET`,
      ],
      93: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 ${number} ${number} ${number}] /Contents <${hexadecimal}> >>`,
      94: '<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>',
    },
  });
  const from = forged.lastIndexOf('/Contents <') + '/Contents '.length;
  const to = from + hexadecimal.length + 2;
  const range = [from, to, forged.length - to].map((n) => String(n).padStart(10, '0')).join(' ');
  forged.write(range, forged.lastIndexOf(`[0 ${number}`) + 3, 'latin1');
  return forged;
}

const inPlace = (width: number, height: number): string =>
  `q ${width} 0 0 ${height} 120 310 cm /Im1 Do Q`;

export const PICTURE_ATTACKS: readonly Attack[] = [
  under('a picture', {
    content: inPlace(100, 50),
    streams: { 6: GREY },
  }),
  under('more than half of a picture', {
    content: inPlace(250, 60),
    streams: { 6: GREY },
  }),
  under('a picture within the content', {
    content:
      'q 100 0 0 50 120 310 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40 EI Q 0 0 1 rg 0 0 m 1 1 l S',
  }),
  under('an amount drawn as outlines', {
    content: `0 g ${[120, 140, 160, 180].map(outline).join(' ')}`,
  }),
  under('one digit drawn as its outline', { content: `0 g ${outline(150)}` }),
  under('a word drawn by lines', {
    content: '2 w 120 310 m 130 340 l 140 310 l 124 322 m 136 322 l S',
  }),
  under('a code of dark squares', { content: `0 g ${modules} f` }),
  under('a picture that is seen through a clip', {
    content: 'q 120 310 60 40 re W n 595 0 0 842 0 0 cm /Im1 Do Q',
    streams: { 6: UNREAD },
  }),
  under('a picture that a form cuts', {
    content: '/Im1 Do',
    streams: {
      6: [
        '/Type /XObject /Subtype /Form /BBox [120 310 180 350] /Resources << /XObject << /I 20 0 R >> >>',
        'q 595 0 0 842 0 0 cm /I Do Q',
      ],
      20: UNREAD,
    },
  }),
  under('what is written on a scanned page', {
    content: 'q 595 0 0 842 0 0 cm /Im1 Do Q',
    streams: { 6: [`${SCAN} /ColorSpace /DeviceGray`, scan(1)] },
  }),
  under('what is written on a scanned page in colours', {
    content: 'q 595 0 0 842 0 0 cm /Im1 Do Q',
    streams: { 6: [`${SCAN} /ColorSpace /DeviceRGB`, scan(3)] },
  }),
  under('what a stencil paints on a page', {
    content: 'q 0 g 595 0 0 842 0 0 cm /Im1 Do Q',
    streams: {
      6: [
        '/Type /XObject /Subtype /Image /ImageMask true /Width 8 /Height 8 /BitsPerComponent 1 /Filter /ASCIIHexDecode',
        'ffffffffdfffffff',
      ],
    },
  }),
  under('a drawing within a form', {
    content: '/Im1 Do',
    streams: {
      6: ['/Type /XObject /Subtype /Form /BBox [0 0 595 842]', `0 g ${outline(150)}`],
    },
  }),
  under('a picture that a field shows', {
    objects: {
      8: '<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (foto) /Rect [120 310 220 360] /P 3 0 R /F 4 /AP << /N 20 0 R >> >>',
    },
    streams: {
      20: [
        '/Type /XObject /Subtype /Form /BBox [0 0 100 50] /Resources << /XObject << /I 21 0 R >> >>',
        'q 100 0 0 50 0 0 cm /I Do Q',
      ],
      21: GREY,
    },
  }),
  ...(
    [
      [
        'white letters',
        '/F 40 Tf 1 g 1 0 0 1 0 5 Tm (\xdb\xdb\xdb\xdb) Tj',
        '/Subtype /Type1 /BaseFont /Helvetica',
      ],
      [
        'letters in a colour of which nobody knows',
        '/F 40 Tf /S cs 0 scn 1 0 0 1 0 5 Tm (HHHH) Tj',
        '/Subtype /Type1 /BaseFont /Helvetica',
      ],
      [
        'letters that are areas',
        '/F 40 Tf 1 0 0 1 0 5 Tm (aaaa) Tj',
        '/Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 91 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1]',
      ],
    ] as const
  ).map(([what, text, font]): Attack => ({
    name: `a stamp that hides a line by ${what}`,
    named: 'STAMP_COVERS_TEXT',
    build: async () => lettered(await signed(overLine), text, font),
  })),
];
