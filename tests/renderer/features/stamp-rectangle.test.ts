// The stamp under mouse and keys: it goes where the eye says and never leaves the page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeOfKey,
  CORNERS,
  initialRectangle,
  keepOnPage,
  moveBy,
  pictureTurn,
  resizeBy,
  resizeTo,
} from '../../../renderer/features/sign/stamp-rectangle.ts';
import {
  isOnPage,
  ROTATIONS,
  toDisplay,
  type PageGeometry,
} from '../../../renderer/viewer/page-geometry.ts';

const upright: PageGeometry = { page: { width: 595.28, height: 841.89 }, rotation: 0 };
const turned: PageGeometry = { ...upright, rotation: 90 };
const RECT = { x: 100, y: 200, width: 220, height: 88 };

describe('resizeTo', () => {
  it('keeps the middle, on a page turned too', () => {
    const size = { width: 60, height: 30 };
    expect(resizeTo(RECT, upright, size)).toEqual({ x: 180, y: 229, width: 60, height: 30 });
    expect(resizeTo(RECT, turned, size)).toEqual({ x: 195, y: 214, width: 30, height: 60 });
  });

  it('stays on the page', () => {
    const corner = { x: 0, y: 0, width: 60, height: 30 };
    const size = { width: 200, height: 70 };
    expect(resizeTo(corner, upright, size)).toEqual({ x: 0, y: 0, ...size });
  });
});

describe('moveBy', () => {
  it('moves right and down as shown on an upright page', () => {
    expect(moveBy(RECT, upright, 10, 1)).toEqual({ ...RECT, x: 110, y: 199 });
  });

  it('moves right and down as shown on a page turned by 90 degrees', () => {
    // Shown to the right is up the page's own y, shown downwards is along its own x.
    expect(moveBy(RECT, turned, 10, 1)).toEqual({ ...RECT, x: 101, y: 210 });
  });

  it('stops at the edge', () => {
    expect(moveBy(RECT, upright, -500, 0).x).toBe(0);
    expect(moveBy(RECT, upright, 0, 5000).y).toBe(0);
    expect(moveBy(RECT, upright, 5000, 0).x).toBe(375);
  });
});

describe('resizeBy', () => {
  it('drags the lower right corner and leaves the upper left where it is', () => {
    const next = resizeBy(RECT, upright, 'bottom-right', 30, 12);
    expect(next).toEqual({ x: 100, y: 188, width: 250, height: 100 });
  });

  it('drags the upper left corner and leaves the lower right where it is', () => {
    const next = resizeBy(RECT, upright, 'top-left', 20, 8);
    expect(next).toEqual({ x: 120, y: 200, width: 200, height: 80 });
  });

  it('does not become smaller than a hand can hold', () => {
    const next = resizeBy(RECT, upright, 'bottom-right', -500, -500);
    expect([next.width, next.height]).toEqual([48, 24]);
  });
});

describe('initialRectangle', () => {
  it('lies at the lower right of what is shown', () => {
    for (const rotation of ROTATIONS) {
      const geometry = { ...upright, rotation };
      const shown = toDisplay(initialRectangle(geometry), geometry);
      expect(shown.width).toBe(220);
      expect(shown.x).toBeGreaterThan(200);
      expect(shown.y).toBeGreaterThan(200);
    }
  });

  it('fits a page smaller than a stamp', () => {
    const small: PageGeometry = { page: { width: 100, height: 60 }, rotation: 0 };
    expect(isOnPage(initialRectangle(small), small)).toBe(true);
  });
});

describe('whatever is done to it', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const geometries = fc.record({
    page: fc.record({ width: number(60, 3000), height: number(60, 3000) }),
    rotation: fc.constantFrom(...ROTATIONS),
  });
  const rects = fc.record({
    x: number(-4000, 4000),
    y: number(-4000, 4000),
    width: number(1, 4000),
    height: number(1, 4000),
  });

  it('the stamp stays on the page, in whole points, and at rest does not creep', () => {
    fc.assert(
      fc.property(
        geometries,
        rects,
        number(-900, 900),
        number(-900, 900),
        fc.constantFrom(...CORNERS),
        (geometry, rect, dx, dy, corner) => {
          for (const next of [
            keepOnPage(rect, geometry),
            moveBy(rect, geometry, dx, dy),
            resizeBy(keepOnPage(rect, geometry), geometry, corner, dx, dy),
          ]) {
            expect(isOnPage(next, geometry)).toBe(true);
            expect(Object.values(next).every(Number.isInteger)).toBe(true);
            expect(moveBy(next, geometry, 0, 0)).toEqual(next);
          }
        },
      ),
    );
  });
});

describe('pictureTurn', () => {
  it('shows an upright picture upright and one along the axes of the page turned with it', () => {
    const rect = { width: 88, height: 220 };
    expect(pictureTurn({ width: 220, height: 88 }, rect, 90)).toBe(0);
    expect(pictureTurn({ width: 88, height: 220 }, rect, 90)).toBe(90);
    expect(pictureTurn({ width: 88, height: 220 }, rect, 0)).toBe(0);
  });
});

describe('changeOfKey', () => {
  const key = (name: string, shiftKey = false, altKey = false) =>
    changeOfKey({ key: name, shiftKey, altKey });

  it('moves by 1 and by 10 points, and resizes with Alt', () => {
    expect(key('ArrowRight')).toEqual({ kind: 'move', dx: 1, dy: 0 });
    expect(key('ArrowUp', true)).toEqual({ kind: 'move', dx: 0, dy: -10 });
    expect(key('ArrowDown', false, true)).toEqual({ kind: 'resize', dx: 0, dy: 1 });
    expect(key('ArrowLeft', true, true)).toEqual({ kind: 'resize', dx: -10, dy: 0 });
  });

  it('leaves other keys alone', () => {
    expect(key('Tab')).toBeNull();
    expect(key('Enter')).toBeNull();
  });
});
