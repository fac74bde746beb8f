// Follows a content stream and says what it lays on the page (ISO 32000-2 8, 11.3.5): areas, lines, pictures,
// text. What that means is the surface's business.
import { APPEARANCE } from './appearance.ts';
import { contentOperations, type Operand } from '../../pdf/text/content-operations.ts';
import { type InlineImage, inlineImage } from '../../pdf/text/inline-image.ts';
import { IDENTITY, type Matrix, matrixOf, multiply } from '../../pdf/text/matrix.ts';
import { isArray, nameOf, PdfDict, PdfName, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { isWhite, lightness, mayBeWhite, type Spaces } from './lightness.ts';
import { spend } from './look-budget.ts';
import { blots, isWritten, type Letters, lettersAfter, NO_LETTERS } from './letters.ts';
import { around, at, clipped, close, extend, numeric, rectangle } from './path-points.ts';
import type { Corners, Point } from './painted-patches.ts';

export interface Paint {
  readonly white: boolean;
  /** What is written in black can be read on it. */
  readonly light: boolean;
  /** From 0, not to be seen, to 1. */
  readonly alpha: number;
  /** Nothing is seen outside of it. */
  readonly clip?: Corners | null;
}

/** Points in the space that the painter was started in. */
export interface Surface {
  fill(path: readonly (readonly Point[])[], evenOdd: boolean, paint: Paint): void;
  /** @param width of the line, in points */
  stroke(points: readonly Point[], width: number, paint: Paint): void;
  /**
   * @param image that fills the matrix's unit square; null for one that cannot be found
   * @param clip nothing is seen outside of it
   */
  picture(ctm: Matrix, image: PdfStream | null, clip: Corners | null): void | Promise<void>;
  /** A shading, or what cannot be read: nobody knows how far it reaches. */
  shade(): void;
  /** @param blots whether its letters may hide what lies under them as an area does */
  text(blots: boolean): void;
  /** There was more than is looked at. */
  tooMuch(): void;
}

/** Of forms within forms. */
const MAX_DEPTH = 4;
/** Dark paint blots out black text even where it is multiplied with it. */
export const LIGHT = APPEARANCE.darkestShade;
/** A shade under black text. */
const BRIGHT = APPEARANCE.darkestHighlight;

export interface State extends Spaces {
  ctm: Matrix;
  width: number;
  multiplied: boolean;
  /** Within a group that does not see what it lies on (11.4.5): modes chosen there mix nothing with it. */
  isolated: boolean;
  fill: number;
  stroke: number;
  fillWhite: boolean;
  strokeWhite: boolean;
  /** White, or of a colour of which nobody knows that it is not. */
  fillMaybeWhite: boolean;
  /** White, or of a colour of which nobody knows that it is not. */
  strokeMaybeWhite: boolean;
  letters: Letters;
  fillAlpha: number;
  strokeAlpha: number;
  /** Around what may be seen (8.5.4); null: all. */
  clip: Corners | null;
}

export const START: State = {
  ...{ ctm: IDENTITY, width: 1, multiplied: false, isolated: false, fill: 0, stroke: 0 },
  ...{ fillSpace: 'DeviceGray', strokeSpace: 'DeviceGray', fillAlpha: 1, strokeAlpha: 1 },
  ...{ fillWhite: false, strokeWhite: false, fillMaybeWhite: false, clip: null },
  ...{ strokeMaybeWhite: false, letters: NO_LETTERS },
};

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
            shapes: await this.#drawsShapes(await this.#named(resources, 'Font', operands.at(-2))),
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
          await this.#graphicsState(resources, operands[0], state);
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
          colour(operator, operands, state);
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

  /** Letters that are drawn as anything at all (9.6.4), or are no letters but squares and the like. */
  async #drawsShapes(font: PdfObject): Promise<boolean> {
    if (!(font instanceof PdfDict)) return false;
    const name = nameOf(await this.#reader.resolve(font.get('BaseFont'))) ?? '';
    return (
      nameOf(await this.#reader.resolve(font.get('Subtype'))) === 'Type3' || /dingbats/i.test(name)
    );
  }

  async #graphicsState(
    resources: PdfDict | undefined,
    name: Operand | undefined,
    state: State,
  ): Promise<void> {
    const dict = await this.#named(resources, 'ExtGState', name);
    if (!(dict instanceof PdfDict)) return;
    const width = await this.#reader.resolve(dict.get('LW'));
    if (typeof width === 'number') state.width = width;
    const font = (await this.#reader.resolveArray(dict.get('Font'))) ?? [];
    if (font.length > 0) {
      const shapes = await this.#drawsShapes(await this.#reader.resolve(font[0]));
      const size = await this.#reader.resolve(font[1]);
      state.letters = { ...state.letters, shapes, size: typeof size === 'number' ? size : 0 };
    }
    const [fill, stroke] = [dict.get('ca'), dict.get('CA')];
    state.fillAlpha = await this.#alpha(fill, state.fillAlpha);
    state.strokeAlpha = await this.#alpha(stroke, state.strokeAlpha);
    const mode = await this.#reader.resolve(dict.get('BM'));
    const blend = nameOf(isArray(mode) ? mode[0] : mode);
    if (blend !== undefined && !state.isolated)
      state.multiplied = blend === 'Multiply' || blend === 'Darken';
  }

  async #alpha(object: PdfObject | undefined, before: number): Promise<number> {
    const alpha = await this.#reader.resolve(object);
    return typeof alpha === 'number' ? Math.min(Math.max(alpha, 0), 1) : before;
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

/** Keeps how light the colours are: the largest of red, green, blue. */
function colour(operator: string, operands: readonly Operand[], state: State): void {
  const light = lightness(operator, operands, state);
  const white = isWhite(operator, operands, state);
  if (/^(?:g|rg|k|sc|scn)$/.test(operator)) {
    [state.fill, state.fillWhite] = [light, white];
    state.fillMaybeWhite = mayBeWhite(operator, operands, state);
  } else if (/^(?:G|RG|K|SC|SCN)$/.test(operator)) {
    [state.stroke, state.strokeWhite] = [light, white];
    state.strokeMaybeWhite = mayBeWhite(operator, operands, state);
  } else if (operator === 'cs' || operator === 'CS') {
    const [space] = operands;
    const name = space instanceof PdfName ? space.value : '';
    if (operator === 'cs') {
      [state.fillSpace, state.fill, state.fillWhite] = [name, 0, false];
      state.fillMaybeWhite = false;
    } else {
      [state.strokeSpace, state.stroke, state.strokeWhite] = [name, 0, false];
      state.strokeMaybeWhite = false;
    }
  }
}
