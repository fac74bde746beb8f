// A picture as pdf.js gives it becomes shades: each is the mean of a square of samples, as it looks on white paper.
import { MOST_SHADES, type Shades } from '../../core/ports/picture-decoder.ts';

export interface Samples {
  readonly width: number;
  readonly height: number;
  /** pdf.js's `ImageKind`: one bit of grey a sample, three bytes of colour, or four with its opacity. */
  readonly kind: number;
  readonly data: Uint8Array;
}

const [BITS, RGB, RGBA] = [1, 2, 3];

export function reduce({ width, height, kind, data }: Samples): Shades | null {
  const row = kind === BITS ? (width + 7) >> 3 : width * (kind === RGBA ? 4 : 3);
  if (width < 1 || height < 1 || ![BITS, RGB, RGBA].includes(kind) || data.length < row * height) {
    return null;
  }
  const by = Math.ceil(Math.max(width, height) / MOST_SHADES);
  const [wide, high] = [Math.ceil(width / by), Math.ceil(height / by)];
  const light = new Uint8Array(wide * high);
  const sums = new Float64Array(wide);
  for (let top = 0; top < high; top += 1) {
    sums.fill(0);
    const end = Math.min((top + 1) * by, height);
    for (let y = top * by; y < end; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const at = (x / by) | 0;
        sums[at] = (sums[at] ?? 0) + lightAt(data, row * y, x, kind);
      }
    }
    const rows = end - top * by;
    for (let x = 0; x < wide; x += 1) {
      light[top * wide + x] = (sums[x] ?? 0) / (rows * (Math.min((x + 1) * by, width) - x * by));
    }
  }
  return { width: wide, height: high, light };
}

/** As the eye weighs the colours (ITU-R BT.601). */
function lightAt(data: Uint8Array, row: number, x: number, kind: number): number {
  if (kind === BITS) return ((data[row + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0 ? 0 : 255;
  const at = row + x * (kind === RGBA ? 4 : 3);
  const light = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  if (kind !== RGBA) return light;
  const opacity = (data[at + 3] ?? 0) / 255;
  return light * opacity + 255 * (1 - opacity);
}
