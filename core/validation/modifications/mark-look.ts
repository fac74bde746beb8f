// What an appearance stream paints (ISO 32000-2 8, 11.3.5): whether it lays paint over a patch of the page
// that was legible, writes, or shows a picture. Read with a coarse grid, erring towards "it covers".
import { contentOperations, type Operand } from '../../pdf/text/content-operations.ts';
import { apply, IDENTITY, type Matrix, matrixOf, multiply } from '../../pdf/text/matrix.ts';
import { isArray, nameOf, PdfDict, PdfName, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { spend } from './look-budget.ts';
import { type Corners, PaintedPatches, type Point } from './painted-patches.ts';

export interface Look {
  /** Paint hides what lies under it somewhere. */
  covers: boolean;
  writes: boolean;
  /** An image, a shading, or what cannot be read. */
  pictures: boolean;
}

/** Of forms within forms. */
const MAX_DEPTH = 4;
/** Of dictionaries within /AP. */
const DEEPEST = 3;
/** Dark paint blots out black text even where it is multiplied with it. */
const LIGHT = 0.4;

interface State {
  ctm: Matrix;
  width: number;
  multiplied: boolean;
  fill: number;
  stroke: number;
  fillSpace: string;
  strokeSpace: string;
}

/** All appearances of one annotation, `look` being its /AP or one entry of it; `rect` where it is shown. */
export async function lookOf(
  reader: PdfReader,
  look: PdfObject | undefined,
  rect: Corners | null,
): Promise<Look> {
  const found: Look = { covers: false, writes: false, pictures: false };
  const all = await eachStream(reader, look, 0, async (stream) => {
    const fit = await fitting(reader, stream, rect);
    const painter = new Painter(reader, found);
    if (fit !== null) await painter.form(stream, { ...START, ctm: fit }, 0);
    found.covers ||= fit === null || painter.covered;
  });
  found.covers ||= !all;
  return found;
}

const START: State = {
  ...{ ctm: IDENTITY, width: 1, multiplied: false, fill: 0, stroke: 0 },
  ...{ fillSpace: 'DeviceGray', strokeSpace: 'DeviceGray' },
};

/** /AP, its entries and their states (12.5.5). @returns whether all was seen; false: too many, or too deep */
async function eachStream(
  reader: PdfReader,
  look: PdfObject | undefined,
  depth: number,
  found: (stream: PdfStream) => Promise<void>,
): Promise<boolean> {
  if (!spend(reader, 1)) return false;
  const value = await reader.resolve(look);
  if (value instanceof PdfStream) await found(value);
  if (!(value instanceof PdfDict)) return true;
  if (depth === DEEPEST) return false;
  for (const entry of value.entries.values()) {
    if (!(await eachStream(reader, entry, depth + 1, found))) return false;
  }
  return true;
}

export async function corners(
  reader: PdfReader,
  object: PdfObject | undefined,
): Promise<Corners | null> {
  const found: number[] = [];
  for (const item of (await reader.resolveArray(object)) ?? []) {
    const number = await reader.resolve(item);
    if (typeof number === 'number') found.push(number);
  }
  const [a, b, c, d] = found;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return found.length === 4
    ? [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
    : null;
}

/** From the form's space to the page's (12.5.5, algorithm 8), without the form's own matrix. */
async function fitting(
  reader: PdfReader,
  { dict }: PdfStream,
  rect: Corners | null,
): Promise<Matrix | null> {
  const box = await corners(reader, dict.get('BBox'));
  if (box === null || rect === null) return null;
  const own = await ownMatrix(reader, dict);
  const points = [
    ...[apply(own, box[0], box[1]), apply(own, box[2], box[1])],
    ...[apply(own, box[0], box[3]), apply(own, box[2], box[3])],
  ];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - x0, Math.max(...ys) - y0];
  if (wide <= 0 || high <= 0) return null;
  const [sx, sy] = [(rect[2] - rect[0]) / wide, (rect[3] - rect[1]) / high];
  return [sx, 0, 0, sy, rect[0] - x0 * sx, rect[1] - y0 * sy];
}

async function ownMatrix(reader: PdfReader, dict: PdfDict): Promise<Matrix> {
  const items: PdfObject[] = [];
  for (const item of (await reader.resolveArray(dict.get('Matrix'))) ?? []) {
    items.push(await reader.resolve(item));
  }
  return matrixOf(items.map((item) => (typeof item === 'number' ? item : null))) ?? IDENTITY;
}

class Painter {
  readonly #reader: PdfReader;
  readonly #look: Look;
  readonly #patches: PaintedPatches;

  constructor(reader: PdfReader, look: Look) {
    this.#reader = reader;
    this.#look = look;
    this.#patches = new PaintedPatches(reader);
  }

  /** What the patches say of all that was drawn so far. */
  get covered(): boolean {
    return this.#patches.covered;
  }

  async form(stream: PdfStream, outer: State, depth: number): Promise<void> {
    if (depth > MAX_DEPTH) {
      this.#look.pictures = true;
      return;
    }
    if (!spend(this.#reader, 1)) {
      this.#look.covers = true;
      return;
    }
    const bytes = await this.#data(stream);
    if (bytes === null) return;
    spend(this.#reader, bytes.length / 16);
    const resources = await this.#reader.resolveDict(stream.dict.get('Resources'));
    const own = await ownMatrix(this.#reader, stream.dict);
    let state: State = { ...outer, ctm: multiply(own, outer.ctm) };
    const saved: State[] = [];
    let path: Point[][] = [];
    for (const { operator, operands } of contentOperations(bytes)) {
      if (!spend(this.#reader, 1)) {
        this.#look.covers = true;
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
        case 'gs':
          await this.#graphicsState(resources, operands[0], state);
          break;
        case 'm':
          path.push([at(state, operands, 0)]);
          break;
        case 'l':
        case 'c':
        case 'v':
        case 'y':
          extend(path, state, operands);
          break;
        case 'h':
          close(path);
          break;
        case 're':
          path.push(rectangle(state, operands));
          break;
        case 'n':
          path = [];
          break;
        case 'Do':
          await this.#object(resources, operands[0], state, depth);
          break;
        case 'BI':
        case 'sh':
          this.#look.pictures = true;
          break;
        case 'Tj':
        case 'TJ':
        case "'":
        case '"':
          this.#look.writes = true;
          break;
        default:
          this.#draw(operator, path, state);
          if (/^(?:[fFbB]\*?|[sS])$/.test(operator)) path = [];
          colour(operator, operands, state);
      }
    }
  }

  #draw(operator: string, path: readonly (readonly Point[])[], state: State): void {
    const { multiplied, fill, stroke, width, ctm } = state;
    if (/^[fFbB]\*?$/.test(operator) && !(multiplied && fill >= LIGHT)) {
      for (const points of path) this.#patches.fill(points);
    }
    if (/^(?:[sS]|[bB]\*?)$/.test(operator) && !(multiplied && stroke >= LIGHT)) {
      const [a, b, c, d] = ctm;
      const wide = width * Math.max(Math.hypot(a, b), Math.hypot(c, d));
      const closed = /^[sb]/.test(operator);
      for (const points of path) this.#patches.stroke(closed ? around(points) : points, wide);
    }
  }

  async #data(stream: PdfStream): Promise<Uint8Array | null> {
    try {
      return await this.#reader.decodedData(stream);
    } catch (error) {
      if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
      this.#look.pictures = true;
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

  async #graphicsState(
    resources: PdfDict | undefined,
    name: Operand | undefined,
    state: State,
  ): Promise<void> {
    const dict = await this.#named(resources, 'ExtGState', name);
    if (!(dict instanceof PdfDict)) return;
    const width = await this.#reader.resolve(dict.get('LW'));
    if (typeof width === 'number') state.width = width;
    const mode = await this.#reader.resolve(dict.get('BM'));
    const blend = nameOf(isArray(mode) ? mode[0] : mode);
    if (blend !== undefined) state.multiplied = blend === 'Multiply' || blend === 'Darken';
  }

  async #object(
    resources: PdfDict | undefined,
    name: Operand | undefined,
    state: State,
    depth: number,
  ): Promise<void> {
    const inner = await this.#named(resources, 'XObject', name);
    if (inner instanceof PdfStream && nameOf(inner.dict.get('Subtype')) === 'Form') {
      await this.form(inner, { ...state }, depth + 1);
    } else this.#look.pictures = true;
  }
}

function around(points: readonly Point[]): readonly Point[] {
  const [first] = points;
  return first === undefined ? points : [...points, first];
}

const numeric = (operand: Operand | undefined): number =>
  typeof operand === 'number' ? operand : 0;

function at({ ctm }: State, operands: readonly Operand[], index: number): Point {
  return apply(ctm, numeric(operands[index]), numeric(operands[index + 1]));
}

/** A curve is taken for the way over its control points. */
function extend(path: Point[][], state: State, operands: readonly Operand[]): void {
  const current = path.at(-1);
  for (let i = 0; i + 1 < operands.length; i += 2) current?.push(at(state, operands, i));
}

function close(path: Point[][]): void {
  const current = path.at(-1);
  const first = current?.[0];
  if (first !== undefined) current?.push(first);
}

function rectangle({ ctm }: State, operands: readonly Operand[]): Point[] {
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

/** Keeps how light the colours are: the largest of red, green, blue. */
function colour(operator: string, operands: readonly Operand[], state: State): void {
  const light = lightness(operator, operands, state);
  if (/^(?:g|rg|k|sc|scn)$/.test(operator)) state.fill = light;
  else if (/^(?:G|RG|K|SC|SCN)$/.test(operator)) state.stroke = light;
  else if (operator === 'cs' || operator === 'CS') {
    const [space] = operands;
    const name = space instanceof PdfName ? space.value : '';
    if (operator === 'cs') [state.fillSpace, state.fill] = [name, 0];
    else [state.strokeSpace, state.stroke] = [name, 0];
  }
}

function lightness(operator: string, operands: readonly Operand[], state: State): number {
  if (!operands.every((one) => typeof one === 'number')) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = operands;
  if (operands.length === 3) return Math.max(a, b, c);
  if (operands.length === 4) return (1 - d) * (1 - Math.min(a, b, c));
  const space = /^S/.test(operator) ? state.strokeSpace : state.fillSpace;
  // One part of a colour space that is not known may as well be black ink.
  return /^[gG]$/.test(operator) || space === 'DeviceGray' ? a : 0;
}

/** Whether a colour array (table 166, /C) is light enough to read through; none is the viewer's own. */
export async function isLight(reader: PdfReader, object: PdfObject | undefined): Promise<boolean> {
  const parts: number[] = [];
  for (const item of (await reader.resolveArray(object)) ?? []) {
    const part = await reader.resolve(item);
    parts.push(typeof part === 'number' ? part : 0);
  }
  if (parts.length === 0) return true;
  const operator = parts.length === 1 ? 'g' : 'sc';
  return lightness(operator, parts, START) >= LIGHT;
}
