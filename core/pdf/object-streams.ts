// Object streams (ISO 32000-2 7.5.7): decoded once, their objects parsed when asked for.
import { parsedBy } from './file-window.ts';
import { Lexer } from './lexer.ts';
import { LIMITS } from './limits.ts';
import { integerOf, nameOf, type PdfObject, PdfStream } from './objects.ts';
import { Parser } from './parser.ts';
import { PdfError } from './pdf-error.ts';
import type { XrefEntry } from './xref/section.ts';

/** What an object stream needs of the reader that holds it. */
export interface ObjectSource {
  entry(num: number): Promise<XrefEntry | undefined>;
  object(num: number, gen: number): Promise<PdfObject>;
  /**
   * Follows references, but none into an object stream: what opening one needs may not lie in one
   * (7.5.7), lest a stream wait for itself. Throws PDF_XREF_BROKEN.
   */
  resolveUncompressed(object: PdfObject | undefined): Promise<PdfObject>;
  /** Decoded data, with the same rule for all that the stream's dictionary refers to. */
  decodedUncompressed(stream: PdfStream): Promise<Uint8Array>;
  /** Counts work. Throws PDF_LIMIT_EXCEEDED. */
  spend(bytes: number): void;
}

/** An object with the bytes of memory that it takes, about. */
export interface WeighedObject {
  readonly value: PdfObject;
  readonly weight: number;
}

interface Opened {
  readonly bytes: Uint8Array;
  /** Object numbers in order, and where each begins. */
  readonly numbers: readonly number[];
  readonly offsets: readonly number[];
  /** Position of a number in `numbers`; made when an index is wrong. */
  positions: Map<number, number> | null;
}

const KEPT_BYTES = 32 << 20;

export class ObjectStreams {
  readonly #reader: ObjectSource;
  readonly #opened = new Map<number, Opened>();
  readonly #opening = new Map<number, Promise<Opened>>();
  #keptBytes = 0;

  constructor(reader: ObjectSource) {
    this.#reader = reader;
  }

  /** Throws PDF_XREF_BROKEN when the stream does not hold the object where it is said to. */
  async object(num: number, streamNumber: number, index: number): Promise<WeighedObject> {
    const stream = await this.#open(streamNumber);
    // The index is a hint in practice; the number decides (7.5.8.3 binds both).
    const at = stream.numbers[index] === num ? index : positionOf(stream, num);
    const offset = stream.offsets[at];
    if (offset === undefined) throw new PdfError('PDF_XREF_BROKEN', { object: num });
    const parser = new Parser(new Lexer(stream.bytes, null, true, offset));
    try {
      const value = parser.object();
      return { value, weight: parser.weight };
    } finally {
      this.#reader.spend(parsedBy(parser, offset));
    }
  }

  /** The numbers of the objects in a stream, in order, as its own head tells them. */
  async numbersIn(streamNumber: number): Promise<readonly number[]> {
    return (await this.#open(streamNumber)).numbers;
  }

  async #open(num: number): Promise<Opened> {
    const kept = this.#opened.get(num);
    if (kept) return kept;
    const pending = this.#opening.get(num);
    if (pending) return pending;
    const opening = this.#decode(num);
    this.#opening.set(num, opening);
    try {
      const opened = await opening;
      this.#keep(num, opened);
      return opened;
    } finally {
      this.#opening.delete(num);
    }
  }

  #keep(num: number, opened: Opened): void {
    for (const [oldest, { bytes }] of this.#opened) {
      if (this.#keptBytes + opened.bytes.length <= KEPT_BYTES) break;
      this.#opened.delete(oldest);
      this.#keptBytes -= bytes.length;
    }
    this.#opened.set(num, opened);
    this.#keptBytes += opened.bytes.length;
  }

  async #decode(num: number): Promise<Opened> {
    const reader = this.#reader;
    const entry = await reader.entry(num);
    const stream = entry?.kind === 'offset' ? await reader.object(num, 0) : null;
    if (!(stream instanceof PdfStream) || nameOf(stream.dict.get('Type')) !== 'ObjStm') {
      throw new PdfError('PDF_XREF_BROKEN', { object: num });
    }
    const bytes = await reader.decodedUncompressed(stream);
    const count = integerOf(await reader.resolveUncompressed(stream.dict.get('N'))) ?? -1;
    const first = integerOf(await reader.resolveUncompressed(stream.dict.get('First'))) ?? -1;
    if (count > LIMITS.streamObjects)
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
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
    return { bytes, numbers, offsets, positions: null };
  }
}

function positionOf(stream: Opened, num: number): number {
  stream.positions ??= new Map(stream.numbers.map((number, at) => [number, at]));
  return stream.positions.get(num) ?? -1;
}
