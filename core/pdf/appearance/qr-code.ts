// A QR code as filled squares (ISO/IEC 18004): no image, sharp at any size.
import qrcode from 'qrcode-generator';
import { StampError } from './stamp-error.ts';

/** Light modules around the code that readers need (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;

export interface QrModules {
  /** Modules along a side, quiet zone included. */
  readonly side: number;
  /** Runs of dark modules: column, row (from the top) and length, quiet zone included. */
  readonly runs: readonly {
    readonly column: number;
    readonly row: number;
    readonly length: number;
  }[];
}

/** Error correction M. Throws STAMP_TEXT_UNSUPPORTED for a text that no QR code holds. */
export function qrModules(text: string): QrModules {
  const code = qrcode(0, 'M');
  // As UTF-8 bytes: the library takes one character for one byte.
  code.addData(Buffer.from(text, 'utf8').toString('latin1'), 'Byte');
  try {
    code.make();
  } catch (thrown) {
    throw new StampError('STAMP_TEXT_UNSUPPORTED', { text: 'QR' }, { cause: thrown });
  }
  const count = code.getModuleCount();
  const runs: { column: number; row: number; length: number }[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      let length = 0;
      while (column + length < count && code.isDark(row, column + length)) length += 1;
      if (length > 0) runs.push({ column: column + QUIET, row: row + QUIET, length });
      column += length;
    }
  }
  return { side: count + 2 * QUIET, runs };
}
