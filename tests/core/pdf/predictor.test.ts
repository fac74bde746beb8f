// PNG predictors: round trips against an encoder written from the PNG specification, section 9.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoPredictor } from '../../../core/pdf/predictor.ts';
import { codeOf } from './support/code-of.ts';

interface Image {
  readonly rowBytes: number;
  /** Bytes from one pixel to the next, rounded up. */
  readonly pixel: number;
  readonly rows: readonly (readonly number[])[];
}

/** Filters each row as `types` says: x is the byte, a its left, b its upper, c its upper left one. */
function encode({ rowBytes, pixel, rows }: Image, types: readonly number[]): Uint8Array {
  const out: number[] = [];
  rows.forEach((row, y) => {
    const type = types[y % types.length] ?? 0;
    out.push(type);
    for (let i = 0; i < rowBytes; i += 1) {
      const x = row[i]!;
      const a = row[i - pixel] ?? 0;
      const b = rows[y - 1]?.[i] ?? 0;
      const c = rows[y - 1]?.[i - pixel] ?? 0;
      const predicted = [0, a, b, Math.floor((a + b) / 2), paeth(a, b, c)][type]!;
      out.push((x - predicted + 256) % 256);
    }
  });
  return Uint8Array.from(out);
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const distances = [a, b, c].map((n) => ({ n, d: Math.abs(p - n) }));
  // The nearest of left, upper, upper left; of equally near ones the first.
  return distances.reduce((best, next) => (next.d < best.d ? next : best)).n;
}

describe('a predictor', () => {
  it('is undone for any row types, colours and depths', () => {
    const shape = fc.record({
      colors: fc.integer({ min: 1, max: 5 }),
      bitsPerComponent: fc.constantFrom(1, 2, 4, 8, 16),
      columns: fc.integer({ min: 1, max: 9 }),
      types: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
      predictor: fc.integer({ min: 10, max: 15 }),
      seed: fc.uint8Array({ minLength: 0, maxLength: 400 }),
    });
    fc.assert(
      fc.property(shape, ({ colors, bitsPerComponent, columns, types, predictor, seed }) => {
        const rowBytes = Math.ceil((colors * bitsPerComponent * columns) / 8);
        const pixel = Math.ceil((colors * bitsPerComponent) / 8);
        const rows = Array.from({ length: Math.floor(seed.length / rowBytes) }, (_, y) =>
          Array.from(seed.subarray(y * rowBytes, (y + 1) * rowBytes)),
        );
        const encoded = encode({ rowBytes, pixel, rows }, types);
        const parameters = { predictor, colors, bitsPerComponent, columns };
        expect(Array.from(undoPredictor(encoded, parameters))).toEqual(rows.flat());
      }),
      { numRuns: 500 },
    );
  });

  const plain = { predictor: 12, colors: 1, bitsPerComponent: 8, columns: 4 };

  it('of 1 or less leaves the data alone', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    expect(undoPredictor(bytes, { ...plain, predictor: 1 })).toBe(bytes);
  });

  it('drops what is less than a row', () => {
    expect(undoPredictor(Uint8Array.of(0, 1, 2, 3, 4, 2, 1), plain)).toEqual(
      Uint8Array.of(1, 2, 3, 4),
    );
    expect(undoPredictor(new Uint8Array(0), plain)).toEqual(new Uint8Array(0));
  });

  it.each([
    ['row type 5', {}, 'PDF_STREAM_BROKEN'],
    ['no columns', { columns: 0 }, 'PDF_STREAM_BROKEN'],
    ['negative columns', { columns: -4 }, 'PDF_STREAM_BROKEN'],
    ['negative colours and columns', { columns: -4, colors: -1 }, 'PDF_STREAM_BROKEN'],
    ['no bits', { bitsPerComponent: 0 }, 'PDF_STREAM_BROKEN'],
    ['rows of gigabytes', { columns: 2 ** 40 }, 'PDF_STREAM_BROKEN'],
    ['TIFF', { predictor: 2 }, 'PDF_FILTER_UNSUPPORTED'],
    ['predictor 16', { predictor: 16 }, 'PDF_FILTER_UNSUPPORTED'],
  ])('with %s is refused', (_, change, code) => {
    const bytes = Uint8Array.of(5, 0, 0, 0, 0);
    expect(codeOf(() => undoPredictor(bytes, { ...plain, ...change }))).toBe(code);
  });
});
