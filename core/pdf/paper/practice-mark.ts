// The mark of practice mode as it stands on a page: LATIHAN from corner to corner, and a line beside the upper edge
// that says what it means. In the program's own letters, embedded: a PDF/A stays one (ISO 19005-2 6.2.11.4).
import {
  beginText,
  endText,
  PDFDocument,
  PDFHexString,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setFillingColor,
  setFontAndSize,
  setGraphicsState,
  setTextMatrix,
  showText,
} from 'pdf-lib';
import { colourOf } from '../appearance/colour.ts';
import type { StampFonts } from '../appearance/stamp-content.ts';
import { type GlyphRun, Typeface } from './typeface.ts';

const WORD = 'LATIHAN';
const SIGNED = 'LATIHAN: ditandatangani untuk berlatih, tidak berlaku sebagai dokumen resmi';
const RED = '#cc1a1a';
/** Of the word: what is below stays readable. */
const OPACITY = 0.2;
/** Height of a capital of Noto Sans, at size 1. */
const CAPITALS = 0.714;

/** @returns a PDF of one page of that size, in points, which bears the mark and nothing else */
export async function practiceMarkPage(
  width: number,
  height: number,
  fonts: StampFonts,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([width, height]);
  (await practiceMark(new Typeface(document, fonts, WORD), SIGNED))(page);
  return document.save({ useObjectStreams: false, objectsPerTick: Infinity });
}

/**
 * @param said the line at the head, beginning with the word
 * @returns draws the mark on a page of the document whose letters these are
 */
export async function practiceMark(type: Typeface, said: string): Promise<(page: PDFPage) => void> {
  const word = await type.glyphs(WORD, 'bold');
  const line = await type.glyphs(said, 'bold');
  return (page) => draw(page, new Line(page, word), new Line(page, line));
}

function draw(page: PDFPage, word: Line, line: Line): void {
  const { width, height } = page.getSize();
  const light = page.doc.context.obj({ Type: 'ExtGState', ca: OPACITY });
  const small = Math.min(8.5, (0.9 * width) / line.width, height / 4);
  page.pushOperators(pushGraphicsState(), setFillingColor(colourOf(RED)));
  line.show(small, [1, 0, 0, 1, (width - line.width * small) / 2, height - 1.6 * small]);
  page.pushOperators(
    setGraphicsState(page.node.newExtGState('GS', page.doc.context.register(light))),
  );
  word.show(...acrossOf(word.width, width, height));
  page.pushOperators(popGraphicsState());
}

type Matrix = [number, number, number, number, number, number];

/** From corner to corner, as large as fits: the word's corners, turned, stay on the page. */
function acrossOf(wordWidth: number, width: number, height: number): [number, Matrix] {
  const angle = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const across = wordWidth * cos + CAPITALS * sin;
  const up = wordWidth * sin + CAPITALS * cos;
  const size = 0.86 * Math.min(width / across, height / up);
  const [length, tall] = [wordWidth * size, CAPITALS * size];
  const x = width / 2 - (length * cos - tall * sin) / 2;
  const y = height / 2 - (length * sin + tall * cos) / 2;
  return [size, [cos, sin, -sin, cos, x, y]];
}

class Line {
  readonly #page: PDFPage;
  readonly #runs: readonly GlyphRun[];
  /** At size 1. */
  readonly width: number;

  constructor(page: PDFPage, runs: readonly GlyphRun[]) {
    this.#page = page;
    this.#runs = runs;
    this.width = runs.reduce((sum, run) => sum + run.width, 0);
  }

  show(size: number, matrix: Matrix): void {
    const round = (number: number): number => Number(number.toFixed(4));
    const [a, b, c, d, e, f] = matrix.map(round) as Matrix;
    this.#page.pushOperators(beginText(), setTextMatrix(a, b, c, d, e, f));
    for (const { font, codes } of this.#runs) {
      const key = this.#page.node.newFontDictionary(font.name, font.ref);
      this.#page.pushOperators(setFontAndSize(key, round(size)), showText(PDFHexString.of(codes)));
    }
    this.#page.pushOperators(endText());
  }
}
