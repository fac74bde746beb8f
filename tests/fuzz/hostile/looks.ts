// Annotations added after signing whose looks take for ever to paint: every mark is looked at, to see whether
// it hides what was signed.
import { deflateSync } from 'node:zlib';
import { baseDocument, PART } from '../../vectors/support/base-document.ts';
import { signed } from '../../vectors/support/in-memory.ts';
import { bodyOf, update } from '../../vectors/support/update.ts';
import type { Hostile } from './hostile.ts';

const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 100000 100]';

/** Marks that share one look. */
async function marks(count: number, content: string): Promise<Buffer> {
  const file = await signed(baseDocument(), { certification: 3 });
  const numbers = Array.from({ length: count }, (_, n) => n + 100);
  const mark = '<< /Type /Annot /Subtype /Underline /Rect [0 0 100000 100] /F 4 /P 3 0 R';
  return update(file, {
    objects: {
      [PART.page]: bodyOf(file, PART.page).replace(
        '11 0 R',
        `11 0 R ${numbers.map((n) => `${n} 0 R`).join(' ')}`,
      ),
      61: [`${FORM} /Filter /FlateDecode`, deflateSync(content).toString('latin1')],
      ...Object.fromEntries(numbers.map((n) => [n, `${mark} /AP << /N 61 0 R >> >>`])),
    },
  });
}

/** So thin that nothing is covered, and as long as may be. */
const HAIR = '0 0 100000 0.0000001 re f\n';

/** The form's check box, of another size and with a state that says nothing of how large it is: it may hide anything. */
async function box(rect: string): Promise<Buffer> {
  const file = await signed(baseDocument());
  return update(file, {
    objects: {
      9: bodyOf(file, 9).replace(/\/Rect \[[^\]]*\]/, `/Rect [${rect}]`),
      19: ['/Type /XObject', ''],
    },
  });
}

export const LOOKS: readonly Hostile[] = [
  { name: 'a mark of 49,000 hairlines', build: () => marks(1, HAIR.repeat(49_000)) },
  { name: '20,000 marks of 2,000 hairlines', build: () => marks(20_000, HAIR.repeat(2_000)) },
  {
    name: '20,000 marks of 5 MB each, unpacked',
    build: () => marks(20_000, 'q '.repeat(2_500_000)),
  },
  // Found by fuzzing: 4 GB, and no end.
  { name: 'a field of nine quadrillion points', build: () => box('72 560 9007199254740993 572') },
  {
    name: 'a field so far away that a step is nothing',
    build: () => box('9007199254740993 0 9007199254749999 900719925474'),
  },
];
