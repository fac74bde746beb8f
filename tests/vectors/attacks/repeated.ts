// Documents that were signed with a key twice in what they show (ISO 32000-2 7.3.7): the one viewer takes the first
// entry, the other the last, and both verify the same bytes.
import { baseDocument, PART } from '../support/base-document.ts';
import { signed } from '../support/in-memory.ts';
import { bodyOf, update } from '../support/update.ts';
import type { Attack } from './attack.ts';

/** @param spoil done before signing; what signing itself writes anew has each key once */
function twice(where: string, spoil: () => Buffer): Attack {
  return {
    name: `a key twice in what was signed: ${where}`,
    named: 'KEY_REPEATED',
    build: () => signed(spoil()),
  };
}

/** An object of the document with more entries at its end. */
const more = (num: number, entries: string) => (): Buffer => {
  const base = baseDocument();
  return update(base, { objects: { [num]: bodyOf(base, num).replace(/>>\s*$/, `${entries} >>`) } });
};

const other =
  '<< /Length 46 >>\nstream\nBT /F1 24 Tf 72 700 Td (Lampiran lain) Tj ET    \nendstream';

export const REPEATED_ATTACKS: readonly Attack[] = [
  twice('the contents of a page', () => {
    const base = baseDocument({ objects: { 30: other } });
    const page = bodyOf(base, PART.second).replace(
      '/Contents 15 0 R',
      '/Contents 30 0 R /Contents 15 0 R',
    );
    return update(base, { objects: { [PART.second]: page } });
  }),
  twice('the pages of the tree', more(2, '/Kids [14 0 R 3 0 R]')),
  twice('a box of a page', more(PART.second, '/MediaBox [0 0 595 400]')),
  twice('the fonts of a page', () => {
    const base = baseDocument();
    const page = bodyOf(base, PART.second).replace('/F1 5 0 R', '/F1 5 0 R /F1 50 0 R');
    return update(base, {
      objects: { [PART.second]: page, 50: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>' },
    });
  }),
  twice('the value of a field', more(8, '/V (Ani)')),
  twice('the look of a field', more(9, '/AS /Ya')),
  twice('where a note lies', more(11, '/Rect [0 0 595 842]')),
  twice('which layers are on', () => {
    const base = baseDocument();
    const catalog = bodyOf(base, PART.catalog).replace(
      '/ON [17 0 R]',
      '/OFF [17 0 R] /OFF [] /ON [17 0 R]',
    );
    return update(base, { objects: { [PART.catalog]: catalog } });
  }),
];
