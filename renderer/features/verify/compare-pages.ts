// What of a document's pages looks otherwise than when it was signed: both versions drawn, compared, and told apart by
// whether it was permitted. Each page is compared once, whoever asks first.
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import {
  displaySize,
  pageGeometry,
  toDisplay,
  type PageGeometry,
  type Rectangle,
} from '../../viewer/page-geometry.ts';
import { CELL, differingBoxes, type Picture } from './differing-boxes.ts';
import { isWithin, permittedOn, touches, type Permitted } from './permitted-changes.ts';
import { placesOn } from './signature-places.ts';

/** Points from the upper left of the page as it is shown. */
export interface ChangedBox extends Rectangle {
  readonly permitted: boolean;
}

/** Longer side of the pictures compared, pixels: small print is still told apart. */
const LONGER_SIDE = 1400;

export class PageComparisons {
  /** Of the version that has more. */
  readonly pageCount: number;
  readonly #now: PDFDocumentProxy;
  readonly #signed: PDFDocumentProxy;
  readonly #permitted: (page: number) => Permitted;
  readonly #known = new Map<number, Promise<readonly ChangedBox[]>>();

  /** @param signature index in the report of the one whose version is compared */
  constructor(
    now: PDFDocumentProxy,
    signed: PDFDocumentProxy,
    signature: number,
    report: ShownDocumentReport | null,
  ) {
    this.#now = now;
    this.#signed = signed;
    this.#permitted = (page) => permittedOn(page, signature, report);
    this.pageCount = Math.max(now.numPages, signed.numPages);
  }

  /** From above to below. Rejects for a page that cannot be drawn. */
  of(page: number): Promise<readonly ChangedBox[]> {
    const comparing = this.#known.get(page) ?? this.#compare(page);
    this.#known.set(page, comparing);
    return comparing;
  }

  async #compare(number: number): Promise<readonly ChangedBox[]> {
    const [now, signed] = [this.#now, this.#signed];
    const { what, fields } = this.#permitted(number);
    const geometry = await geometryOf(number <= now.numPages ? now : signed, number);
    const { width, height } = displaySize(geometry);
    // A page that only one of the two has is new, or gone, as a whole.
    if (number > Math.min(now.numPages, signed.numPages)) {
      return [{ x: 0, y: 0, width, height, permitted: what === 'all' }];
    }
    const scale = LONGER_SIDE / Math.max(width, height, 1);
    const differing = async (mode: number): Promise<Rectangle[]> => {
      const before = await draw(signed, number, scale, mode);
      return differingBoxes(before, await draw(now, number, scale, mode)).map((box) => ({
        x: box.x / scale,
        y: box.y / scale,
        width: box.width / scale,
        height: box.height / scale,
      }));
    };
    const found = (await differing(AnnotationMode.ENABLE)).sort((a, b) => a.y - b.y || a.x - b.x);
    if (what !== 'stamps' || found.length === 0) {
      return found.map((box) => ({ ...box, permitted: what === 'all' }));
    }
    const stamps = (await placesOn(now, number))
      .filter(({ field }) => fields.includes(field))
      .map(({ rect }) => toDisplay(rect, geometry));
    const beneath = await differing(AnnotationMode.DISABLE);
    return found.map((box) => ({
      ...box,
      permitted:
        stamps.some((stamp) => isWithin(box, stamp, CELL / scale + 1)) &&
        !beneath.some((one) => touches(one, box)),
    }));
  }
}

async function geometryOf(pdf: PDFDocumentProxy, number: number): Promise<PageGeometry> {
  const { view, rotate, userUnit } = await pdf.getPage(number);
  return pageGeometry(view, rotate, userUnit);
}

async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  annotationMode: number,
): Promise<Picture> {
  const page = await pdf.getPage(number);
  // Points to units of the page, as the viewer's own drawing has it.
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({ canvas, viewport, annotationMode }).promise;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
