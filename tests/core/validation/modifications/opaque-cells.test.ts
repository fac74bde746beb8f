// Where paint hides what lies under it: outlines, lines, pictures and how far these let through.
import { describe, expect, it } from 'vitest';
import { PdfStream } from '../../../../core/pdf/objects.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import type { Matrix } from '../../../../core/pdf/text/matrix.ts';
import { OpaqueCells } from '../../../../core/validation/modifications/opaque-cells.ts';
import type { Point } from '../../../../core/validation/modifications/painted-patches.ts';
import { baseDocument } from '../../../vectors/support/base-document.ts';
import { memorySource } from '../../support/memory-source.ts';

const PAINT = { white: true, light: true, alpha: 1 };
const square = (x: number, y: number, side: number): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

const IMAGE = '/Type /XObject /Subtype /Image /Width 4 /Height 1 /BitsPerComponent 8';
const STREAMS = {
  20: [`${IMAGE} /ColorSpace /DeviceGray`, '\x00\x00\x00\x00'],
  21: [`${IMAGE} /ColorSpace /DeviceGray /SMask 22 0 R`, '\x00\x00\x00\x00'],
  // The left half lets all through.
  22: [`${IMAGE} /ColorSpace /DeviceGray`, '\x00\x00\xff\xff'],
  // As a stencil: the left half paints.
  23: ['/Subtype /Image /Width 4 /Height 1 /ImageMask true', '\x30'],
  24: ['/Subtype /Image /Width 4 /Height 1 /ImageMask true /Decode [1 0]', '\x30'],
  25: [`${IMAGE} /ColorSpace /DeviceGray /Mask 23 0 R`, '\x00\x00\x00\x00'],
  26: [`${IMAGE} /ColorSpace /DeviceGray /SMask 27 0 R`, '\x00\x00\x00\x00'],
  27: [`${IMAGE} /ColorSpace /DeviceGray /Filter /JPXDecode`, '\x00\x00\x00\x00'],
} as const;

async function cells(): Promise<{ reader: PdfReader; paint: OpaqueCells }> {
  const reader = await PdfReader.open(memorySource(baseDocument({ streams: STREAMS })));
  return { reader, paint: new OpaqueCells(reader, [100, 100, 300, 200]) };
}

describe('an area', () => {
  it('hides what is within its outline', async () => {
    const { paint } = await cells();
    paint.fill(
      [
        [
          [100, 100],
          [200, 100],
          [100, 200],
        ],
      ],
      false,
      PAINT,
    );
    expect(paint.covers([110, 110])).toBe(true);
    expect(paint.covers([190, 190])).toBe(false);
    expect(paint.hides).toBe(true);
  });

  it('hides nothing outside of its place', async () => {
    const { paint } = await cells();
    paint.fill([square(0, 0, 1000)], false, PAINT);
    expect(paint.covers([99, 150])).toBe(false);
    expect(paint.covers([101, 150])).toBe(true);
    expect(paint.covers([299, 199])).toBe(true);
    expect(paint.covers([301, 150])).toBe(false);
  });

  it('has holes by the rule that it is filled with', async () => {
    const ring = [square(100, 100, 80), square(120, 120, 40)];
    const { paint: evenOdd } = await cells();
    evenOdd.fill(ring, true, PAINT);
    expect(evenOdd.covers([140, 140])).toBe(false);
    expect(evenOdd.covers([110, 140])).toBe(true);
    const { paint: nonZero } = await cells();
    nonZero.fill(ring, false, PAINT);
    expect(nonZero.covers([140, 140])).toBe(true);
  });

  it('hides nothing where it lets through, until there is enough of it', async () => {
    const { paint } = await cells();
    paint.fill([square(100, 100, 50)], false, { white: true, light: true, alpha: 0.4 });
    expect(paint.hides).toBe(false);
    paint.fill([square(100, 100, 50)], false, { white: true, light: true, alpha: 0.4 });
    expect(paint.covers([120, 120])).toBe(true);
  });

  it('of no numbers hides all', async () => {
    const { paint } = await cells();
    paint.fill(
      [
        [
          [Number.NaN, 0],
          [1, 1],
        ],
        square(0, 0, Number.POSITIVE_INFINITY),
      ],
      false,
      PAINT,
    );
    expect(paint.covers([150, 150])).toBe(true);
  });
});

it('a line hides as wide as it is', async () => {
  const { paint } = await cells();
  paint.stroke(
    [
      [100, 150],
      [300, 150],
    ],
    20,
    PAINT,
  );
  expect(paint.covers([200, 158])).toBe(true);
  expect(paint.covers([200, 163])).toBe(false);
});

describe('a picture', () => {
  const AT: Matrix = [100, 0, 0, 50, 100, 100];
  it.each([
    ['without a mask', 20, true, true],
    ['with a soft mask', 21, false, true],
    ['that is a stencil', 23, true, false],
    ['that is a stencil the other way round', 24, false, true],
    ['with a stencil for mask', 25, true, false],
    ['with a mask that nobody reads', 26, true, true],
  ])('%s', async (_, num, left, right) => {
    const { reader, paint } = await cells();
    const image = await reader.object(num, 0);
    if (!(image instanceof PdfStream)) throw new Error('no image');
    await paint.picture(AT, image);
    expect(paint.covers([110, 120])).toBe(left);
    expect(paint.covers([190, 120])).toBe(right);
    expect(paint.covers([210, 120])).toBe(false);
  });

  it('turned by a quarter is turned with its mask', async () => {
    const { reader, paint } = await cells();
    const image = await reader.object(21, 0);
    if (!(image instanceof PdfStream)) throw new Error('no image');
    await paint.picture([0, 50, -50, 0, 150, 100], image);
    expect(paint.covers([120, 110])).toBe(false);
    expect(paint.covers([120, 140])).toBe(true);
  });
});
