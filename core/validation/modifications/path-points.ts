// The points of a path as its operators make them (ISO 32000-2 8.5.2).
import type { Operand } from '../../pdf/text/content-operations.ts';
import { apply, type Matrix } from '../../pdf/text/matrix.ts';
import type { Corners, Point } from './painted-patches.ts';

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

/** What a path leaves to be seen of what was (8.5.4): around its outline, so that too much is taken for seen. */
export function clipped(clip: Corners | null, path: readonly (readonly Point[])[]): Corners {
  return common(boxOf(path.flat()), clip);
}

export function boxOf(points: readonly Point[]): Corners {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  return [left, bottom, right, top];
}

/** What two rectangles have in common; where they have nothing, its right is left of its left, or its top below its bottom. */
export function common(box: Corners, other: Corners | null): Corners {
  if (other === null) return box;
  return [
    ...([Math.max(box[0], other[0]), Math.max(box[1], other[1])] as const),
    ...([Math.min(box[2], other[2]), Math.min(box[3], other[3])] as const),
  ];
}
