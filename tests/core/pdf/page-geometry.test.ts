// The visible part of a page and rectangles on it (ISO 32000-2 7.7.3.3, 14.11.2).
import { describe, expect, it } from 'vitest';
import { pageGeometry, toUserSpace, type PageGeometry } from '../../../core/pdf/page-geometry.ts';
import { findPage } from '../../../core/pdf/pages.ts';
import { codeOf } from './support/code-of.ts';
import { Draft } from './support/draft.ts';

async function geometry(entries: string, more: readonly string[] = []): Promise<PageGeometry> {
  const draft = new Draft();
  draft.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  draft.object(2, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>');
  draft.object(3, `<< /Type /Page ${entries} >>`);
  more.forEach((body, i) => draft.object(i + 4, body));
  const reader = await draft.finish().open();
  return pageGeometry(reader, await findPage(reader, 1));
}
const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('the visible part', () => {
  it.each([
    ['/MediaBox [0 0 595 842]', rect(0, 0, 595, 842)],
    ['/MediaBox [0 0 595.28 841.89]', rect(0, 0, 595.28, 841.89)],
    ['/MediaBox [-10 -20 100 200]', rect(-10, -20, 110, 220)],
    // Any two opposite corners (7.9.5).
    ['/MediaBox [595 842 0 0]', rect(0, 0, 595, 842)],
    ['/MediaBox [595 0 0 842]', rect(0, 0, 595, 842)],
    ['/MediaBox [0 0 595 842] /CropBox [10 20 500 800]', rect(10, 20, 490, 780)],
    // No more than the medium (14.11.2.1).
    ['/MediaBox [0 0 595 842] /CropBox [-50 -50 500 900]', rect(0, 0, 500, 842)],
    ['/MediaBox [0 0 595 842] /CropBox [600 0 700 842]', rect(0, 0, 595, 842)],
    ['/MediaBox [0 0 595 842] /CropBox [0 0 0 0]', rect(0, 0, 595, 842)],
    ['/MediaBox [0 0 595 842] /CropBox [1 2 3]', rect(0, 0, 595, 842)],
    ['/MediaBox [0 0 (a) 842]', rect(0, 0, 612, 792)],
    ['/MediaBox [0 0 0 842]', rect(0, 0, 612, 792)],
    ['', rect(0, 0, 612, 792)],
    ['/MediaBox 4 0 R', rect(0, 0, 300, 400)],
    ['/MediaBox [0 0 5 0 R 6 0 R]', rect(0, 0, 7, 8)],
  ])('of %j', async (entries, visible) => {
    expect((await geometry(entries, ['[0 0 300 400]', '7', '8'])).visible).toEqual(visible);
  });

  it.each([
    ['', 0],
    ['/Rotate 0', 0],
    ['/Rotate 90', 90],
    ['/Rotate 180', 180],
    ['/Rotate 270', 270],
    ['/Rotate 360', 0],
    ['/Rotate 450', 90],
    ['/Rotate -90', 270],
    ['/Rotate -450', 270],
    ['/Rotate 90.0', 90],
    ['/Rotate 45', 0],
    ['/Rotate /Left', 0],
    ['/Rotate 5 0 R', 270],
  ])('is turned by %j', async (entries, rotate) => {
    expect((await geometry(entries, ['1', '270'])).rotate).toBe(rotate);
  });

  it.each([
    ['', 1],
    ['/UserUnit 2.5', 2.5],
    ['/UserUnit 0', 1],
    ['/UserUnit -1', 1],
    ['/UserUnit /Inch', 1],
  ])('is measured by %j', async (entries, unit) => {
    expect((await geometry(entries)).userUnit).toBe(unit);
  });
});

describe('a rectangle', () => {
  const page = (userUnit = 1): PageGeometry => ({
    visible: rect(10, 20, 500, 800),
    rotate: 90,
    userUnit,
  });

  it('is measured in points from the lower left of the visible part', () => {
    expect(toUserSpace(rect(0, 0, 500, 800), page())).toEqual(rect(10, 20, 500, 800));
    expect(toUserSpace(rect(36, 72, 180, 60), page())).toEqual(rect(46, 92, 180, 60));
    // One unit is two points, so the page is 1000 by 1600 points.
    expect(toUserSpace(rect(36, 72, 180, 60), page(2))).toEqual(rect(28, 56, 90, 30));
    expect(toUserSpace(rect(0, 0, 1000, 1600), page(2))).toEqual(rect(10, 20, 500, 800));
  });

  it.each([
    [rect(0, 0, 0, 10), 'PDF_RECT_INVALID'],
    [rect(0, 0, 10, 0.5), 'PDF_RECT_INVALID'],
    [rect(0, 0, -10, 10), 'PDF_RECT_INVALID'],
    [rect(NaN, 0, 10, 10), 'PDF_RECT_INVALID'],
    [rect(0, 0, Infinity, 10), 'PDF_RECT_INVALID'],
    [rect(-1, 0, 10, 10), 'PDF_RECT_OUTSIDE_PAGE'],
    [rect(0, -1, 10, 10), 'PDF_RECT_OUTSIDE_PAGE'],
    [rect(491, 0, 10, 10), 'PDF_RECT_OUTSIDE_PAGE'],
    [rect(0, 791, 10, 10), 'PDF_RECT_OUTSIDE_PAGE'],
    [rect(0, 0, 501, 10), 'PDF_RECT_OUTSIDE_PAGE'],
    // Half a point over is forgiven.
    [rect(490.5, 790.5, 10, 10), 'not refused'],
    [rect(-0.5, -0.5, 10, 10), 'not refused'],
  ])('%j: %s', (rectangle, code) => {
    expect(codeOf(() => toUserSpace(rectangle, page()))).toBe(code);
  });
});
