// Pages that fill from top to bottom: where the pen is, when a new page begins, and the strokes themselves.
// What means something is marked in the structure; what is only there to please the eye is an artifact.
import {
  beginText,
  endText,
  PDFHexString,
  type PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setFillingColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib';
import { colourOf } from '../appearance/colour.ts';
import { type Margin, PAGE } from './sheet.ts';
import type { Structure } from './structure.ts';
import type { Typeface, Weight } from './typeface.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
}

export interface Place {
  readonly x: number;
  /** Of the baseline, from the page's lower edge. */
  readonly y: number;
}

export class Paper {
  readonly document: PDFDocument;
  readonly type: Typeface;
  readonly structure: Structure;
  #page: PDFPage;
  /** Names of fonts among a page's resources, by page. */
  readonly #fonts = new Map<PDFPage, Map<string, PDFName>>();
  readonly #margin: Margin;
  y: number;

  constructor(document: PDFDocument, type: Typeface, structure: Structure, margin: Margin) {
    this.document = document;
    this.type = type;
    this.structure = structure;
    this.#margin = margin;
    this.y = PAGE.height - margin.top;
    this.#page = document.addPage([PAGE.width, PAGE.height]);
  }

  get page(): PDFPage {
    return this.#page;
  }

  /** Where nothing stands on the page yet. */
  get fresh(): boolean {
    return this.y === PAGE.height - this.#margin.top;
  }

  /** What is left of the page, in points. */
  get room(): number {
    return this.y - this.#margin.bottom;
  }

  newPage(): void {
    if (this.fresh) return;
    this.#page = this.document.addPage([PAGE.width, PAGE.height]);
    this.y = PAGE.height - this.#margin.top;
  }

  /** Begins a new page where less room than this is left. */
  keep(height: number): void {
    if (this.y - height < this.#margin.bottom) this.newPage();
  }

  /** Lines of the element that is open, from a baseline downwards. */
  async lines(
    lines: readonly string[],
    style: TextStyle,
    place: Place,
    leading: number,
  ): Promise<void> {
    const { role, id } = this.structure.mark(this.#page);
    this.#page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
        PDFName.of(role),
        `<</MCID ${String(id)}>>`,
      ]),
    );
    for (const [i, line] of lines.entries()) {
      await this.#write(this.#page, line, style, { x: place.x, y: place.y - i * leading });
    }
    this.#page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }

  /** What recurs on each page, such as its number. */
  async artifact(page: PDFPage, line: string, style: TextStyle, place: Place): Promise<void> {
    page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
        PDFName.of('Artifact'),
        '<</Type/Pagination>>',
      ]),
    );
    await this.#write(page, line, style, place);
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }

  /** Strokes and grounds. */
  decorate(draw: (page: PDFPage) => void, page = this.#page): void {
    page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
    );
    draw(page);
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }

  async #write(page: PDFPage, line: string, style: TextStyle, { x, y }: Place): Promise<void> {
    let along = x;
    const operators: PDFOperator[] = [];
    for (const { font, codes, width } of await this.type.glyphs(line, style.weight)) {
      operators.push(
        setFontAndSize(
          this.#fontName(page, font.name, () => page.node.newFontDictionary(font.name, font.ref)),
          style.size,
        ),
        setTextMatrix(1, 0, 0, 1, along, y),
        showText(PDFHexString.of(codes)),
      );
      along += width * style.size;
    }
    page.pushOperators(
      ...[pushGraphicsState(), setFillingColor(colourOf(style.colour)), beginText()],
      ...[...operators, endText(), popGraphicsState()],
    );
  }

  #fontName(page: PDFPage, name: string, make: () => PDFName): PDFName {
    const names = this.#fonts.get(page) ?? new Map<string, PDFName>();
    this.#fonts.set(page, names);
    const known = names.get(name) ?? make();
    names.set(name, known);
    return known;
  }
}
