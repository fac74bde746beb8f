// The characters of a page and where they stand in its user space (ISO 32000-2 9.4): what a content stream
// shows, and what the forms it draws show.
import type { PdfDict } from '../objects.ts';
import {
  isArray,
  nameOf,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { Page } from '../pages.ts';
import type { PdfReader } from '../reader.ts';
import { contentOperations, type Operand, type Operation } from './content-operations.ts';
import { readFont, type TextFont } from './font.ts';
import { IDENTITY, type Matrix, matrixOf, multiply } from './matrix.ts';
import { pageContent } from './page-content.ts';
import type { PlacedGlyph } from './placed-glyph.ts';
import { TextState } from './text-state.ts';

/** Forms within forms. */
const MAX_DEPTH = 12;
/** Saved graphics states. */
const MAX_STATES = 512;
/** Over all pages that one look goes through. */
const MOST = { operations: 20_000_000, glyphs: 5_000_000, forms: 50_000 };
/** Each takes half a kilobyte; a page of small print has some ten thousand. */
const MOST_ON_PAGE = 250_000;
/** Of all fonts' maps together: a thousand fonts with a few hundred codes each, or dozens with tens of thousands. */
const MOST_TOKENS = 3_000_000;

/** What one look through a document shares between its pages: fonts read, and how much is left to do. */
export class TextLook {
  readonly reader: PdfReader;
  readonly #most: typeof MOST;
  /** By number, or where they are written within their resources. */
  readonly #fonts = new Map<number | PdfDict, TextFont>();
  /** Whether text was shown of which nobody knows where: its font is not there, or numbers its letters in its own way. */
  unplaced = false;
  /** By number, XObjects that show no text wherever they are drawn: images, and forms gone through before. */
  readonly silent = new Set<number>();
  /** Forms passed over, as they are drawn within themselves or too deep: what they would show was not seen. */
  passedOver = 0;
  #operations = 0;
  #glyphs = 0;
  #onPage = 0;
  #forms = 0;
  #tokens = 0;

  /** @param most how much is looked at before it is too much */
  constructor(reader: PdfReader, most = MOST) {
    this.reader = reader;
    this.#most = most;
  }

  /** @throws {PdfError} PDF_LIMIT_EXCEEDED and what reading a stream throws */
  async glyphsOf(page: Page): Promise<PlacedGlyph[]> {
    const out: PlacedGlyph[] = [];
    this.#onPage = 0;
    const content = await pageContent(this.reader, page.dict);
    const resources = await this.reader.resolveDict(page.attributes.get('Resources'));
    await new Interpreter(this, out).run(content, resources, IDENTITY, new Set());
    return out;
  }

  /** What a form shows that is drawn with `matrix`, before its own (8.10.1); as glyphsOf. */
  async glyphsOfForm(form: PdfStream, matrix: Matrix): Promise<PlacedGlyph[]> {
    const out: PlacedGlyph[] = [];
    this.#onPage = 0;
    await new Interpreter(this, out).form(form, undefined, matrix, new Set());
    return out;
  }

  async font(object: PdfObject | undefined): Promise<TextFont | null> {
    const dict = await this.reader.resolveDict(object);
    if (dict === undefined) return null;
    const key = object instanceof PdfRef ? object.num : dict;
    const known = this.#fonts.get(key);
    if (known !== undefined) return known;
    const font = await readFont(this.reader, dict, (count) => this.#countTokens(count));
    this.#fonts.set(key, font);
    return font;
  }

  countOperation(): void {
    this.#operations += 1;
    if (this.#operations > this.#most.operations) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'operations' });
    }
  }

  #countTokens(more: number): void {
    this.#tokens += more;
    if (this.#tokens > MOST_TOKENS) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'fonts' });
  }

  countForm(): void {
    this.#forms += 1;
    if (this.#forms > this.#most.forms)
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'forms' });
  }

  countGlyphs(more: number): void {
    this.#glyphs += more;
    this.#onPage += more;
    if (this.#glyphs > this.#most.glyphs || this.#onPage > MOST_ON_PAGE) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'text' });
    }
  }
}

class Interpreter {
  readonly #look: TextLook;
  readonly #out: PlacedGlyph[];

  constructor(look: TextLook, out: PlacedGlyph[]) {
    this.#look = look;
    this.#out = out;
  }

  async run(
    content: Uint8Array,
    resources: PdfDict | undefined,
    start: Matrix,
    within: ReadonlySet<number>,
  ): Promise<void> {
    let state = new TextState(start);
    const saved: TextState[] = [];
    const fonts = await this.#category(resources, 'Font');
    const drawn = await this.#category(resources, 'XObject');
    for (const operation of contentOperations(content)) {
      this.#look.countOperation();
      const { operator, operands } = operation;
      if (operator === 'q') {
        if (saved.length < MAX_STATES) saved.push(state.copy());
      } else if (operator === 'Q') state = saved.pop() ?? state;
      else if (operator === 'Do') {
        const ref = operands[0] instanceof PdfName ? drawn?.get(operands[0].value) : undefined;
        // Pages draw the same mark or picture thousands of times.
        if (!(ref instanceof PdfRef) || this.#look.silent.has(ref.num)) continue;
        await this.#draw(ref, resources, state.ctm, within);
      } else if (operator === 'gs') await this.#setState(operands[0], resources, state);
      else if (operator === 'Tf') {
        const name = operands.at(-2);
        const size = operands.at(-1);
        if (name instanceof PdfName) state.font = await this.#look.font(fonts?.get(name.value));
        if (typeof size === 'number') state.size = size;
      } else this.#text(operation, state);
    }
  }

  #text({ operator, operands }: Operation, state: TextState): void {
    const last = operands.at(-1);
    switch (operator) {
      case 'Tj':
        this.#show(state, last);
        break;
      case "'":
        state.nextLine();
        this.#show(state, last);
        break;
      case '"':
        state.set('Tw', operands[0]);
        state.set('Tc', operands[1]);
        state.nextLine();
        this.#show(state, last);
        break;
      case 'TJ':
        if (!isPieces(last)) break;
        for (const piece of last) {
          if (typeof piece === 'number') state.adjust(piece);
          else this.#show(state, piece);
        }
        break;
      default:
        state.operate(operator, operands);
    }
  }

  #show(state: TextState, string: Operand | undefined): void {
    const { font } = state;
    if (!(string instanceof PdfString)) return;
    if (font?.placed !== true && string.bytes.length > 0) this.#look.unplaced = true;
    if (font === null) return;
    this.#look.countGlyphs(Math.ceil(string.bytes.length / font.octets));
    for (const glyph of font.glyphs(string.bytes)) this.#out.push(state.place(glyph, font));
  }

  /** A form XObject (8.10); an image shows no text. */
  async #draw(
    ref: PdfRef,
    resources: PdfDict | undefined,
    ctm: Matrix,
    within: ReadonlySet<number>,
  ): Promise<void> {
    const { reader, silent } = this.#look;
    if (within.size >= MAX_DEPTH || within.has(ref.num)) {
      this.#look.passedOver += 1;
      return;
    }
    const form = await reader.resolve(ref);
    if (!(form instanceof PdfStream) || !(await this.#isForm(form))) {
      silent.add(ref.num);
      return;
    }
    const before = { shown: this.#out.length, passedOver: this.#look.passedOver };
    await this.form(form, resources, ctm, new Set([...within, ref.num]));
    const whole = this.#look.passedOver === before.passedOver;
    // Without resources of its own it depends on whoever draws it.
    const own = await reader.resolveDict(form.dict.get('Resources'));
    if (whole && own !== undefined && this.#out.length === before.shown) silent.add(ref.num);
  }

  async #isForm({ dict }: PdfStream): Promise<boolean> {
    return nameOf(await this.#look.reader.resolve(dict.get('Subtype'))) === 'Form';
  }

  async form(
    form: PdfStream,
    resources: PdfDict | undefined,
    ctm: Matrix,
    within: ReadonlySet<number>,
  ): Promise<void> {
    const { reader } = this.#look;
    this.#look.countForm();
    const matrix = matrixOf(await this.#numbers(form.dict.get('Matrix'))) ?? IDENTITY;
    // A form without resources of its own uses the page's (7.8.3, of older files).
    const own = (await reader.resolveDict(form.dict.get('Resources'))) ?? resources;
    await this.run(await reader.decodedData(form), own, multiply(matrix, ctm), within);
  }

  /** A graphics state dictionary may set the font (table 57). */
  async #setState(
    operand: Operand | undefined,
    resources: PdfDict | undefined,
    state: TextState,
  ): Promise<void> {
    const { reader } = this.#look;
    if (!(operand instanceof PdfName)) return;
    const states = await this.#category(resources, 'ExtGState');
    const dict = await reader.resolveDict(states?.get(operand.value));
    const font = await reader.resolve(dict?.get('Font'));
    if (!isArray(font)) return;
    state.font = await this.#look.font(font[0]);
    const size = await reader.resolve(font[1]);
    if (typeof size === 'number') state.size = size;
  }

  async #category(resources: PdfDict | undefined, key: string): Promise<PdfDict | undefined> {
    return this.#look.reader.resolveDict(resources?.get(key));
  }

  async #numbers(object: PdfObject | undefined): Promise<(number | undefined)[]> {
    const { reader } = this.#look;
    const list = (await reader.resolveArray(object)) ?? [];
    const values = await Promise.all(list.slice(0, 6).map((item) => reader.resolve(item)));
    return values.map((value) => (typeof value === 'number' ? value : undefined));
  }
}

function isPieces(operand: Operand | undefined): operand is readonly (number | PdfString)[] {
  return Array.isArray(operand);
}
