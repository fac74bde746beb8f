// Reads a PDF lazily: opens by its cross-reference sections and parses an object when it is asked for.
import type { ByteSource } from '../ports/byte-source.ts';
import { FileWindow } from './file-window.ts';
import { decodeStream } from './filters.ts';
import { readIndirectObject } from './indirect-object.ts';
import { LIMITS } from './limits.ts';
import { ObjectStreams } from './object-streams.ts';
import { integerOf, isArray, PdfDict, type PdfObject, PdfRef, PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import { type ChainLink, readStartXref, readXrefChain } from './xref/chain.ts';
import type { XrefEntry } from './xref/section.ts';

const KEPT_OBJECTS = 4096;

export class PdfReader {
  readonly file: FileWindow;
  /** Cross-reference sections, newest first. */
  readonly links: readonly ChainLink[];
  readonly #objects = new Map<string, PdfObject>();
  readonly #streams = new ObjectStreams(this);

  private constructor(file: FileWindow, links: readonly ChainLink[]) {
    this.file = file;
    this.links = links;
  }

  /**
   * Opens a file: reads its cross-reference sections, nothing else.
   * Throws PDF_NOT_A_PDF, PDF_TRUNCATED, PDF_XREF_BROKEN, PDF_LIMIT_EXCEEDED.
   */
  static async open(source: ByteSource): Promise<PdfReader> {
    const file = new FileWindow(source);
    const links = await readXrefChain(file, await readStartXref(file));
    return new PdfReader(file, links);
  }

  /** The newest section's trailer dictionary (for a stream: the stream's dictionary). */
  get trailer(): PdfDict {
    const newest = this.links[0];
    if (newest === undefined) throw new PdfError('PDF_XREF_BROKEN');
    return newest.section.trailer;
  }

  get encrypted(): boolean {
    return this.trailer.get('Encrypt') !== undefined;
  }

  /** The lowest object number that no section speaks of and /Size leaves free. */
  get nextObjectNumber(): number {
    const named = this.links.flatMap(({ section, hybrid }) => [
      section.highest,
      hybrid?.highest ?? -1,
    ]);
    const size = integerOf(this.trailer.get('Size')) ?? 0;
    return named.reduce((high, n) => Math.max(high, n + 1), Math.max(size, 1));
  }

  /** The document catalog. Throws PDF_OBJECT_BROKEN where there is none. */
  async catalog(): Promise<PdfDict> {
    const root = await this.resolve(this.trailer.get('Root'));
    if (!(root instanceof PdfDict)) throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'Root' });
    return root;
  }

  /** Follows references until an object is met; what does not exist is null (7.3.10). */
  async resolve(object: PdfObject | undefined): Promise<PdfObject> {
    let value = object ?? null;
    for (let steps = 0; value instanceof PdfRef; steps += 1) {
      if (steps > LIMITS.referenceChain) {
        throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'references' });
      }
      value = await this.object(value.num, value.gen);
    }
    return value;
  }

  async resolveDict(object: PdfObject | undefined): Promise<PdfDict | undefined> {
    const value = await this.resolve(object);
    return value instanceof PdfDict ? value : undefined;
  }

  async resolveArray(object: PdfObject | undefined): Promise<readonly PdfObject[] | undefined> {
    const value = await this.resolve(object);
    return isArray(value) ? value : undefined;
  }

  /** The object of that number and generation, null where there is none. */
  async object(num: number, gen: number): Promise<PdfObject> {
    const key = `${String(num)} ${String(gen)}`;
    const kept = this.#objects.get(key);
    if (kept !== undefined) return kept;
    const entry = await this.entry(num);
    const value = entry === undefined ? null : await this.#read(num, gen, entry);
    if (this.#objects.size >= KEPT_OBJECTS) this.#objects.clear();
    this.#objects.set(key, value);
    return value;
  }

  /** Where the object is, by the newest section that speaks of it. */
  async entry(num: number): Promise<XrefEntry | undefined> {
    for (const { section, hybrid } of this.links) {
      const entry = await section.lookup(num);
      if (entry !== undefined && entry.kind !== 'free') return entry;
      // In a hybrid-reference file the table hides what only its stream locates (7.5.8.4).
      const hidden = await hybrid?.lookup(num);
      if (hidden !== undefined) return hidden;
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** The stream's data as stored. Throws PDF_STREAM_BROKEN when /Length does not lead to endstream. */
  async encodedData(stream: PdfStream): Promise<Uint8Array> {
    if (stream.data instanceof Uint8Array) return stream.data;
    const length = integerOf(await this.resolve(stream.dict.get('Length'))) ?? -1;
    const { offset } = stream.data;
    if (length < 0 || offset + length > this.file.size) {
      throw new PdfError('PDF_STREAM_BROKEN', { detail: 'Length' });
    }
    if (length > LIMITS.decodedStream)
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'stream' });
    await this.file.parse(offset + length, (parser) => {
      if (!parser.take('endstream')) throw new PdfError('PDF_STREAM_BROKEN', { detail: 'Length' });
    });
    return this.file.read(offset, length);
  }

  /** The stream's data decoded. Throws PDF_FILTER_UNSUPPORTED and as encodedData. */
  async decodedData(stream: PdfStream): Promise<Uint8Array> {
    const data = await this.encodedData(stream);
    return decodeStream(
      stream.dict.with({
        Filter: await this.#deep(stream.dict.get('Filter')),
        DecodeParms: await this.#deep(stream.dict.get('DecodeParms')),
      }),
      data,
    );
  }

  /** An object with the references in its first level resolved. */
  async #deep(object: PdfObject | undefined): Promise<PdfObject | undefined> {
    const value = await this.resolve(object);
    if (isArray(value)) return Promise.all(value.map((item) => this.resolve(item)));
    return value ?? undefined;
  }

  async #read(num: number, gen: number, entry: XrefEntry): Promise<PdfObject> {
    switch (entry.kind) {
      case 'free':
        return null;
      case 'compressed':
        return gen === 0 ? this.#streams.object(num, entry.stream, entry.index) : null;
      case 'offset': {
        if (entry.gen !== gen) return null;
        const found = await readIndirectObject(this.file, entry.offset);
        if (found.num !== num || found.gen !== gen) {
          throw new PdfError('PDF_XREF_BROKEN', { offset: entry.offset, object: num });
        }
        return found.value;
      }
    }
  }
}
