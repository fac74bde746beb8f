// Object streams (ISO 32000-2 7.5.7): decoded once, their objects parsed when asked for.
import { Lexer } from './lexer.ts';
import { integerOf, nameOf, type PdfObject, PdfStream } from './objects.ts';
import { Parser } from './parser.ts';
import { PdfError } from './pdf-error.ts';
import type { XrefEntry } from './xref/section.ts';

/** What an object stream needs of the reader that holds it. */
export interface ObjectSource {
  entry(num: number): Promise<XrefEntry | undefined>;
  object(num: number, gen: number): Promise<PdfObject>;
  resolve(object: PdfObject | undefined): Promise<PdfObject>;
  decodedData(stream: PdfStream): Promise<Uint8Array>;
}

interface Opened {
  readonly bytes: Uint8Array;
  /** Object numbers in order, and where each begins. */
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
}

const KEPT_BYTES = 32 << 20;

export class ObjectStreams {
  readonly #reader: ObjectSource;
  readonly #opened = new Map<number, Opened>();
  readonly #opening = new Set<number>();
  #keptBytes = 0;

  constructor(reader: ObjectSource) {
    this.#reader = reader;
  }

  /** Throws PDF_XREF_BROKEN when the stream does not hold the object where it is said to. */
  async object(num: number, streamNumber: number, index: number): Promise<PdfObject> {
    const stream = await this.#open(streamNumber);
    // The index is a hint in practice; the number decides (7.5.8.3 binds both).
    const at = stream.numbers[index] === num ? index : stream.numbers.indexOf(num);
    const offset = stream.offsets[at];
    if (offset === undefined) throw new PdfError('PDF_XREF_BROKEN', { object: num });
    return new Parser(new Lexer(stream.bytes, null, true, offset)).object();
  }

  async #open(num: number): Promise<Opened> {
    const kept = this.#opened.get(num);
    if (kept) return kept;
    // A stream whose /Length or /Filter lies within itself would never open.
    if (this.#opening.has(num)) throw new PdfError('PDF_XREF_BROKEN', { object: num });
    this.#opening.add(num);
    try {
      const opened = await this.#decode(num);
      if (this.#keptBytes + opened.bytes.length > KEPT_BYTES) {
        this.#opened.clear();
        this.#keptBytes = 0;
      }
      this.#opened.set(num, opened);
      this.#keptBytes += opened.bytes.length;
      return opened;
    } finally {
      this.#opening.delete(num);
    }
  }

  async #decode(num: number): Promise<Opened> {
    const entry = await this.#reader.entry(num);
    const stream = await this.#reader.object(num, 0);
    if (
      entry?.kind !== 'offset' ||
      !(stream instanceof PdfStream) ||
      nameOf(stream.dict.get('Type')) !== 'ObjStm'
    ) {
      throw new PdfError('PDF_XREF_BROKEN', { object: num });
    }
    const bytes = await this.#reader.decodedData(stream);
    const count = integerOf(await this.#reader.resolve(stream.dict.get('N'))) ?? -1;
    const first = integerOf(await this.#reader.resolve(stream.dict.get('First'))) ?? -1;
    if (count < 0 || first < 0 || first > bytes.length || count > bytes.length) {
      throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'ObjStm' });
    }
    const head = new Parser(new Lexer(bytes.subarray(0, first), null, true));
    const numbers: number[] = [];
    const offsets: number[] = [];
    for (let i = 0; i < count; i += 1) {
      numbers.push(head.integer());
      offsets.push(first + head.integer());
    }
    return { bytes, numbers, offsets };
  }
}
