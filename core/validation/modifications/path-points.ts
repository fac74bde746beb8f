// The points of a path as its operators make them (ISO 32000-2 8.5.2).
import type { Operand } from '../../pdf/text/content-operations.ts';
import { apply, type Matrix } from '../../pdf/text/matrix.ts';
import type { Point } from './painted-patches.ts';

export function around(points: readonly Point[]): readonly Point[] {
  const [first] = points;
  return first === undefined ? points : [...points, first];
}

export const numeric = (operand: Operand | undefined): number =>
  typeof operand === 'number' ? operand : 0;

export function at(ctm: Matrix, operands: readonly Operand[], index: number): Point {
  return apply(ctm, numeric(operands[index]), numeric(operands[index + 1]));
}

/** A curve is taken for the way over its control points. */
export function extend(path: Point[][], ctm: Matrix, operands: readonly Operand[]): void {
  const current = path.at(-1);
  for (let i = 0; i + 1 < operands.length; i += 2) current?.push(at(ctm, operands, i));
}

export function close(path: Point[][]): void {
  const current = path.at(-1);
  const first = current?.[0];
  if (first !== undefined) current?.push(first);
}

export function rectangle(ctm: Matrix, operands: readonly Operand[]): Point[] {
  const [x = 0, y = 0, wide = 0, high = 0] = operands.map(numeric);
  const around: Point[] = [
    ...([
      [x, y],
      [x + wide, y],
    ] as Point[]),
    ...([
      [x + wide, y + high],
      [x, y + high],
      [x, y],
    ] as Point[]),
  ];
  return around.map(([px, py]) => apply(ctm, px, py));
}
