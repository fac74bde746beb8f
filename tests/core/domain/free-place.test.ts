import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Box, findFreePlace, liesOn } from '../../../core/domain/free-place.ts';

const A4 = { width: 595.28, height: 841.89 };
const wanted: Box = { x: 327, y: 100, width: 220, height: 88 };

it('is the wanted one where nothing stands', () => {
  expect(findFreePlace(A4, wanted, [])).toEqual(wanted);
  // Edge to edge.
  expect(findFreePlace(A4, wanted, [{ x: 227, y: 100, width: 100, height: 88 }])).toEqual(wanted);
});

it('is right beside what stands there', () => {
  const moved = findFreePlace(A4, wanted, [wanted])!;
  // Above it: nearer than to the left, and below there is less than the margin.
  expect(moved.x).toBe(wanted.x);
  expect(moved.y).toBeGreaterThanOrEqual(wanted.y + wanted.height);
  expect(moved.y).toBeLessThan(wanted.y + wanted.height + 12);
});

it('takes the page up to its edges where nothing is free within the margins', () => {
  const all = { x: 0, y: 100, width: A4.width, height: A4.height };
  expect(findFreePlace(A4, wanted, [all])?.y).toBeLessThan(12);
});

it('is nowhere on a full page, or on one that is smaller', () => {
  expect(findFreePlace(A4, wanted, [{ x: 0, y: 50, width: 595, height: 750 }])).toBeNull();
  expect(findFreePlace({ width: 200, height: 200 }, wanted, [])).toBeNull();
});

const number = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const box = fc.record({
  x: number(-100, 700),
  y: number(-100, 900),
  width: number(0.1, 400),
  height: number(0.1, 400),
});

it('never lies on anything, stays on the page, and is found again', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 12 }), (taken) => {
      const found = findFreePlace(A4, wanted, taken);
      expect(findFreePlace(A4, wanted, taken)).toEqual(found);
      if (found === null) return;
      expect(taken.filter((other) => liesOn(found, other))).toEqual([]);
      expect(found.x >= 0 && found.y >= 0).toBe(true);
      expect(found.x + found.width <= A4.width && found.y + found.height <= A4.height).toBe(true);
      expect([found.width, found.height]).toEqual([wanted.width, wanted.height]);
    }),
    { numRuns: 150 },
  );
});

it('is found on a page of any size in bounded work', () => {
  const sheet = { width: 14_400, height: 14_400 };
  const lines = Array.from({ length: 5_000 }, (_, n) => ({
    ...{ x: 0, y: n * 2.88, width: 14_400, height: 2 },
  }));
  expect(findFreePlace(sheet, wanted, lines)).toBeNull();
});
