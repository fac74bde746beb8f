// A rectangle written anew in fewer digits: MuPDF keeps numbers in single precision and rounds those of LibreOffice,
// which have twelve decimals (ISO 32000-2 7.3.3 leaves the precision to the program).
import { isArray, type PdfObject } from '../../pdf/objects.ts';

/** The boxes of a page (ISO 32000-2 14.11.2). */
export const PAGE_BOXES: ReadonlySet<string> = new Set([
  ...['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'],
]);

/** In points; a third of a thousandth of a millimetre, which nobody sees and no device draws. */
const ROUNDING = 0.001;

/** Whether both are rectangles whose corners are the same but for rounding. */
export function isRoundedBox(before: PdfObject, after: PdfObject): boolean {
  if (!isArray(before) || !isArray(after)) return false;
  if (before.length !== 4 || after.length !== 4) return false;
  return before.every((number, i) => {
    const other = after[i];
    if (typeof number !== 'number' || typeof other !== 'number') return false;
    return Math.abs(number - other) <= ROUNDING;
  });
}
