// Sets lines and justified paragraphs with pdf-lib's fonts.
import { PDFArray, PDFNumber, PDFOperator, PDFOperatorNames as Op, rgb } from 'pdf-lib';

/**
 * @typedef {import('pdf-lib').PDFFont} Font
 * @typedef {{ font: Font, size: number }} Face
 * @typedef {{ words: string[], width: number, last: boolean }} Line width: without the spaces
 */

const INK = rgb(0, 0, 0);

export class Typesetter {
  /** @param {import('pdf-lib').PDFPage} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * @param {string} text
   * @param {number} x where the line begins, or its middle or end by `align`
   * @param {number} y base line
   * @param {Face & { align?: 'left' | 'center' | 'right', color?: import('pdf-lib').Color }} face
   */
  line(text, x, y, { font, size, align = 'left', color = INK }) {
    const width = font.widthOfTextAtSize(text, size);
    const left = { left: x, center: x - width / 2, right: x - width }[align];
    this.page.drawText(text, { x: left, y, font, size, color });
  }

  /**
   * A justified paragraph; its last line is left as it is.
   * @param {string} text
   * @param {{ x: number, y: number, width: number, leading: number }} box y: first base line
   * @param {Face} face
   * @returns {number} the base line of a line that would follow
   */
  paragraph(text, { x, y, width, leading }, face) {
    for (const line of breakLines(text, width, face)) {
      this.#justified(line, x, y, width, face);
      y -= leading;
    }
    return y;
  }

  /**
   * One TJ operator (ISO 32000-2 9.4.3): word spacing (Tw) does not work on two-byte codes, and words
   * placed one by one would be copied from the page without the spaces between them.
   * @param {Line} line
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {Face} face
   */
  #justified({ words, width: inked, last }, x, y, width, { font, size }) {
    const { page } = this;
    const gaps = words.length - 1;
    const natural = font.widthOfTextAtSize(' ', size);
    const extra = last || gaps === 0 ? 0 : (width - inked) / gaps - natural;
    const shown = PDFArray.withContext(page.doc.context);
    words.forEach((word, i) => {
      shown.push(font.encodeText(i < gaps ? `${word} ` : word));
      if (i < gaps && extra !== 0) shown.push(number((-extra * 1000) / size));
    });
    const key = page.node.newFontDictionary(font.name, font.ref);
    const op = (/** @type {string} */ name, /** @type {any[]} */ ...args) =>
      PDFOperator.of(/** @type {any} */ (name), args);
    page.pushOperators(
      op(Op.BeginText),
      op(Op.SetFontAndSize, key, number(size)),
      op(Op.SetTextMatrix, ...[1, 0, 0, 1, x, y].map(number)),
      op(Op.ShowTextAdjusted, shown),
      op(Op.EndText),
    );
  }
}

/**
 * @param {string} text
 * @param {number} width
 * @param {Face} face
 * @returns {Line[]}
 */
function breakLines(text, width, { font, size }) {
  const space = font.widthOfTextAtSize(' ', size);
  /** @type {Line[]} */ const lines = [];
  /** @type {Line} */ let line = { words: [], width: 0, last: false };
  for (const word of text.split(' ')) {
    const wide = font.widthOfTextAtSize(word, size);
    if (line.words.length > 0 && line.width + wide + space * line.words.length > width) {
      lines.push(line);
      line = { words: [], width: 0, last: false };
    }
    line.words.push(word);
    line.width += wide;
  }
  lines.push({ ...line, last: true });
  return lines;
}

/** Two decimals: a hundredth of a point is finer than any printer. @param {number} value */
const number = (value) => PDFNumber.of(Math.round(value * 100) / 100);
