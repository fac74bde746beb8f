// Follows a content stream and says what it lays on the page (ISO 32000-2 8, 11.3.5): areas, lines, pictures,
// text. What that means is the surface's business.
import { APPEARANCE } from './appearance.ts';
import { contentOperations, type Operand } from '../../pdf/text/content-operations.ts';
import { type InlineImage, inlineImage } from '../../pdf/text/inline-image.ts';
import { IDENTITY, type Matrix, matrixOf, multiply } from '../../pdf/text/matrix.ts';
import { nameOf, type PdfDict, PdfName, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { spend } from './look-budget.ts';
import { blots, isWritten, lettersAfter } from './letters.ts';
import {
  drawsShapes,
  LIGHT,
  setColour,
  setParameters,
  START,
  type State,
} from './painting-state.ts';
import { around, at, clipped, close, extend, numeric, rectangle } from './path-points.ts';
import type { Point } from './painted-patches.ts';
import type { Surface } from './surface.ts';

/** Of forms within forms. */
const MAX_DEPTH = 4;
/** A shade under black text. */
const BRIGHT = APPEARANCE.darkestHighlight;

export async function ownMatrix(reader: PdfReader, dict: PdfDict): Promise<Matrix> {
  const items: PdfObject[] = [];
  for (const item of (await reader.resolveArray(dict.get('Matrix'))) ?? []) {
    items.push(await reader.resolve(item));
  }
  return matrixOf(items.map((item) => (typeof item === 'number' ? item : null))) ?? IDENTITY;
}

export class Painter {
  readonly #reader: PdfReader;
  readonly #surface: Surface;

  constructor(reader: PdfReader, surface: Surface) {
    this.#reader = reader;
    this.#surface = surface;
  }

  /** @param within the resources of what draws it, for forms without their own (7.8.3) */
  async form(stream: PdfStream, outer: State, depth = 0, within?: PdfDict): Promise<void> {
    if (depth > MAX_DEPTH) {
      this.#surface.shade();
      return;
    }
    if (!spend(this.#reader, 1)) {
      this.#surface.tooMuch();
      return;
    }
    if (isElsewhere(stream.dict)) this.#surface.shade();
    const bytes = await this.#data(stream);
    if (bytes === null) return;
    const resources = (await this.#reader.resolveDict(stream.dict.get('Resources'))) ?? within;
    const own = await ownMatrix(this.#reader, stream.dict);
    const group = await this.#reader.resolveDict(stream.dict.get('Group'));
    const isolated = outer.isolated || (await this.#reader.resolve(group?.get('I'))) === true;
    const ctm = multiply(own, outer.ctm);
    const box = await this.#box(stream.dict);
    const clip = box === null ? outer.clip : clipped(outer.clip, [rectangle(ctm, box)]);
    const state = { ...outer, isolated, ctm, clip };
    await this.content(bytes, resources, state, depth);
  }

  async content(
    bytes: Uint8Array,
    resources: PdfDict | undefined,
    start: State = START,
    depth = 0,
  ): Promise<void> {
    spend(this.#reader, bytes.length / 16);
    let state = { ...start };
    const saved: State[] = [];
    let path: Point[][] = [];
    let clips = false;
    for (const { operator, operands, image } of contentOperations(bytes)) {
      if (!spend(this.#reader, 1)) {
        this.#surface.tooMuch();
        return;
      }
      switch (operator) {
        case 'q':
          if (saved.length < 64) saved.push({ ...state });
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state.ctm = multiply(matrixOf(operands) ?? IDENTITY, state.ctm);
          break;
        case 'w':
          state.width = numeric(operands[0]);
          break;
        case 'Tf':
          state.letters = {
            ...state.letters,
            shapes: await drawsShapes(
              this.#reader,
              await this.#named(resources, 'Font', operands.at(-2)),
            ),
            size: numeric(operands.at(-1)),
          };
          break;
        case 'BT':
        case 'Tm':
        case 'Tr':
        case 'Tz':
          state.letters = lettersAfter(operator, operands, state.letters);
          break;
        case 'gs':
          await setParameters(
            this.#reader,
            await this.#named(resources, 'ExtGState', operands[0]),
            state,
          );
          break;
        case 'm':
          path.push([at(state.ctm, operands, 0)]);
          break;
        case 'l':
        case 'c':
        case 'v':
        case 'y':
          extend(path, state.ctm, operands);
          break;
        case 'h':
          close(path);
          break;
        case 're':
          path.push(rectangle(state.ctm, operands));
          break;
        case 'W':
        case 'W*':
          clips = true;
          break;
        case 'Do':
          await this.#object(resources, operands[0], state, depth);
          break;
        case 'sh':
          this.#surface.shade();
          break;
        case 'BI':
          await this.#surface.picture(state.ctm, await this.#inline(resources, image), state.clip);
          break;
        case 'Tj':
        case 'TJ':
        case "'":
        case '"':
          if (isWritten(state)) this.#surface.text(blots(state));
          break;
        default:
          this.#draw(operator, path, state);
          if (/^(?:[fFbB]\*?|[sSn])$/.test(operator)) {
            // The path is painted first (8.5.4).
            if (clips) state.clip = clipped(state.clip, path);
            [path, clips] = [[], false];
          }
          setColour(operator, operands, state);
      }
    }
  }

  #draw(operator: string, path: readonly (readonly Point[])[], state: State): void {
    const { multiplied, fill, stroke, width, ctm, clip } = state;
    if (/^[fFbB]\*?$/.test(operator) && !(multiplied && fill >= LIGHT)) {
      const paint = { white: state.fillWhite, light: fill > BRIGHT, alpha: state.fillAlpha, clip };
      this.#surface.fill(path, operator.endsWith('*'), paint);
    }
    if (/^(?:[sS]|[bB]\*?)$/.test(operator) && !(multiplied && stroke >= LIGHT)) {
      const [a, b, c, d] = ctm;
      const wide = width * Math.max(Math.hypot(a, b), Math.hypot(c, d));
      const { strokeWhite: white, strokeAlpha: alpha } = state;
      const paint = { white, light: stroke > BRIGHT, alpha, clip };
      const closed = /^[sb]/.test(operator);
      for (const points of path) {
        this.#surface.stroke(closed ? around(points) : points, wide, paint);
      }
    }
  }

  /** Of a form, as the operands of a rectangle; null where there is none to be read. */
  async #box(dict: PdfDict): Promise<readonly number[] | null> {
    const [a, b, c, d] = (await this.#reader.resolveArray(dict.get('BBox'))) ?? [];
    if (typeof a !== 'number' || typeof b !== 'number') return null;
    return typeof c === 'number' && typeof d === 'number' ? [a, b, c - a, d - b] : null;
  }

  async #data(stream: PdfStream): Promise<Uint8Array | null> {
    try {
      return await this.#reader.decodedData(stream);
    } catch (error) {
      if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
      this.#surface.shade();
      return null;
    }
  }

  async #named(
    resources: PdfDict | undefined,
    category: string,
    name: Operand | undefined,
  ): Promise<PdfObject> {
    const all = await this.#reader.resolveDict(resources?.get(category));
    return this.#reader.resolve(name instanceof PdfName ? all?.get(name.value) : undefined);
  }

  async #inline(
    resources: PdfDict | undefined,
    image: InlineImage | null | undefined,
  ): Promise<PdfStream | null> {
    if (image === null || image === undefined) return null;
    return inlineImage(image, await this.#reader.resolveDict(resources?.get('ColorSpace')));
  }

  async #object(
    resources: PdfDict | undefined,
    name: Operand | undefined,
    state: State,
    depth: number,
  ): Promise<void> {
    const inner = await this.#named(resources, 'XObject', name);
    if (inner instanceof PdfStream && nameOf(inner.dict.get('Subtype')) === 'Form') {
      await this.form(inner, { ...state }, depth + 1, resources);
    } else {
      const image = inner instanceof PdfStream ? inner : null;
      await this.#surface.picture(state.ctm, image, state.clip);
    }
  }
}

/** What is shown stands in another file (7.3.8.2 /F, 8.10.4 /Ref), or in another language (8.10.1 /PS). */
export function isElsewhere(dict: PdfDict): boolean {
  return ['F', 'Ref', 'PS'].some((key) => dict.get(key) !== undefined);
}
