// Undoes PNG predictors (ISO 32000-2 7.4.4.4; PNG, section 9), which cross-reference streams use.
import { PdfError } from './pdf-error.ts';

export interface PredictorParameters {
  readonly predictor: number;
  readonly colors: number;
  readonly bitsPerComponent: number;
  readonly columns: number;
}

/** Throws PDF_STREAM_BROKEN for absurd parameters, PDF_FILTER_UNSUPPORTED for what is not PNG's. */
export function undoPredictor(bytes: Uint8Array, p: PredictorParameters): Uint8Array {
  if (p.predictor <= 1) return bytes;
  if (p.predictor < 10 || p.predictor > 15) {
    throw new PdfError('PDF_FILTER_UNSUPPORTED', { filter: `predictor ${String(p.predictor)}` });
  }
  // Whole bytes: PNG rounds up (PNG, 9.2); its own formats leave no other fraction than below one.
  const pixel = Math.ceil((p.colors * p.bitsPerComponent) / 8);
  const row = Math.ceil((p.colors * p.bitsPerComponent * p.columns) / 8);
  if (!(pixel > 0 && row > 0 && row < 1 << 24 && pixel <= row)) {
    throw new PdfError('PDF_STREAM_BROKEN', { detail: 'predictor' });
  }
  const rows = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y += 1) {
    undoRow(bytes, y * (row + 1), out, y * row, row, pixel);
  }
  return out;
}

function undoRow(
  source: Uint8Array,
  from: number,
  out: Uint8Array,
  to: number,
  row: number,
  pixel: number,
): void {
  const type = source[from] ?? 0;
  if (type > 4) throw new PdfError('PDF_STREAM_BROKEN', { detail: 'predictor' });
  for (let x = 0; x < row; x += 1) {
    const raw = source[from + 1 + x] ?? 0;
    const left = x >= pixel ? (out[to + x - pixel] ?? 0) : 0;
    const up = to > 0 ? (out[to - row + x] ?? 0) : 0;
    const upLeft = to > 0 && x >= pixel ? (out[to - row + x - pixel] ?? 0) : 0;
    out[to + x] = raw + predicted(type, left, up, upLeft);
  }
}

function predicted(type: number, left: number, up: number, upLeft: number): number {
  switch (type) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const estimate = left + up - upLeft;
      const a = Math.abs(estimate - left);
      const b = Math.abs(estimate - up);
      const c = Math.abs(estimate - upLeft);
      if (a <= b && a <= c) return left;
      return b <= c ? up : upLeft;
    }
    default:
      return 0;
  }
}
