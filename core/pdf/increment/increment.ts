// An incremental update (ISO 32000-2 7.5.6): changed and new objects, appended; every earlier byte stays.
import { LIMITS } from '../limits.ts';
import { PdfDict, type PdfObject, PdfRef } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfReader } from '../reader.ts';
import { serialize } from './serialize.ts';
import { xrefStream, xrefTable, type WrittenObject } from './xref-section.ts';

export interface BuiltIncrement {
  /** What follows the file's last byte. */
  readonly bytes: Buffer;
  /** Offset in the whole file at which the content of an object set raw begins. */
  offsetOf(ref: PdfRef): number;
}

interface Pending {
  readonly ref: PdfRef;
  /** PDF syntax already where it is a Buffer. */
  readonly content: PdfObject | Buffer;
}

export class Increment {
  readonly #reader: PdfReader;
  readonly #pending = new Map<number, Pending>();
  #next: number;

  constructor(reader: PdfReader) {
    this.#reader = reader;
    this.#next = reader.nextObjectNumber;
  }

  /** Whether objects are encrypted as they are written. */
  get encrypts(): boolean {
    return this.#reader.encryption !== null;
  }

  /** A number for a new object. Throws PDF_LIMIT_EXCEEDED. */
  allocate(): PdfRef {
    if (this.#next > LIMITS.objectNumber) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
    }
    return new PdfRef(this.#next++, 0);
  }

  /** Adds an object, or replaces the one of that number. */
  set(ref: PdfRef, object: PdfObject): void {
    this.#pending.set(ref.num, { ref, content: object });
  }

  /** The dictionary as it will be: as set here, else as the file has it. Throws PDF_OBJECT_BROKEN. */
  async dict(ref: PdfRef): Promise<PdfDict> {
    const pending = this.#pending.get(ref.num)?.content;
    const dict = pending ?? (await this.#reader.resolve(ref));
    if (!(dict instanceof PdfDict)) throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'dict' });
    return dict;
  }

  /** The document catalog and where it is. Throws PDF_OBJECT_BROKEN. */
  async catalog(): Promise<{ readonly ref: PdfRef; readonly dict: PdfDict }> {
    const ref = this.#reader.trailer.get('Root');
    if (!(ref instanceof PdfRef)) throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'Root' });
    return { ref, dict: await this.dict(ref) };
  }

  /** The same with content that is PDF syntax already, encrypted where it has to be. */
  setRaw(ref: PdfRef, content: Buffer): void {
    this.#pending.set(ref.num, { ref, content });
  }

  /** An object as it is to be written as `ref`: encrypted where the file is. */
  sealed(object: PdfObject, ref: PdfRef): PdfObject {
    const { encryption } = this.#reader;
    return encryption === null ? object : encryption.seal(object, ref);
  }

  add(object: PdfObject): PdfRef {
    const ref = this.allocate();
    this.set(ref, object);
    return ref;
  }

  /** Lays the increment out behind the file's `size` bytes. */
  async build(): Promise<BuiltIncrement> {
    const { file, links, trailer } = this.#reader;
    const newest = links[0]?.section;
    if (newest === undefined) throw new PdfError('PDF_XREF_BROKEN');
    const parts: Buffer[] = [];
    let at = file.size;
    const put = (part: Buffer): void => {
      parts.push(part);
      at += part.length;
    };
    // An object begins on a line of its own, whatever the file's last byte is.
    if (!(await endsWithLine(this.#reader))) put(Buffer.from('\n'));
    const objects: WrittenObject[] = [];
    const contents = new Map<number, number>();
    for (const { ref, content } of [...this.#pending.values()].sort(
      (a, b) => a.ref.num - b.ref.num,
    )) {
      objects.push({ num: ref.num, gen: ref.gen, offset: at });
      put(Buffer.from(`${String(ref.num)} ${String(ref.gen)} obj\n`, 'latin1'));
      contents.set(ref.num, at);
      put(Buffer.isBuffer(content) ? content : serialize(this.sealed(content, ref)));
      put(Buffer.from('\nendobj\n', 'latin1'));
    }
    const input = { objects, previousTrailer: trailer, prev: newest.offset, offset: at };
    if (newest.kind === 'table') put(xrefTable({ ...input, size: this.#next }));
    else {
      const { num } = this.allocate();
      put(xrefStream({ ...input, size: this.#next }, num));
    }
    return {
      bytes: Buffer.concat(parts),
      offsetOf: ({ num }) => contents.get(num) ?? -1,
    };
  }
}

async function endsWithLine({ file }: PdfReader): Promise<boolean> {
  const [last] = await file.read(file.size - 1, 1);
  return last === 0x0a || last === 0x0d;
}
