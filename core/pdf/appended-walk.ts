// Goes through the bytes of an appended revision, piece by piece (ISO 32000-2 7.5.6).
import { Keyword, latin1 } from './lexer.ts';
import { integerOf, isArray, PdfDict, type PdfObject, PdfRef, PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import { holdsBuried } from './buried-objects.ts';
import { isPlainEnd, isPlainHeader, isPlainTable, isPlainTrailer } from './plain-syntax.ts';
import type { PdfReader } from './reader.ts';
import type { StructureFault } from './structure-fault.ts';
import type { ChainLink } from './xref/chain.ts';
import type { XrefSection } from './xref/section.ts';

/** What a trailer has no reason to hold, even in its strings. */
const MISLEADING = /xref|trailer|%%EOF|\bobj\b/;
/** Words that make bytes look like PDF syntax. */
export const HIDDEN = /\b(?:obj|endobj|stream|xref|startxref|trailer)\b|%PDF-|%%EOF|<<|>>/;

/** Longer than the beginning of an object is. */
const HEADER = 64;

/** An object met in the bytes. */
export interface Met {
  readonly num: number;
  readonly gen: number;
  readonly position: number;
  /** Offset just after `endobj`. */
  readonly end: number;
}

export class AppendedWalk {
  readonly faults = new Set<StructureFault>();
  /** Objects met, by the offset of their first digit. */
  readonly objects = new Map<number, Met>();
  readonly start: number;
  readonly #reader: PdfReader;
  readonly #link: ChainLink;

  constructor(reader: PdfReader, link: ChainLink, start: number) {
    this.#reader = reader;
    this.#link = link;
    this.start = start;
  }

  get end(): number {
    return this.#reader.file.size;
  }

  async run(): Promise<void> {
    await this.#pieces();
    if (this.faults.size > 0) return;
    const { file } = this.#reader;
    const { kind, offset: table, end } = this.#link.section;
    const isKnown = (offset: number): boolean =>
      this.objects.has(offset) || (kind === 'table' && offset >= table && offset < end);
    if (await holdsBuried(file, [this.start, this.end], isKnown)) this.faults.add('buried-object');
  }

  async #pieces(): Promise<void> {
    const { section } = this.#link;
    let table = section.kind === 'stream';
    for (let at = this.start; at < this.end;) {
      const { position, token } = await this.#peek(at);
      if (token === 'number') {
        const next = await this.#object(position);
        if (next === null) return;
        at = next;
      } else if (token === 'xref') {
        if (table || !(await this.#isAt(section.offset, position))) {
          this.faults.add('second-xref');
          return;
        }
        table = true;
        await this.#trailer(section);
        at = section.end;
      } else if (token === 'startxref') {
        await this.#ending(position, table);
        return;
      } else {
        this.faults.add('unknown-bytes');
        return;
      }
    }
    this.faults.add('startxref');
  }

  /** Whether an offset leads to what begins at `position`. */
  async #isAt(offset: number, position: number): Promise<boolean> {
    if (offset === position) return true;
    if (offset > position || position - offset > 16) return false;
    const between = latin1(await this.#reader.file.read(offset, position - offset));
    return !/[^\0\t\n\f\r ]/.test(between);
  }

  async leadsTo(offset: number): Promise<Met | null> {
    for (let position = offset; position <= offset + 16; position += 1) {
      const found = this.objects.get(position);
      if (found !== undefined) return (await this.#isAt(offset, position)) ? found : null;
    }
    return null;
  }

  /** Whether two objects are the same, byte for byte: some writers write one twice. */
  async sameBytes(a: Met, b: Met): Promise<boolean> {
    const length = a.end - a.position;
    if (length !== b.end - b.position) return false;
    const { file } = this.#reader;
    file.spend(length);
    const [one, other] = [await file.read(a.position, length), await file.read(b.position, length)];
    return Buffer.compare(one, other) === 0;
  }

  async #peek(at: number): Promise<{ position: number; token: string }> {
    const { file } = this.#reader;
    const found = await file.parse(at, ({ lexer }, window) => {
      lexer.skipWhite();
      const position = lexer.position;
      const skipped = lexer.sawComment ? latin1(window.subarray(0, position)) : '';
      const token = tokenName(() => lexer.next());
      return { position: at + position, token, skipped };
    });
    // Comments are allowed between objects, and some writers sign their work in them.
    if (HIDDEN.test(found.skipped)) this.faults.add('comment');
    return found;
  }

  async #object(position: number): Promise<number | null> {
    try {
      const found = await this.#reader.objectAt(position);
      const { num, gen, value, end } = found;
      if (found.repeats) this.faults.add('repeated-key');
      const after = value instanceof PdfStream ? await this.#streamEnd(value, end) : end;
      this.objects.set(position, { num, gen, position, end: after });
      await this.#form(position, value instanceof PdfStream ? end : null);
      return after;
    } catch (error) {
      if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
      this.faults.add('unknown-bytes');
      return null;
    }
  }

  /** @param data where the data of a stream begin */
  async #form(position: number, data: number | null): Promise<void> {
    const { file } = this.#reader;
    let plain = isPlainHeader(await file.read(position, HEADER));
    const { section, hybrid } = this.#link;
    for (const one of [section, hybrid]) {
      if (data === null || one?.kind !== 'stream' || !(await this.#isAt(one.offset, position)))
        continue;
      plain &&= isPlainTrailer(latin1(await file.read(position, data - position)));
    }
    if (!plain) this.faults.add('odd-syntax');
  }

  async #streamEnd({ dict }: PdfStream, start: number): Promise<number> {
    const length = integerOf(await this.#reader.resolve(dict.get('Length'))) ?? -1;
    const dataEnd = start + length;
    if (length < 0 || dataEnd > this.end) throw new PdfError('PDF_STREAM_BROKEN');
    return this.#reader.file.parse(dataEnd, (parser) => {
      parser.expect('endstream');
      parser.expect('endobj');
      return dataEnd + parser.lexer.position;
    });
  }

  async #trailer({ trailer, offset, end }: XrefSection): Promise<void> {
    if (repeats(trailer)) this.faults.add('repeated-key');
    const text = latin1(await this.#reader.file.read(offset, end - offset));
    if (!isPlainTable(text)) this.faults.add('odd-syntax');
    const at = text.indexOf('trailer');
    // A string may hold them, and readers that search for words find them there.
    if (MISLEADING.test(text.slice(at + 'trailer'.length))) this.faults.add('comment');
    const comment = await this.#reader.file.parse(offset + at, (parser) => {
      parser.expect('trailer');
      parser.object();
      return parser.lexer.sawComment;
    });
    if (comment) this.faults.add('comment');
  }

  async #ending(position: number, sectionSeen: boolean): Promise<void> {
    const text = latin1(await this.#reader.file.read(position, this.end - position));
    const match = /^startxref[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+%%EOF[\0\t\n\f\r ]*$/.exec(text);
    const { offset } = this.#link.section;
    if (!isPlainEnd(text)) this.faults.add('odd-syntax');
    if (!sectionSeen || Number(match?.[1] ?? -1) !== offset) this.faults.add('startxref');
  }
}

function tokenName(read: () => unknown): string {
  try {
    const token = read();
    if (typeof token === 'number') return 'number';
    return token instanceof Keyword ? token.word : '';
  } catch (error) {
    if (error instanceof PdfError) return '';
    throw error;
  }
}

/** Whether a dictionary anywhere in an object has a key twice, or one that is another's to readers of C strings. */
export function repeats(object: PdfObject): boolean {
  if (typeof object !== 'object' || object === null || object instanceof PdfRef) return false;
  if (object instanceof PdfDict) return dictRepeats(object);
  if (object instanceof PdfStream) return dictRepeats(object.dict);
  if (!isArray(object)) return false;
  // With hundreds of signatures, each revision has lists of hundreds of references.
  for (const item of object) if (!(item instanceof PdfRef) && repeats(item)) return true;
  return false;
}

function dictRepeats(dict: PdfDict): boolean {
  if (dict.repeats) return true;
  for (const [key, value] of dict.entries) {
    // A name holds no NUL (7.3.5); readers that keep it as a C string end it there.
    if (key.includes('\0') || repeats(value)) return true;
  }
  return false;
}
