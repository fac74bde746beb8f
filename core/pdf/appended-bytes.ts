// The bytes that an incremental update appended, looked at one by one (ISO 32000-2 7.5.6): nothing but
// objects, one cross-reference section that lists exactly them, and the end. Whatever else stands there
// could be what another reader shows.
import { readIndirectObject } from './indirect-object.ts';
import { Keyword, latin1 } from './lexer.ts';
import { integerOf, isArray, PdfDict, type PdfObject, PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';
import type { ChainLink } from './xref/chain.ts';
import type { XrefEntry, XrefSection } from './xref/section.ts';

/** What is wrong with the bytes of a revision. */
export type StructureFault =
  /** More sections than one make the revision, or it has no end. */
  | 'sections'
  /** Bytes that are neither object nor section. */
  | 'unknown-bytes'
  /** A cross-reference section that the file's chain of sections does not know. */
  | 'second-xref'
  /** An object that the section does not list. */
  | 'unlisted-object'
  /** A listed object that does not stand where the section says. */
  | 'misplaced-object'
  /** A number listed twice, or in a way that readers understand differently. */
  | 'ambiguous-entry'
  /** The end is not `startxref`, the section's offset, `%%EOF`. */
  | 'startxref'
  /** Later sections lead to another section of the signed revision than its own end does. */
  | 'bypassed-section'
  /** Comments or strings that could be taken for syntax. */
  | 'comment'
  /** A dictionary with a key written twice. */
  | 'repeated-key'
  /** Something other than white space after the last revision. */
  | 'appended-bytes'
  /** The same, and it could be read as objects or sections. */
  | 'appended-objects';

export interface Appended {
  readonly faults: ReadonlySet<StructureFault>;
  /** What the revision's section says of each object. */
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** Objects said to stand in the bytes of earlier revisions. */
  readonly backward: ReadonlySet<number>;
}

/** Objects of all appended revisions that are looked at one by one. */
const MAX_ENTRIES = 2_000_000;
const ENTRY_WORK = 16;
/** What a trailer has no reason to hold, even in its strings. */
const MISLEADING = /xref|trailer|%%EOF|\bobj\b/;
const HIDDEN = /\b(?:obj|endobj|stream|xref|startxref|trailer)\b|%PDF-|%%EOF|<<|>>/;

/**
 * @param reader the file as of the revision; `start` is where the revision before ended
 * @throws {PdfError} PDF_LIMIT_EXCEEDED, and PDF_XREF_BROKEN for an entry that is none
 */
export async function readAppended(reader: PdfReader, start: number): Promise<Appended> {
  const [link] = reader.links;
  if (link === undefined) throw new PdfError('PDF_XREF_BROKEN');
  const walk = new AppendedWalk(reader, link, start);
  await walk.run();
  const { entries, backward } = await listed(reader, link, walk);
  return { faults: walk.faults, entries, backward };
}

const ENDING = 128;

/** Whether a revision ends with the offset of the section by which the chain of sections reads it. */
export async function endsWithItsSection({ file, links }: PdfReader): Promise<boolean> {
  const from = Math.max(0, file.size - ENDING);
  const text = latin1(await file.read(from, file.size - from));
  const match = /startxref[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+%%EOF[\0\t\n\f\r ]*$/.exec(text);
  return Number(match?.[1] ?? -1) === links[0]?.section.offset;
}

const CHUNK = 64 << 10;
/** Longer than any word that is looked for. */
const OVERLAP = 16;

/** What follows the last revision; null where it is nothing, or only white space. */
export async function faultAfterEnd(
  { file }: PdfReader,
  from: number,
): Promise<'appended-bytes' | 'appended-objects' | null> {
  let fault: 'appended-bytes' | null = null;
  for (let at = from; at < file.size; at += CHUNK) {
    const text = latin1(await file.read(at, CHUNK + OVERLAP));
    if (HIDDEN.test(text)) return 'appended-objects';
    if (/[^\0\t\n\f\r ]/.test(text)) fault = 'appended-bytes';
  }
  return fault;
}

interface Met {
  readonly num: number;
  readonly gen: number;
  readonly position: number;
  /** Offset just after `endobj`. */
  readonly end: number;
}

class AppendedWalk {
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
      const { num, gen, value, end } = await readIndirectObject(this.#reader.file, position);
      if (repeats(value)) this.faults.add('repeated-key');
      const after = value instanceof PdfStream ? await this.#streamEnd(value, end) : end;
      this.objects.set(position, { num, gen, position, end: after });
      return after;
    } catch (error) {
      if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
      this.faults.add('unknown-bytes');
      return null;
    }
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

/** Compares what the section lists with what stands there. */
async function listed(
  reader: PdfReader,
  link: ChainLink,
  walk: AppendedWalk,
): Promise<{ entries: Map<number, XrefEntry>; backward: Set<number> }> {
  const entries = await readEntries(reader, link, walk);
  const backward = new Set<number>();
  /** Listed objects, by number. */
  const placed = new Map<number, Met>();
  for (const [num, entry] of entries) {
    if (entry.kind === 'compressed') {
      const stream = entries.get(entry.stream);
      if (stream?.kind !== 'offset' || stream.offset < walk.start) backward.add(num);
    }
    if (entry.kind !== 'offset') continue;
    if (entry.offset < walk.start) {
      backward.add(num);
      continue;
    }
    const found = await walk.leadsTo(entry.offset);
    if (found?.num === num && found.gen === entry.gen) placed.set(num, found);
    else walk.faults.add('misplaced-object');
  }
  // A cross-reference stream need not list itself (7.5.8.1).
  const own = [link.section, link.hybrid].flatMap((one) =>
    one?.kind === 'stream' ? [one.offset] : [],
  );
  const sections = new Set<number>();
  for (const offset of own) sections.add((await walk.leadsTo(offset))?.position ?? -1);
  for (const met of walk.objects.values()) {
    const known = placed.get(met.num);
    if (known?.position === met.position || sections.has(met.position)) continue;
    if (known === undefined || !(await walk.sameBytes(known, met))) {
      walk.faults.add('unlisted-object');
    }
  }
  return { entries, backward };
}

async function readEntries(
  reader: PdfReader,
  { section, hybrid }: ChainLink,
  walk: AppendedWalk,
): Promise<Map<number, XrefEntry>> {
  const entries = new Map<number, XrefEntry>();
  for (const source of hybrid === null ? [section] : [section, hybrid]) {
    for await (const [num, entry] of source.entries()) {
      reader.spend(ENTRY_WORK);
      const before = entries.get(num);
      // What the table of a hybrid file calls free is for its stream to locate (7.5.8.4).
      if (before === undefined || (source === hybrid && before.kind === 'free')) {
        entries.set(num, entry);
      } else if (!(await samePlace(walk, before, entry))) walk.faults.add('ambiguous-entry');
      if (entries.size > MAX_ENTRIES) {
        throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
      }
    }
  }
  return entries;
}

async function samePlace(walk: AppendedWalk, a: XrefEntry, b: XrefEntry): Promise<boolean> {
  if (a.kind === 'free') return b.kind === 'free';
  if (a.kind !== 'offset' || b.kind !== 'offset' || a.gen !== b.gen) return false;
  if (a.offset === b.offset) return true;
  const [one, other] = [await walk.leadsTo(a.offset), await walk.leadsTo(b.offset)];
  return one !== null && other !== null && walk.sameBytes(one, other);
}

/** Whether a dictionary anywhere in an object has a key twice. */
export function repeats(object: PdfObject): boolean {
  if (object instanceof PdfStream) return repeats(object.dict);
  if (isArray(object)) return object.some(repeats);
  if (!(object instanceof PdfDict)) return false;
  if (object.repeats) return true;
  for (const value of object.entries.values()) if (repeats(value)) return true;
  return false;
}
