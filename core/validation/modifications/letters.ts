// Letters as an area (ISO 32000-2 9.3, 9.4): whether what a text operator shows may hide what lies under it.
import { APPEARANCE } from './appearance.ts';
import type { Operand } from '../../pdf/text/content-operations.ts';
import { type Matrix, matrixOf } from '../../pdf/text/matrix.ts';
import { numeric } from './path-points.ts';

export interface Letters {
  /** They are no letters, or drawn as anything at all. */
  readonly shapes: boolean;
  readonly size: number;
  /** By Tz and by the text matrix. */
  readonly stretch: number;
  readonly scale: number;
  /** Tr, table 104. */
  readonly mode: number;
}

export const NO_LETTERS: Letters = { shapes: false, size: 0, stretch: 1, scale: 1, mode: 0 };

/** What a letter is drawn with. */
interface Ink {
  readonly letters: Letters;
  readonly ctm: Matrix;
  /** Of lines. */
  readonly width: number;
  readonly fillMaybeWhite: boolean;
  readonly strokeMaybeWhite: boolean;
}

/** Letters as high as no stamp and no field has them: a full stop of theirs hides a word. */
const LARGEST = APPEARANCE.largestLetter;
/** A line around letters, in points: theirs is thinner. */
const THICKEST = APPEARANCE.thickestBorder;

export function lettersAfter(
  operator: 'BT' | 'Tm' | 'Tr' | 'Tz',
  operands: readonly Operand[],
  letters: Letters,
): Letters {
  switch (operator) {
    case 'BT':
      return { ...letters, scale: 1 };
    case 'Tm': {
      const matrix = matrixOf(operands);
      return matrix === null ? letters : { ...letters, scale: scaleOf(matrix) };
    }
    case 'Tr':
      return { ...letters, mode: numeric(operands.at(-1)) };
    case 'Tz':
      return { ...letters, stretch: Math.abs(numeric(operands.at(-1))) / 100 };
  }
}

/** Neither invisible nor only a clip. */
export function isWritten({ letters: { mode } }: Pick<Ink, 'letters'>): boolean {
  return mode !== 3 && mode !== 7;
}

export function blots({ letters, ctm, width, fillMaybeWhite, strokeMaybeWhite }: Ink): boolean {
  const { shapes, size, stretch, scale, mode } = letters;
  const whole = scaleOf(ctm);
  // Also for what is no number.
  const ordinary = Math.abs(size) * scale * whole * Math.max(stretch, 1) <= LARGEST;
  if (shapes || !ordinary) return true;
  const [filled, lined] = [mode % 4 !== 1, mode % 4 === 1 || mode % 4 === 2];
  if (lined && (strokeMaybeWhite || !(width * whole <= THICKEST))) return true;
  return filled && fillMaybeWhite;
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}
