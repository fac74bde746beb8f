// Where the signature fields of a page stand.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Rectangle } from '../../viewer/page-geometry.ts';

export interface Place {
  readonly field: string;
  /** Points from the lower left of the page as it is cropped. */
  readonly rect: Rectangle;
}

/** Those that can be seen. */
export async function placesOn(pdf: PDFDocumentProxy, number: number): Promise<Place[]> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0] = page.view;
  const unit = page.userUnit;
  const annotations: unknown[] = await page.getAnnotations();
  return annotations.flatMap((annotation) => {
    const read = signatureWidget(annotation);
    if (read === null) return [];
    const { field } = read;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = read.rect;
    const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    // Nothing is to be seen of an invisible signature.
    if (width < 1 || height < 1) return [];
    const x = Math.min(x0, x1) - left;
    const y = Math.min(y0, y1) - bottom;
    const scaled = { x: x * unit, y: y * unit, width: width * unit, height: height * unit };
    return [{ field, rect: scaled }];
  });
}

/** What pdf.js says of a signature field's widget; the rectangle in default user space. */
function signatureWidget(annotation: unknown): { field: string; rect: number[] } | null {
  if (typeof annotation !== 'object' || annotation === null) return null;
  if (!('fieldType' in annotation) || annotation.fieldType !== 'Sig') return null;
  if (!('fieldName' in annotation) || typeof annotation.fieldName !== 'string') return null;
  if (!('rect' in annotation) || !Array.isArray(annotation.rect)) return null;
  const rect: unknown[] = annotation.rect;
  return { field: annotation.fieldName, rect: rect.filter((n) => typeof n === 'number') };
}
