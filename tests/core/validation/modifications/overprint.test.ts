// What a later stamp may do beside and across signed letters: nothing of it lets them be read as others.
import { describe, expect, it } from 'vitest';
import { AMOUNT, stencil } from '../../../vectors/attacks/overprint.ts';
import { baseDocument } from '../../../vectors/support/base-document.ts';
import { lettered, overLine } from '../../../vectors/attacks/pictures.ts';
import { signed, told, verify } from '../../../vectors/support/in-memory.ts';

const HELVETICA = '/Subtype /Type1 /BaseFont /Helvetica';
const drawn = (content: string): string => `ET ${content} BT`;

/** On the diagonal from the lower left to the upper right, as wide as a pen. */
const stroke = (x: number, y: number): boolean => Math.abs(x - 100 - 2 * y) < 2;

describe('a later stamp leaves letters as they are', () => {
  it.each([
    ['by writing above them', '0 g /F 8 Tf 0 32 Td (Ditandatangani secara elektronik) Tj'],
    ['by writing below them', '0 g /F 5 Tf 0 1 Td (Ditandatangani secara elektronik) Tj'],
    ['by writing in the line, a word off', `0 g /F 12 Tf ${AMOUNT.to + 12} 10 Td (Budi) Tj`],
    ['by small letters behind them', `0 g /F 8 Tf ${AMOUNT.to + 2} 10 Td (NIP) Tj`],
    ['by blanks over them', '0 g /F 24 Tf 0 10 Td (            ) Tj'],
    ['by a frame that cuts a letter', drawn('0 G 0.5 w 150 -10 200 44 re S')],
    ['by a stroke of a pen', drawn('0 G 1.5 w 140 0 m 150 12 165 35 190 38 c S')],
    ['by a pen’s picture', drawn(stencil(stroke))],
    ['by a shade that is hardly seen', drawn('/H gs 0 g 120 14 95 4 re f')],
    ['by a line under a word', drawn('0 G 1 w 120 7 m 215 7 l S')],
  ])('%s', async (_, text) => {
    const { signatures } = await verify(lettered(await signed(overLine), text, HELVETICA));
    const [first] = signatures;
    expect(first?.intact).toBe(true);
    expect(first === undefined ? [] : told(first)).toEqual(['LATER_CHANGES_ALLOWED']);
  });

  it.each([
    ['letters', '0 g /F 9 Tf 10 15 Td (Ditandatangani secara elektronik) Tj'],
    ['a frame', drawn('0 G 0.5 w 1 1 426 38 re S')],
    ['a code', drawn('0 g 200 10 3 3 re 204 14 3 3 re 208 10 3 3 re f')],
  ])('by %s on a word that is printed across the page', async (_, text) => {
    const field =
      '<< /Type /Annot /Subtype /Widget /FT /Sig /T (pengesahan) /Rect [72 690 500 730] /P 3 0 R /F 4 >>';
    const content = 'BT 0.9 g /F1 130 Tf 60 650 Td (SALINAN) Tj ET';
    const file = lettered(
      await signed(baseDocument({ content, objects: { 10: field } })),
      text,
      HELVETICA,
    );
    const [first] = (await verify(file)).signatures;
    expect(first === undefined ? [] : told(first)).toEqual(['LATER_CHANGES_ALLOWED']);
  });
});
