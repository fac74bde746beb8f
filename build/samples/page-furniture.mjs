// What stands around the decree's text: letterhead with emblem and double rule, the practice mark, and
// the foot with the room for a QR code (it has to be there before the first signature).
import { rgb } from 'pdf-lib';
import { FOOTER, LETTERHEAD, MARK } from './decree-text.mjs';

const BLACK = rgb(0, 0, 0);
const GREY = rgb(0.4, 0.4, 0.4);
/** Side of the square that is kept empty for a QR code. */
const QR_SIDE = 48;

/**
 * @typedef {{ width: number, height: number, left: number, right: number }} Sheet
 * @typedef {{ regular: import('pdf-lib').PDFFont, bold: import('pdf-lib').PDFFont }} Faces
 * @typedef {import('./typesetter.mjs').Typesetter} Typesetter
 */

/**
 * @param {Typesetter} set
 * @param {Sheet} sheet
 * @param {Faces} faces
 * @returns {number} height of the lower rule
 */
export function drawLetterhead(set, sheet, { regular, bold }) {
  const top = sheet.height - 56;
  const middle = (sheet.left + 70 + sheet.right) / 2;
  drawEmblem(set.page, sheet.left + 4, top + 6);
  set.line(LETTERHEAD.name, middle, top - 20, { font: bold, size: 18, align: 'center' });
  LETTERHEAD.lines.forEach((text, i) => {
    set.line(text, middle, top - 38 - i * 13, { font: regular, size: 9, align: 'center' });
  });
  const rule = top - 72;
  const [start, end] = [sheet.left, sheet.right];
  for (const [y, thickness] of [
    [rule + 3, 2.25],
    [rule, 0.75],
  ]) {
    set.page.drawLine({ start: { x: start, y }, end: { x: end, y }, thickness, color: BLACK });
  }
  return rule;
}

/**
 * A shield with a rising sun over water: no real city's arms.
 * @param {import('pdf-lib').PDFPage} page
 * @param {number} x left edge
 * @param {number} y upper edge
 */
function drawEmblem(page, x, y) {
  const line = { x, y, borderColor: BLACK, borderWidth: 1.5 };
  // SVG paths: y runs down from the upper edge.
  page.drawSvgPath('M2 2 H54 V36 C54 54 40 63 28 70 C16 63 2 54 2 36 Z', line);
  page.drawSvgPath('M6 6 H50 V36 C50 51 38 59 28 65 C18 59 6 51 6 36 Z', {
    ...line,
    borderWidth: 0.5,
  });
  page.drawSvgPath('M17 38 A11 11 0 0 1 39 38 Z', { x, y, color: BLACK });
  const rays = [-60, -30, 0, 30, 60].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const at = (/** @type {number} */ radius) =>
      `${(28 + radius * Math.sin(angle)).toFixed(2)} ${(38 - radius * Math.cos(angle)).toFixed(2)}`;
    return `M${at(14)} L${at(22)}`;
  });
  page.drawSvgPath(rays.join(' '), line);
  const waves = [43, 49, 55].map((top, i) => {
    const half = 16 - i * 4;
    const step = half / 2;
    return `M${28 - half} ${top} q${step / 2} -4 ${step} 0 t${step} 0 t${step} 0 t${step} 0`;
  });
  page.drawSvgPath(waves.join(' '), { ...line, borderWidth: 1.2 });
}

/**
 * @param {Typesetter} set
 * @param {Sheet} sheet
 * @param {Faces} faces
 */
export function drawFoot(set, sheet, { regular }) {
  const bottom = 36;
  const { page } = set;
  page.drawLine({
    start: { x: sheet.left, y: bottom + QR_SIDE + 8 },
    end: { x: sheet.right, y: bottom + QR_SIDE + 8 },
    thickness: 0.5,
    color: GREY,
  });
  const square = { x: sheet.left, y: bottom, width: QR_SIDE, height: QR_SIDE };
  page.drawRectangle({
    ...square,
    borderColor: GREY,
    borderWidth: 0.75,
    borderDashArray: [3, 2],
  });
  set.line('ruang QR', sheet.left + QR_SIDE / 2, bottom + QR_SIDE / 2 - 2.5, {
    ...{ font: regular, size: 7, align: 'center', color: GREY },
  });
  FOOTER.forEach((text, i) => {
    set.line(text, sheet.left + QR_SIDE + 12, bottom + QR_SIDE - 12 - i * 12, {
      ...{ font: regular, size: 8, color: GREY },
    });
  });
}

/**
 * The practice mark, in a box in the upper right corner.
 * @param {Typesetter} set
 * @param {Sheet} sheet
 * @param {Faces} faces
 */
export function drawMark(set, sheet, { bold }) {
  const [size, pad] = [8, 4];
  const width = bold.widthOfTextAtSize(MARK, size) + 2 * pad;
  const [x, y] = [sheet.right - width, sheet.height - 40];
  const box = { x, y, width, height: size + 2 * pad - 2 };
  set.page.drawRectangle({ ...box, borderColor: GREY, borderWidth: 0.75 });
  set.line(MARK, x + pad, y + pad, { font: bold, size, color: GREY });
}
