// Where a page's visible part lies and how it is turned (ISO 32000-2 7.7.3.3, 14.11.2).
import { isArray, type PdfObject } from './objects.ts';
import type { Page } from './pages.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';

/** Points; (x, y) is the lower left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageGeometry {
  /** The visible part, in default user space, unrotated. */
  readonly visible: Rectangle;
  /** Clockwise turn when shown. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** Points per unit of user space (/UserUnit). */
  readonly userUnit: number;
}

const LETTER: Rectangle = { x: 0, y: 0, width: 612, height: 792 };

export async function pageGeometry(reader: PdfReader, page: Page): Promise<PageGeometry> {
  const media = (await box(reader, page.attributes.get('MediaBox'))) ?? LETTER;
  const crop = await box(reader, page.attributes.get('CropBox'));
  const unit = await reader.resolve(page.dict.get('UserUnit'));
  return {
    visible: crop === null ? media : (intersection(media, crop) ?? media),
    rotate: quarterTurn(await reader.resolve(page.attributes.get('Rotate'))),
    userUnit: typeof unit === 'number' && unit > 0 ? unit : 1,
  };
}

/**
 * Turns a rectangle in points from the lower left of the unrotated visible page into user space.
 * Throws PDF_RECT_INVALID, PDF_RECT_OUTSIDE_PAGE.
 */
export function toUserSpace(rect: Rectangle, geometry: PageGeometry): Rectangle {
  const numbers = [rect.x, rect.y, rect.width, rect.height];
  if (!numbers.every(Number.isFinite) || rect.width < 1 || rect.height < 1) {
    throw new PdfError('PDF_RECT_INVALID');
  }
  const { visible, userUnit } = geometry;
  const scaled = {
    x: rect.x / userUnit,
    y: rect.y / userUnit,
    width: rect.width / userUnit,
    height: rect.height / userUnit,
  };
  // Half a point of tolerance: people measure in whole points on pages of 595.28.
  const slack = 0.5;
  if (
    scaled.x < -slack ||
    scaled.y < -slack ||
    scaled.x + scaled.width > visible.width + slack ||
    scaled.y + scaled.height > visible.height + slack
  ) {
    throw new PdfError('PDF_RECT_OUTSIDE_PAGE', {
      width: Math.round(visible.width * userUnit),
      height: Math.round(visible.height * userUnit),
    });
  }
  return { ...scaled, x: visible.x + scaled.x, y: visible.y + scaled.y };
}

/** The inverse of `toUserSpace`, of a rectangle wherever it lies. */
export function fromUserSpace(rect: Rectangle, { visible, userUnit }: PageGeometry): Rectangle {
  return {
    x: (rect.x - visible.x) * userUnit,
    y: (rect.y - visible.y) * userUnit,
    width: rect.width * userUnit,
    height: rect.height * userUnit,
  };
}

async function box(reader: PdfReader, object: PdfObject | undefined): Promise<Rectangle | null> {
  const value = await reader.resolve(object);
  if (!isArray(value) || value.length < 4) return null;
  const corners = await Promise.all(value.slice(0, 4).map((n) => reader.resolve(n)));
  const [a, b, c, d] = corners;
  if (
    typeof a !== 'number' ||
    typeof b !== 'number' ||
    typeof c !== 'number' ||
    typeof d !== 'number'
  ) {
    return null;
  }
  const rect = {
    x: Math.min(a, c),
    y: Math.min(b, d),
    width: Math.abs(c - a),
    height: Math.abs(d - b),
  };
  return rect.width > 0 && rect.height > 0 ? rect : null;
}

function intersection(a: Rectangle, b: Rectangle): Rectangle | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function quarterTurn(object: PdfObject): 0 | 90 | 180 | 270 {
  if (typeof object !== 'number' || object % 90 !== 0) return 0;
  const turn = ((object % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}
