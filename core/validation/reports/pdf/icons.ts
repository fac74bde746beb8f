// The signs beside verdicts and reasons, so that colour is never alone: a tick, an exclamation mark, a cross, a dash.
import { LineCapStyle, type PDFPage } from 'pdf-lib';
import { colourOf } from '../../../pdf/appearance/colour.ts';
import { SHADES, type Tone } from './palette.ts';

type Stroke = readonly [number, number, number, number];

/** In a square of 16 whose origin is its lower left corner. */
const STROKES: Readonly<Record<Tone, readonly Stroke[]>> = {
  ok: [
    [4.4, 8, 7, 5.3],
    [7, 5.3, 11.7, 10.7],
  ],
  warn: [
    [8, 12, 8, 7.4],
    [8, 4.4, 8, 4.3],
  ],
  bad: [
    [5.2, 5.2, 10.8, 10.8],
    [5.2, 10.8, 10.8, 5.2],
  ],
  plain: [[5, 8, 11, 8]],
};

/** A disc with the sign in white, its lower left corner at (x, y). */
export function drawIcon(
  page: PDFPage,
  tone: Tone,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const unit = size / 16;
  const half = size / 2;
  page.drawCircle({ x: x + half, y: y + half, size: half, color: colourOf(SHADES[tone].strong) });
  for (const [fromX, fromY, toX, toY] of STROKES[tone]) {
    page.drawLine({
      start: { x: x + fromX * unit, y: y + fromY * unit },
      end: { x: x + toX * unit, y: y + toY * unit },
      thickness: 1.7 * unit,
      color: colourOf('#ffffff'),
      lineCap: LineCapStyle.Round,
    });
  }
}
