// Text state and text matrices (ISO 32000-2 9.3, 9.4): where the next glyph stands.
import type { Operand } from './content-operations.ts';
import type { FontGlyph, TextFont } from './font.ts';
import { apply, IDENTITY, type Matrix, matrixOf, multiply } from './matrix.ts';
import type { PlacedGlyph } from './placed-glyph.ts';

type Parameter = 'Tc' | 'Tw' | 'Tz' | 'TL' | 'Ts';

export class TextState {
  ctm: Matrix;
  font: TextFont | null = null;
  size = 0;
  #parameters: Record<Parameter, number> = { Tc: 0, Tw: 0, Tz: 100, TL: 0, Ts: 0 };
  #matrix: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor(ctm: Matrix) {
    this.ctm = ctm;
  }

  copy(): TextState {
    const copy = new TextState(this.ctm);
    copy.font = this.font;
    copy.size = this.size;
    copy.#parameters = { ...this.#parameters };
    copy.#matrix = this.#matrix;
    copy.#line = this.#line;
    return copy;
  }

  set(parameter: Parameter, operand: Operand | undefined): void {
    if (typeof operand === 'number') this.#parameters[parameter] = operand;
  }

  /** Operators that show nothing; others are none of ours. */
  operate(operator: string, operands: readonly Operand[]): void {
    const [x, y] = operands;
    switch (operator) {
      case 'cm':
        this.ctm = multiply(matrixOf(operands) ?? IDENTITY, this.ctm);
        break;
      case 'BT':
        this.#startLine(IDENTITY);
        break;
      case 'Tm': {
        const matrix = matrixOf(operands);
        if (matrix !== null) this.#startLine(matrix);
        break;
      }
      case 'TD':
        if (typeof y === 'number') this.#parameters.TL = -y;
        this.#move(x, y);
        break;
      case 'Td':
        this.#move(x, y);
        break;
      case 'T*':
        this.nextLine();
        break;
      case 'Tc':
      case 'Tw':
      case 'Tz':
      case 'TL':
      case 'Ts':
        this.set(operator, x);
    }
  }

  nextLine(): void {
    this.#move(0, -this.#parameters.TL);
  }

  /** A number within TJ: thousandths of the size, backwards. */
  adjust(thousandths: number): void {
    this.#advance((-thousandths / 1000) * this.size * this.#stretch);
  }

  place({ text, width, space }: FontGlyph, { ascent, descent }: TextFont): PlacedGlyph {
    const { Tc, Tw, Ts } = this.#parameters;
    const { size } = this;
    const whole = multiply(this.#matrix, this.ctm);
    const across = width * size * this.#stretch;
    const at = (x: number, y: number): readonly [number, number] => apply(whole, x, y + Ts);
    const advance = (width * size + Tc + (space ? Tw : 0)) * this.#stretch;
    const placed = {
      text,
      corners: [
        at(0, descent * size),
        at(across, descent * size),
        at(0, ascent * size),
        at(across, ascent * size),
      ],
      from: at(0, 0),
      to: at(advance, 0),
      size: Math.hypot(whole[2], whole[3]) * Math.abs(size),
    };
    this.#advance(advance);
    return placed;
  }

  get #stretch(): number {
    return this.#parameters.Tz / 100;
  }

  #advance(x: number): void {
    this.#matrix = multiply([1, 0, 0, 1, x, 0], this.#matrix);
  }

  #move(x: Operand | undefined, y: Operand | undefined): void {
    if (typeof x !== 'number' || typeof y !== 'number') return;
    this.#startLine(multiply([1, 0, 0, 1, x, y], this.#line));
  }

  #startLine(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#line = matrix;
  }
}
