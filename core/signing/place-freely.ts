// The place of a stamp that nobody gave one: where stamps usually stand, moved off what stands there already.
import { type Box, freePlaceFor } from '../domain/free-place.ts';
import {
  fromUserSpace,
  type PageGeometry,
  pageGeometry,
  type Rectangle,
  toUserSpace,
} from '../pdf/page-geometry.ts';
import { findPage, type Page } from '../pdf/pages.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import { isSigned } from '../pdf/permissions/signing-allowed.ts';
import type { PdfReader } from '../pdf/reader.ts';
import { takenPlaces } from '../pdf/taken-places.ts';
import type { DrawnPlaces, FreePlacement } from './request.ts';

export interface FreePlace {
  readonly page: Page;
  readonly geometry: PageGeometry;
  /** In the page's user space. */
  readonly rect: Rectangle;
}

/**
 * On no earlier stamp or field, on no text and no drawing. Where there is no other place, drawings give way that
 * a stamp cannot hide, a scan say; in a document that nobody has signed every drawing, then the text.
 * @throws {PdfError} PDF_NO_FREE_PLACE, PDF_PAGE_NOT_FOUND, PDF_RECT_INVALID, PDF_*
 */
export async function placeFreely(
  reader: PdfReader,
  { page: number, size, near }: FreePlacement,
  drawnPlaces: DrawnPlaces = () => Promise.resolve([]),
): Promise<FreePlace> {
  const page = await findPage(reader, number);
  const geometry = await pageGeometry(reader, page);
  const area = seenArea(geometry);
  const wanted =
    near === undefined ? usualPlace(size, geometry) : turned({ ...near, ...size }, geometry);
  const { stamps, text } = await pagePlaces(reader, page, geometry);
  const drawn = (await drawnPlaces(reader, page)).map((rect) => fromUserSpace(rect, geometry));
  const free = freePlaceFor(area, wanted, {
    ...{ stamps, text, drawn },
    signed: await isSigned(reader),
  });
  if (free === null) throw new PdfError('PDF_NO_FREE_PLACE', onPage(number));
  return { page, geometry, rect: toUserSpace(free, geometry) };
}

/** What stands on a page, in points from the lower left corner of its unrotated visible part. */
export async function pagePlaces(
  reader: PdfReader,
  page: Page,
  geometry: PageGeometry,
): Promise<{ readonly stamps: readonly Box[]; readonly text: readonly Box[] }> {
  const { stamps, text } = await takenPlaces(reader, page);
  const inPoints = (rect: Rectangle): Box => fromUserSpace(rect, geometry);
  return { stamps: stamps.map(inPoints), text: text.map(inPoints) };
}

function onPage(number: number | 'last'): { page?: string } {
  return number === 'last' ? {} : { page: String(number) };
}

function seenArea({ visible, userUnit }: PageGeometry): Pick<Box, 'width' | 'height'> {
  return { width: visible.width * userUnit, height: visible.height * userUnit };
}

const FROM_SIDE = 48;
/** The footer of decrees, with its QR code, ends about 34 mm above the page's edge. */
const FROM_BOTTOM = 100;

/** At the lower right of the page as it is shown, clear of the footer. */
function usualPlace(size: FreePlacement['size'], geometry: PageGeometry): Box {
  const { width, height } = turned({ x: 0, y: 0, ...size }, geometry);
  const area = seenArea(geometry);
  // The lower right corner as shown is another corner of the unrotated page.
  const far = (length: number, whole: number, by: number): number =>
    Math.max(0, Math.floor(whole - length - by));
  switch (geometry.rotate) {
    case 0:
      return { x: far(width, area.width, FROM_SIDE), y: FROM_BOTTOM, width, height };
    case 90:
      return {
        x: far(width, area.width, FROM_BOTTOM),
        y: far(height, area.height, FROM_SIDE),
        ...{ width, height },
      };
    case 180:
      return { x: FROM_SIDE, y: far(height, area.height, FROM_BOTTOM), width, height };
    case 270:
      return { x: FROM_BOTTOM, y: FROM_SIDE, width, height };
  }
}

/** A size as shown becomes one of the unrotated page. */
function turned({ x, y, width, height }: Box, { rotate }: PageGeometry): Box {
  return rotate % 180 === 0 ? { x, y, width, height } : { x, y, width: height, height: width };
}
