// What a later stamp leaves to be seen, and makes read differently: letters upon letters, digits more, words struck
// out, by text, by lines, by areas and by pictures (the "sneaky signature" attack, read further).
import { STANDARD_STAMP } from '../../../core/domain/standard-stamp.ts';
import { stampContent } from '../../support/signing.ts';
import { baseDocument } from '../support/base-document.ts';
import { SECOND, signed } from '../support/in-memory.ts';
import type { Attack } from './attack.ts';
import { lettered, overLine } from './pictures.ts';

const HELVETICA = '/Subtype /Type1 /BaseFont /Helvetica';
/** The stamp's size; the line is "Keputusan: dibayar Rp 1.000.000", 24 points high, from 0, 10 on. */
const [WIDE, HIGH] = [428, 40];
/** Where the amount begins and ends, by Helvetica's widths (Adobe's Core 14 metrics). */
export const AMOUNT = { from: 250.8, to: 357.6 } as const;

/** A stencil as large as the stamp, with ink where it is asked for; from its lower left, in points. */
export function stencil(inked: (x: number, y: number) => boolean): string {
  const rows: string[] = [];
  for (let y = HIGH - 1; y >= 0; y -= 1) {
    const bits = Array.from({ length: Math.ceil(WIDE / 8) * 8 }, (_, x) =>
      inked(x, y) ? '0' : '1',
    );
    const bytes = bits.join('').match(/.{8}/g) ?? [];
    rows.push(bytes.map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0')).join(''));
  }
  return `q ${WIDE} 0 0 ${HIGH} 0 0 cm BI /W ${WIDE} /H ${HIGH} /IM true /BPC 1 /F /AHx ID ${rows.join('')}> EI Q`;
}

const drawn = (content: string): string => `ET ${content} BT`;

const ON_LINE: readonly (readonly [name: string, text: string])[] = [
  ['a digit over another', `0 g /F 24 Tf ${AMOUNT.from} 10 Td (9) Tj`],
  ['a small digit within another', `0 g /F 9 Tf ${AMOUNT.from + 5} 13 Td (7) Tj`],
  ['digits that go on where the amount ends', `0 g /F 24 Tf ${AMOUNT.to} 10 Td (.000) Tj`],
  ['digits of another size that go on', `0 g /F 20 Tf ${AMOUNT.to + 5} 11 Td (000) Tj`],
  ['letters that nobody can place', `0 g /Tiada 24 Tf ${AMOUNT.from} 10 Td (9) Tj`],
  ['a line through a word', drawn('0 G 1 w 120 16 m 215 16 l S')],
  ['a hairline through a word', drawn('0 G 0 w 120 16.3 m 215 16.3 l S')],
  ['an area as thin as a line through a word', drawn('0 g 120 16.1 95 0.1 re f')],
  ...[13.1, 14.2, 15.3, 17.4, 18.5].map(
    (y) =>
      [`a hairline through a word, at ${y}`, drawn(`0 G 0 w 120 ${y} m 215 ${y} l S`)] as const,
  ),
  ['half transparent lines', drawn('/G gs 0 G 1 w 120 16 m 215 16 l S')],
  [
    'a digit of lines',
    drawn(`0 G 1.5 w ${AMOUNT.from + 2} 27 m ${AMOUNT.from + 11} 27 l ${AMOUNT.from + 5} 11 l S`),
  ],
  [
    'a digit of thin lines',
    drawn(`0 G 0.5 w ${AMOUNT.from + 2} 26 m ${AMOUNT.from + 11} 26 l ${AMOUNT.from + 5} 11 l S`),
  ],
  ['a piece of white over part of a digit', drawn(`1 g ${AMOUNT.from + 16} 15 3 8 re f`)],
  [
    'a small picture',
    drawn(`q 12 0 0 3 ${AMOUNT.from} 15 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q`),
  ],
  [
    'a digit within a picture that is clear elsewhere',
    drawn(
      stencil((x, y) => (x > 252 && x < 263 && y > 14 && y < 18) || (x > 10 && x < 40 && y > 34)),
    ),
  ],
];

export const OVERPRINT_ATTACKS: readonly Attack[] = [
  ...ON_LINE.map(([name, text]): Attack => ({
    name: `a stamp that changes what is read by ${name}`,
    named: 'STAMP_ALTERS_TEXT',
    build: async () => lettered(await signed(overLine), text, HELVETICA),
  })),
  {
    name: 'a stamp without a ground over a line of text',
    named: 'STAMP_ALTERS_TEXT',
    build: async () => {
      const { design, images } = STANDARD_STAMP;
      const content = await stampContent({
        design: { images, design: { ...design, background: null } },
      });
      const rect = { x: 72, y: 680, width: 200, height: 60 };
      return signed(await signed(baseDocument()), {
        key: SECOND,
        stamp: { page: 1, rect, content },
      });
    },
  },
];
