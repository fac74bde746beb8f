// Where two pictures of a page differ, as a few boxes around what changed.
import type { Rectangle } from '../../viewer/page-geometry.ts';

/** Pixels as canvases give them: four bytes each, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Side of the squares compared, pixels. */
export const CELL = 6;
/** Differences of one channel that smoothing alone makes. */
const SMOOTHING = 40;
/** Squares between two changes that still read as one: the space between words. */
const REACH = 2;

/** Boxes in pixels of `after`, from the upper left. A page of another size has changed as a whole. */
export function differingBoxes(before: Picture, after: Picture): Rectangle[] {
  const { width, height } = after;
  if (before.width !== width || before.height !== height) return [{ x: 0, y: 0, width, height }];
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const changed = changedCells(before, after, columns, rows);
  const boxes: Rectangle[] = [];
  for (let start = 0; start < changed.length; start++) {
    if (changed[start] !== 1) continue;
    const { left, top, right, bottom } = together(changed, start, columns, rows);
    const [x, y] = [left * CELL, top * CELL];
    boxes.push({
      ...{ x, y },
      width: Math.min(width, (right + 1) * CELL) - x,
      height: Math.min(height, (bottom + 1) * CELL) - y,
    });
  }
  return boxes;
}

function changedCells(before: Picture, after: Picture, columns: number, rows: number): Uint8Array {
  const cells = new Uint8Array(columns * rows);
  const { width, data } = after;
  for (let i = 0; i < data.length; i += 4) {
    if (!differs(before.data, data, i)) continue;
    const pixel = i / 4;
    const row = Math.floor(Math.floor(pixel / width) / CELL);
    cells[row * columns + Math.floor((pixel % width) / CELL)] = 1;
  }
  return cells;
}

function differs(a: Uint8ClampedArray, b: Uint8ClampedArray, at: number): boolean {
  for (let channel = at; channel < at + 3; channel++) {
    if (Math.abs((a[channel] ?? 0) - (b[channel] ?? 0)) > SMOOTHING) return true;
  }
  return false;
}

/** The extent of all squares that hang together with `start`; takes them out of `changed`. */
function together(changed: Uint8Array, start: number, columns: number, rows: number) {
  const extent = { left: columns, top: rows, right: 0, bottom: 0 };
  const waiting = [start];
  changed[start] = 0;
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x);
    extent.top = Math.min(extent.top, y);
    extent.bottom = Math.max(extent.bottom, y);
    for (let ny = Math.max(0, y - REACH); ny <= Math.min(rows - 1, y + REACH); ny++) {
      for (let nx = Math.max(0, x - REACH); nx <= Math.min(columns - 1, x + REACH); nx++) {
        const next = ny * columns + nx;
        if (changed[next] !== 1) continue;
        changed[next] = 0;
        waiting.push(next);
      }
    }
  }
  return extent;
}
