// Page and display numbers against pdf.js's own viewport, for every turn, a cropped page and a user unit.
import { degrees, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import {
  displaySize,
  fromDisplay,
  isOnPage,
  pageGeometry,
  ROTATIONS,
  toDisplay,
  type PageGeometry,
} from '../../../renderer/viewer/page-geometry.ts';

const RECT = { x: 30, y: 70, width: 120, height: 44 };

/** A page whose crop box starts away from the origin, as pdf.js reads it. */
async function openPage(rotate: number, userUnit: number) {
  const document = await PDFDocument.create();
  const page = document.addPage([600, 800]);
  page.setCropBox(50, 60, 500, 700);
  page.setRotation(degrees(rotate));
  page.node.set(PDFName.of('UserUnit'), PDFNumber.of(userUnit));
  const pdf = await getDocument({ data: await document.save(), verbosity: 0 }).promise;
  return pdf.getPage(1);
}

describe.each(ROTATIONS.flatMap((rotation) => [1, 2].map((unit) => [rotation, unit] as const)))(
  'a cropped page turned by %i degrees with user unit %i',
  (rotation, unit) => {
    it('shows a rectangle where pdf.js shows it', async () => {
      const page = await openPage(rotation, unit);
      const geometry = pageGeometry(page.view, page.rotate, page.userUnit);
      const viewport = page.getViewport({ scale: 1 });
      expect(geometry.rotation).toBe(rotation);
      expect(displaySize(geometry)).toEqual({ width: viewport.width, height: viewport.height });

      const user = [
        50 + RECT.x / unit,
        60 + RECT.y / unit,
        50 + (RECT.x + RECT.width) / unit,
        60 + (RECT.y + RECT.height) / unit,
      ];
      const corners = viewport.convertToViewportRectangle(user) as readonly number[];
      const [ax = 0, ay = 0, bx = 0, by = 0] = corners;
      const shown = toDisplay(RECT, geometry);
      expect(shown.x).toBeCloseTo(Math.min(ax, bx), 6);
      expect(shown.y).toBeCloseTo(Math.min(ay, by), 6);
      expect(shown.width).toBeCloseTo(Math.abs(bx - ax), 6);
      expect(shown.height).toBeCloseTo(Math.abs(by - ay), 6);
    });

    it('finds its way back', () => {
      const geometry: PageGeometry = { page: { width: 500, height: 700 }, rotation };
      expect(fromDisplay(toDisplay(RECT, geometry), geometry)).toEqual(RECT);
    });
  },
);

describe('pageGeometry', () => {
  it('takes negative and large turns as what they come to', () => {
    expect(pageGeometry([0, 0, 10, 20], -90).rotation).toBe(270);
    expect(pageGeometry([0, 0, 10, 20], 450).rotation).toBe(90);
  });
});

describe('isOnPage', () => {
  const geometry: PageGeometry = { page: { width: 595.28, height: 841.89 }, rotation: 90 };

  it('accepts the whole page and half a point more', () => {
    expect(isOnPage({ x: 0, y: 0, width: 595.28, height: 841.89 }, geometry)).toBe(true);
    expect(isOnPage({ x: 375.5, y: 0, width: 220, height: 88 }, geometry)).toBe(true);
  });

  it('refuses what reaches over an edge or has no size', () => {
    expect(isOnPage({ x: 376, y: 0, width: 220, height: 88 }, geometry)).toBe(false);
    expect(isOnPage({ x: 0, y: -1, width: 220, height: 88 }, geometry)).toBe(false);
    expect(isOnPage({ x: 0, y: 0, width: 0, height: 88 }, geometry)).toBe(false);
  });
});
