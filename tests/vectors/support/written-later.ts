// What programs write into a document when they come to it, for good or ill.
import { PART } from './base-document.ts';
import { bodyOf, type UpdateOptions } from './update.ts';

/** Where the trailer of a hybrid document of LibreOffice names the document within it. */
export const hybridEntry = (num: number): string =>
  `/AdditionalStreams [/application#2Fvnd.oasis.opendocument.text ${num} 0 R]`;

/** An empty signature field with a look, as iText leaves it before it signs. */
export const besidePage = (file: Buffer, rect: string): UpdateOptions => ({
  objects: {
    [PART.form]: bodyOf(file, PART.form).replace('10 0 R', '10 0 R 60 0 R'),
    [PART.page]: bodyOf(file, PART.page).replace('10 0 R', '10 0 R 60 0 R'),
    60: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (berikut) /Rect ${rect} /F 4 /P 3 0 R /AP << /N 6 0 R >> >>`,
  },
});
