// Takes a page of a small PDF into another document as a form XObject (ISO 32000-2 8.10).
import { deflateSync } from 'node:zlib';
import { isArray, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from '../objects.ts';
import type { Increment } from '../increment/increment.ts';
import { type ObjectTarget, Stencil } from '../increment/stencil.ts';
import { findPage } from '../pages.ts';
import { pageGeometry } from '../page-geometry.ts';
import type { PdfReader } from '../reader.ts';

export type QuarterTurn = 0 | 90 | 180 | 270;

/** Turns the form against the page's own turn, so that it is read upright (12.5.5: /Matrix first). */
const UPRIGHT: Readonly<Record<QuarterTurn, readonly number[]>> = {
  0: [1, 0, 0, 1, 0, 0],
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
};

/**
 * Copies page 1 of `from`, with all it refers to, into `increment`.
 * @param rotate the clockwise turn of the page it will be shown on
 */
export async function importForm(
  from: PdfReader,
  increment: Increment,
  rotate: QuarterTurn,
): Promise<PdfRef> {
  // What is encrypted is so under its own number: nothing of it can be written down beforehand.
  if (increment.encrypts) return copyForm(from, increment, rotate);
  const stencils = STENCILS.get(from) ?? new Map<QuarterTurn, Promise<Stencil>>();
  STENCILS.set(from, stencils);
  const stencil = stencils.get(rotate) ?? Stencil.of((target) => copyForm(from, target, rotate));
  stencils.set(rotate, stencil);
  return (await stencil).printInto(increment);
}

/** By drawing: one goes into many documents. */
const STENCILS = new WeakMap<PdfReader, Map<QuarterTurn, Promise<Stencil>>>();

async function copyForm(
  from: PdfReader,
  target: ObjectTarget,
  rotate: QuarterTurn,
): Promise<PdfRef> {
  const page = await findPage(from, 1);
  const { visible } = await pageGeometry(from, page);
  const copier = new Copier(from, target);
  const dict = new PdfDict([
    ['Type', new PdfName('XObject')],
    ['Subtype', new PdfName('Form')],
    ['BBox', [visible.x, visible.y, visible.x + visible.width, visible.y + visible.height]],
    ['Matrix', UPRIGHT[rotate]],
    ['Resources', await copier.copy(page.attributes.get('Resources') ?? new PdfDict([]))],
    ['Filter', new PdfName('FlateDecode')],
  ]);
  await copier.finish();
  const form = target.allocate();
  const data = deflateSync(await contentOf(from, page.dict.get('Contents')));
  target.set(form, new PdfStream(dict, data));
  return form;
}

/** What a page draws, in one piece. */
export async function contentOf(
  reader: PdfReader,
  contents: PdfObject | undefined,
): Promise<Buffer> {
  const value = await reader.resolve(contents);
  const streams = isArray(value) ? value : [value];
  const parts: Uint8Array[] = [];
  for (const item of streams) {
    const stream = await reader.resolve(item);
    // The pieces of a page's content are joined with white space (7.8.2).
    if (stream instanceof PdfStream)
      parts.push(await reader.decodedData(stream), Buffer.from('\n'));
  }
  return Buffer.concat(parts);
}

/** Copies objects under new numbers, each once. */
class Copier {
  readonly #from: PdfReader;
  readonly #target: ObjectTarget;
  readonly #refs = new Map<number, PdfRef>();
  readonly #open: [PdfRef, PdfRef][] = [];

  constructor(from: PdfReader, target: ObjectTarget) {
    this.#from = from;
    this.#target = target;
  }

  /** Direct objects at once; what they refer to with `finish`. */
  async copy(object: PdfObject): Promise<PdfObject> {
    if (object instanceof PdfRef) return this.#refOf(object);
    if (isArray(object)) return Promise.all(object.map((item) => this.copy(item)));
    if (object instanceof PdfDict) return this.#dict(object);
    if (object instanceof PdfStream) {
      return new PdfStream(await this.#dict(object.dict), await this.#from.encodedData(object));
    }
    return object;
  }

  async finish(): Promise<void> {
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) {
      const [source, target] = next;
      const object = await this.#from.object(source.num, source.gen);
      this.#target.set(target, await this.copy(object));
    }
  }

  async #dict(dict: PdfDict): Promise<PdfDict> {
    const entries: [string, PdfObject][] = [];
    for (const [key, value] of dict.entries) entries.push([key, await this.copy(value)]);
    return new PdfDict(entries);
  }

  #refOf(source: PdfRef): PdfRef {
    const known = this.#refs.get(source.num);
    if (known !== undefined) return known;
    const target = this.#target.allocate();
    this.#refs.set(source.num, target);
    this.#open.push([source, target]);
    return target;
  }
}
