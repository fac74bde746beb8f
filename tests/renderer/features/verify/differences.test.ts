// Boxes around what differs between two pictures, and how far two times are apart.
import { expect, test } from 'vitest';
import { differingBoxes } from '../../../../renderer/features/verify/differing-boxes.ts';
import { timeApart } from '../../../../core/domain/time-apart.ts';

/** A white picture with black pixels. */
function picture(width: number, height: number, ink: readonly (readonly [number, number])[]) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [x, y] of ink) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { width, height, data };
}

const blank = picture(60, 60, []);

test('two pictures alike have no boxes', () => {
  expect(differingBoxes(blank, picture(60, 60, []))).toEqual([]);
});

test('a pixel is framed by its square of six', () => {
  expect(differingBoxes(blank, picture(60, 60, [[20, 31]]))).toEqual([
    { x: 18, y: 30, width: 6, height: 6 },
  ]);
});

test('what stands close together is one box, what stands apart is two', () => {
  // Squares 0 and 2 of a row have one between them; squares 0 and 8 have seven.
  expect(
    differingBoxes(
      blank,
      picture(60, 60, [
        [1, 1],
        [13, 1],
      ]),
    ),
  ).toEqual([{ x: 0, y: 0, width: 18, height: 6 }]);
  expect(
    differingBoxes(
      blank,
      picture(60, 60, [
        [1, 1],
        [49, 1],
      ]),
    ),
  ).toHaveLength(2);
});

test('boxes end where the page ends', () => {
  expect(differingBoxes(picture(20, 20, []), picture(20, 20, [[19, 19]]))).toEqual([
    { x: 18, y: 18, width: 2, height: 2 },
  ]);
});

test('a shade of smoothing is no change', () => {
  const shaded = picture(60, 60, []);
  shaded.data[0] = 225;
  expect(differingBoxes(blank, shaded)).toEqual([]);
});

test('a page of another size has changed as a whole', () => {
  expect(differingBoxes(blank, picture(60, 50, []))).toEqual([
    { x: 0, y: 0, width: 60, height: 50 },
  ]);
});

test.each([
  ['2026-09-03T04:06:00Z', '2026-09-03T04:06:40Z', null],
  ['2024-03-13T07:41:00Z', '2024-03-13T07:26:30Z', { unit: 'minutes', count: 14, usual: true }],
  ['2024-03-13T08:00:00Z', '2024-03-13T07:29:00Z', { unit: 'minutes', count: 31, usual: false }],
  ['2024-03-13T10:00:00Z', '2024-03-13T07:00:00Z', { unit: 'hours', count: 3, usual: false }],
  ['2024-03-16T07:00:00Z', '2024-03-13T07:00:00Z', { unit: 'days', count: 3, usual: false }],
  ['no time', '2024-03-13T07:00:00Z', null],
])('from %s to %s', (a, b, apart) => {
  expect(timeApart(a, b)).toEqual(apart);
  expect(timeApart(b, a)).toEqual(apart);
});
