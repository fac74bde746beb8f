// The signature fields of a letter, empty, where its signatures belong (ISO 32000-2 12.7.5.5): first that of whoever
// writes, then of whoever acknowledges. No order is laid down: who writes may sign with a program that knows nothing of
// it. Whoever signs on paper sees nothing of them.
import { type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import type { SignatureRoom } from './signatures.ts';

/** Print (12.5.3), which PDF/A asks for. */
const PRINT = 4;
/** SignaturesExist (12.7.3, table 225). */
const SIGNATURES_EXIST = 1;

export function writeFields(document: PDFDocument, rooms: readonly SignatureRoom[]): void {
  if (rooms.length === 0) return;
  const { context, catalog } = document;
  const refs = rooms.map(({ name, tooltip, page, rect: [x, y, width, height] }) => {
    // PDF/A (ISO 19005-2 6.3.3): what has a size has an appearance, be it an empty one.
    const empty = context.stream('', {
      ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} },
    });
    const ref = context.register(
      context.obj({
        ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', F: PRINT, P: page.ref },
        ...{ T: PDFHexString.fromText(name), TU: PDFHexString.fromText(tooltip) },
        ...{ Rect: [x, y, x + width, y + height].map((n) => Math.round(n * 1000) / 1000) },
        ...{ AP: { N: context.register(empty) } },
      }),
    );
    page.node.addAnnot(ref);
    return ref;
  });
  const form = context.obj({ Fields: refs, SigFlags: SIGNATURES_EXIST });
  catalog.set(PDFName.of('AcroForm'), context.register(form));
}
