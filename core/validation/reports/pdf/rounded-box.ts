// A filled box with round corners.
import type { PDFPage } from 'pdf-lib';
import { colourOf } from '../../../pdf/appearance/colour.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export function roundedBox(page: PDFPage, box: Box, colour: string): void {
  const { x, y, width: w, height: h, radius: r } = box;
  const path = [
    `M ${String(r)} 0 H ${String(w - r)} Q ${String(w)} 0 ${String(w)} ${String(r)}`,
    `V ${String(h - r)} Q ${String(w)} ${String(h)} ${String(w - r)} ${String(h)}`,
    `H ${String(r)} Q 0 ${String(h)} 0 ${String(h - r)} V ${String(r)} Q 0 0 ${String(r)} 0 Z`,
  ].join(' ');
  page.drawSvgPath(path, { x, y: y + h, color: colourOf(colour), borderWidth: 0 });
}
