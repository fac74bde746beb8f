// A document of one page that shows one picture of another document and nothing else (ISO 32000-2 8.9.5): so that
// the picture can be read where nothing else is at stake. What other filters lie over the picture's own is undone,
// and what says little of how light it is, a colour profile, is left out.
import { decodeStream } from '../../pdf/filters.ts';
import { serialize } from '../../pdf/increment/serialize.ts';
import {
  integerOf,
  isArray,
  nameOf,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
} from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { MOST_SAMPLES } from '../../ports/picture-decoder.ts';

export interface PictureDocument {
  readonly bytes: Uint8Array;
  /** How much decoding there is, in samples of eight bits. */
  readonly work: number;
}

/** Filters that are read with the picture (7.4.7 to 7.4.9), by all the names that they have. */
const OWN: Readonly<Record<string, string>> = {
  ...{ DCTDecode: 'DCTDecode', DCT: 'DCTDecode', JPXDecode: 'JPXDecode' },
  ...{ CCITTFaxDecode: 'CCITTFaxDecode', CCF: 'CCITTFaxDecode', JBIG2Decode: 'JBIG2Decode' },
};
const KEPT = ['Type', 'Subtype', 'Width', 'Height', 'BitsPerComponent', 'Decode', 'SMaskInData'];
/** Objects, entries of one, and how deep: of colour spaces and their functions. */
const MOST = { objects: 30, entries: 600, depth: 8 };
/** Across: more than any scanner writes. */
const MOST_COLUMNS = 65_536;
/** The first number that is free for what the picture refers to. */
const FIRST = 6;

/** Null for one that is too large, or put together as no program does it. */
export async function pictureDocument(
  reader: PdfReader,
  image: PdfStream,
): Promise<PictureDocument | null> {
  try {
    const copy = new Copy(reader);
    const picture = await copy.picture(image, true);
    return { bytes: bytesOf(picture, copy.objects), work: copy.work };
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return null;
  }
}

class Copy {
  readonly objects: PdfObject[] = [];
  work = 0;
  readonly #reader: PdfReader;

  constructor(reader: PdfReader) {
    this.#reader = reader;
  }

  /** @param masked with what says how far it hides what lies under it (11.6.5.3, 8.9.6) */
  async picture(image: PdfStream, masked: boolean): Promise<PdfStream> {
    const { dict } = image;
    const at = async (key: string): Promise<PdfObject> => this.#reader.resolve(dict.get(key));
    const entries = new Map<string, PdfObject>();
    for (const key of KEPT) entries.set(key, await this.#value(dict.get(key), 0));
    entries.set('Type', new PdfName('XObject'));
    entries.set('Subtype', new PdfName('Image'));
    const [width, height] = [integerOf(await at('Width')), integerOf(await at('Height'))];
    const stencil = (await at('ImageMask')) === true;
    // A stencil paints in a colour that is told elsewhere: black, as a rule.
    const space = stencil ? new PdfName('DeviceGray') : await this.#space(dict.get('ColorSpace'));
    const bits = stencil ? 1 : (integerOf(await at('BitsPerComponent')) ?? 8);
    entries.set('ColorSpace', space);
    if (stencil) entries.set('BitsPerComponent', 1);
    const samples = (width ?? 0) * (height ?? 0) * partsOf(space);
    if (!(samples > 0 && samples <= MOST_SAMPLES)) throw tooMuch();
    this.work += (samples * Math.min(bits, 8)) / 8;
    for (const key of masked ? ['SMask', 'Mask'] : []) {
      const mask = await at(key);
      if (mask instanceof PdfStream) {
        const own = (await this.#reader.resolve(mask.dict.get('ImageMask'))) === true;
        const copied = await this.picture(mask, false);
        const changes = own ? { ImageMask: true, ColorSpace: undefined } : {};
        entries.set(key, this.#add(new PdfStream(copied.dict.with(changes), copied.data)));
      } else if (isArray(mask)) entries.set(key, await this.#value(mask, 0));
    }
    return this.#data(image, entries);
  }

  /** A profile says in how many parts (8.6.5.5), and that is enough. */
  async #space(object: PdfObject | undefined): Promise<PdfObject> {
    const space = await this.#reader.resolve(object);
    if (isArray(space) && nameOf(await this.#reader.resolve(space[0])) === 'ICCBased') {
      const profile = await this.#reader.resolve(space[1]);
      const parts = profile instanceof PdfStream ? profile.dict.get('N') : undefined;
      const name = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }[
        integerOf(await this.#reader.resolve(parts)) ?? 0
      ];
      if (name !== undefined) return new PdfName(name);
    }
    if (isArray(space) && nameOf(await this.#reader.resolve(space[0])) === 'Indexed') {
      const [, base, ...table] = space;
      const copied: PdfObject[] = [new PdfName('Indexed'), await this.#space(base)];
      for (const one of table) copied.push(await this.#value(one, 0));
      return copied;
    }
    return this.#value(space, 0);
  }

  async #value(object: PdfObject | undefined, depth: number): Promise<PdfObject> {
    const value = await this.#reader.resolve(object);
    if (depth > MOST.depth) throw tooMuch();
    if (value instanceof PdfStream) {
      const entries = await this.#value(value.dict, depth + 1);
      if (!(entries instanceof PdfDict)) throw tooMuch();
      return this.#add(await this.#data(value, new Map(entries.entries)));
    }
    if (value instanceof PdfDict) {
      if (value.entries.size > MOST.entries) throw tooMuch();
      const entries: [string, PdfObject][] = [];
      for (const [key, one] of value.entries) {
        if (key !== 'Length') entries.push([key, await this.#value(one, depth + 1)]);
      }
      return new PdfDict(entries);
    }
    if (!isArray(value)) return value;
    if (value.length > MOST.entries) throw tooMuch();
    const items: PdfObject[] = [];
    for (const one of value) items.push(await this.#value(one, depth + 1));
    return items;
  }

  /** The data under one filter of a picture's own at most. */
  async #data(stream: PdfStream, entries: Map<string, PdfObject>): Promise<PdfStream> {
    const list = async (key: string): Promise<readonly PdfObject[]> => {
      const given = await this.#value(stream.dict.get(key), 1);
      return isArray(given) ? given : given === null ? [] : [given];
    };
    const [filters, parms] = [await list('Filter'), await list('DecodeParms')];
    const found = filters.findIndex((one) => nameOf(one) !== undefined && ownOf(one) !== undefined);
    const own = found === -1 ? filters.length : found;
    if (own < filters.length - 1) throw tooMuch();
    let data = await this.#reader.encodedData(stream);
    if (own > 0) {
      const over: [string, PdfObject][] = [
        ['Filter', filters.slice(0, own)],
        ['DecodeParms', parms.slice(0, own)],
      ];
      data = decodeStream(new PdfDict(over), data);
    }
    const filter = ownOf(filters[own]);
    const given = parms[own];
    const columns = given instanceof PdfDict ? (integerOf(given.get('Columns')) ?? 0) : 0;
    if (columns > MOST_COLUMNS) throw tooMuch();
    entries.delete('Filter');
    entries.delete('DecodeParms');
    if (filter !== undefined) entries.set('Filter', new PdfName(filter));
    if (filter !== undefined && given instanceof PdfDict) entries.set('DecodeParms', given);
    return new PdfStream(new PdfDict([...entries].filter(([, value]) => value !== null)), data);
  }

  #add(object: PdfObject): PdfRef {
    if (this.objects.length >= MOST.objects) throw tooMuch();
    this.objects.push(object);
    return new PdfRef(FIRST + this.objects.length - 1, 0);
  }
}

const ownOf = (filter: PdfObject | undefined): string | undefined => OWN[nameOf(filter) ?? ''];

function partsOf(space: PdfObject): number {
  return { DeviceGray: 1, G: 1, CalGray: 1, DeviceCMYK: 4, CMYK: 4 }[nameOf(space) ?? ''] ?? 3;
}

function tooMuch(): PdfError {
  return new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'picture' });
}

/** With the picture as object 5, on a page of one point. */
function bytesOf(picture: PdfStream, others: readonly PdfObject[]): Uint8Array {
  const text = (body: string): Buffer => Buffer.from(body, 'latin1');
  const bodies = [
    text('<< /Type /Catalog /Pages 2 0 R >>'),
    text('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    text(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1 1] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    ),
    text('<< /Length 5 >>\nstream\n/I Do\nendstream'),
    ...[picture, ...others].map(serialize),
  ];
  const parts = [text('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  const places = bodies.map((body, i) => {
    const place = length;
    for (const part of [text(`${i + 1} 0 obj\n`), body, text('\nendobj\n')]) add(part);
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = length;
  const size = bodies.length + 1;
  add(text(`xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`));
  add(text(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  // Of memory of its own: it is handed over.
  return new Uint8Array(Buffer.concat(parts));
}
