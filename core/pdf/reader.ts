// Reads a PDF lazily: opens by its cross-reference sections and parses an object when it is asked for.
import type { ByteSource } from '../ports/byte-source.ts';
import { type AccessPermissions, EVERYTHING } from './crypt/access-permissions.ts';
import { Encryption } from './crypt/encryption.ts';
import { readParameters } from './crypt/parameters.ts';
import { unlock } from './crypt/unlock.ts';
import { FileWindow } from './file-window.ts';
import { type IndirectObject, readIndirectObject } from './indirect-object.ts';
import { LIMITS } from './limits.ts';
import { ObjectStreams, type WeighedObject } from './object-streams.ts';
import type { PdfStream } from './objects.ts';
import { integerOf, isArray, PdfDict, type PdfObject, PdfRef } from './objects.ts';
import { ParsedObjects } from './parsed-objects.ts';
import { PdfError } from './pdf-error.ts';
import { ReadObjects } from './read-objects.ts';
import { decodedStream, encodedStream, type Resolve } from './stream-data.ts';
import { type ChainLink, readStartXref, readXrefChain } from './xref/chain.ts';
import type { XrefEntry } from './xref/section.ts';
import { SectionsOfNumber } from './xref/sections-of-number.ts';

/** Work of asking one section, as parsed bytes. */
const SECTION_WORK = 8;

interface ReadObject extends WeighedObject {
  /** Whether its sections and its octets alone make it what it is, and all its octets were there. */
  readonly settled: boolean;
}

const NOTHING: ReadObject = { value: null, weight: 0, settled: true };

export interface OpenOptions {
  /** Of an encrypted file, the owner's or the user's, in UTF-8; the caller wipes it. */
  readonly password?: Uint8Array | undefined;
}

export class PdfReader {
  readonly file: FileWindow;
  /** Cross-reference sections, newest first. */
  readonly links: readonly ChainLink[];
  /** An update cannot take encryption away: that an earlier trailer has it is enough. */
  readonly encrypted: boolean;
  #objects = new ReadObjects();
  /** What stands for the octets: the same in all readers of them, for who keeps what was found in them. */
  content: object = {};
  readonly #streams = new ObjectStreams(this);
  /** Of the whole file, of whose links these are the ones from `#newest` on. */
  readonly #sections: SectionsOfNumber;
  readonly #newest: number;
  /** As written; shared by all revisions. */
  readonly #parsed: ParsedObjects;
  #encryption: Encryption | null = null;

  private constructor(
    file: FileWindow,
    links: readonly ChainLink[],
    sections: SectionsOfNumber,
    newest: number,
    parsed = new ParsedObjects(),
  ) {
    this.file = file;
    this.#parsed = parsed;
    this.links = links;
    this.#sections = sections;
    this.#newest = newest;
    this.encrypted = sections.lastEncrypted >= newest;
  }

  /**
   * Opens a file: reads its cross-reference sections and how it is encrypted, nothing else. From then on
   * strings and streams are met decrypted.
   * Throws PDF_NOT_A_PDF, PDF_TRUNCATED, PDF_XREF_BROKEN, PDF_LIMIT_EXCEEDED; for an encrypted file also
   * PDF_PASSWORD_NEEDED, PDF_PASSWORD_INCORRECT, PDF_ENCRYPTION_UNSUPPORTED, PDF_OBJECT_BROKEN.
   */
  static async open(source: ByteSource, options: OpenOptions = {}): Promise<PdfReader> {
    const file = new FileWindow(source);
    return PdfReader.openAt(file, file.size, options);
  }

  /** The same as if its last section were the one that is named before `end`; all bytes stay in sight. */
  static async openAt(
    file: FileWindow,
    end: number,
    { password }: OpenOptions = {},
  ): Promise<PdfReader> {
    const links = await readXrefChain(file, await readStartXref(file.upTo(end)));
    const reader = new PdfReader(file, links, new SectionsOfNumber(links), 0);
    if (reader.encrypted) await reader.#unlock(password);
    return reader;
  }

  /**
   * Opens a file that begins with the whole of another, which is open: of that one, what was read is
   * taken over, so that only the appended sections and objects are read. As `open` otherwise.
   */
  static async openAppended(
    source: ByteSource,
    before: PdfReader,
    options: OpenOptions = {},
  ): Promise<PdfReader> {
    if (before.encrypted || source.size < before.file.size) return PdfReader.open(source, options);
    const file = new FileWindow(source);
    const links = await readXrefChain(file, await readStartXref(file), before.links);
    const added = links.length - before.links.length;
    const goesOn = before.#newest === 0 && links[added] === before.links[0];
    const sections = new SectionsOfNumber(links, goesOn ? before.#sections : null);
    const reader = new PdfReader(file, links, sections, 0, before.#parsed.appended());
    if (reader.encrypted) await reader.#unlock(options.password);
    else if (goesOn) reader.#objects = new ReadObjects(before.#objects, links.slice(0, added));
    return reader;
  }

  /**
   * The file as it was when `links[newest]` was its last section and `size` its length: nothing that
   * stands behind is seen.
   */
  earlier(newest: number, size: number): PdfReader {
    const reader = new PdfReader(
      ...([this.file.upTo(size), this.links.slice(newest)] as const),
      ...([this.#sections, this.#newest + newest, this.#parsed] as const),
    );
    reader.#encryption = this.#encryption;
    return reader;
  }

  /**
   * The same file for another use, with all that was read of it, and with as much work to spend as one that is
   * opened. Only of one without encryption.
   * @param source of the very same octets; absent: the one that it has, which stays open
   */
  again(source?: ByteSource): PdfReader {
    const oldest = this.links.at(-1);
    // What is spent of a file elsewhere is counted by its oldest section.
    const links = oldest === undefined ? [] : [...this.links.slice(0, -1), { ...oldest }];
    const reader = new PdfReader(
      ...([this.file.again(source), links, this.#sections, this.#newest, this.#parsed] as const),
    );
    reader.#objects = this.#objects;
    reader.content = this.content;
    return reader;
  }

  /** Bytes of memory that parsed objects take, about. */
  get parsedWeight(): number {
    return this.#objects.weight + this.#parsed.weight;
  }

  /** The newest section's trailer dictionary (for a stream: the stream's dictionary). */
  get trailer(): PdfDict {
    const newest = this.links[0];
    if (newest === undefined) throw new PdfError('PDF_XREF_BROKEN');
    return newest.section.trailer;
  }

  /** Null where the file is not encrypted. */
  get encryption(): Encryption | null {
    return this.#encryption;
  }

  /** What the file's author allows to whoever opened it with this password. */
  get permissions(): AccessPermissions {
    return this.#encryption?.permissions ?? EVERYTHING;
  }

  /**
   * The lowest object number that no section speaks of and /Size leaves free. A /Size beyond all
   * numbers there can be is not believed.
   */
  get nextObjectNumber(): number {
    const size = integerOf(this.trailer.get('Size')) ?? 0;
    let next = size > LIMITS.objectNumber + 1 ? 1 : Math.max(size, 1);
    for (const { section, hybrid } of this.links) {
      next = Math.max(next, section.highest + 1, (hybrid?.highest ?? -1) + 1);
    }
    return next;
  }

  /** The document catalog. Throws PDF_OBJECT_BROKEN where there is none. */
  async catalog(): Promise<PdfDict> {
    const root = await this.resolve(this.trailer.get('Root'));
    if (!(root instanceof PdfDict)) throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'Root' });
    return root;
  }

  /** Follows references until an object is met; what does not exist is null (7.3.10). */
  resolve(object: PdfObject | undefined): Promise<PdfObject> {
    // Most entries are written where they belong.
    const here = object instanceof PdfRef ? this.kept(object) : (object ?? null);
    if (here !== undefined && !(here instanceof PdfRef)) return Promise.resolve(here);
    return this.#follow(object, true);
  }

  /** What a reference leads to where that was read already, at once; else undefined. It may be a reference itself. */
  kept({ num, gen }: PdfRef): PdfObject | undefined {
    return this.#objects.get(num, gen);
  }

  /** As `resolveDict` where nothing has to be read for it; undefined where something has, or it is none. */
  keptDict(object: PdfObject | undefined): PdfDict | undefined {
    const here = object instanceof PdfRef ? this.kept(object) : object;
    return here instanceof PdfDict ? here : undefined;
  }

  /** See ObjectSource. */
  async resolveUncompressed(object: PdfObject | undefined): Promise<PdfObject> {
    return this.#follow(object, false);
  }

  async #follow(object: PdfObject | undefined, compressed: boolean): Promise<PdfObject> {
    let value = object ?? null;
    for (let steps = 0; value instanceof PdfRef; steps += 1) {
      if (steps > LIMITS.referenceChain) {
        throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'references' });
      }
      if (!compressed && (await this.entry(value.num))?.kind === 'compressed') {
        throw new PdfError('PDF_XREF_BROKEN', { object: value.num });
      }
      value = await this.object(value.num, value.gen);
    }
    return value;
  }

  async resolveDict(object: PdfObject | undefined): Promise<PdfDict | undefined> {
    const value = await this.resolve(object);
    return value instanceof PdfDict ? value : undefined;
  }

  /**
   * As `resolveDict`, where long strings are of no interest: a signature's contents take longer to read
   * than all the rest of it. Not for an encrypted file's strings, nor kept.
   */
  async resolveOutline(object: PdfObject | undefined): Promise<PdfDict | undefined> {
    if (!(object instanceof PdfRef) || this.encrypted) return this.resolveDict(object);
    const { num, gen } = object;
    if (this.#objects.has(num, gen)) return this.resolveDict(object);
    const entry = await this.entry(num);
    if (entry?.kind !== 'offset' || entry.gen !== gen) return this.resolveDict(object);
    const found =
      this.#parsed.kept(this.file, entry.offset) ??
      (await readIndirectObject(this.file, entry.offset, true));
    if (found.num !== num || found.gen !== gen) return this.resolveDict(object);
    return found.value instanceof PdfDict ? found.value : this.resolveDict(object);
  }

  async resolveArray(object: PdfObject | undefined): Promise<readonly PdfObject[] | undefined> {
    const value = await this.resolve(object);
    return isArray(value) ? value : undefined;
  }

  /** The object of that number and generation, null where there is none. */
  async object(num: number, gen: number): Promise<PdfObject> {
    const kept = this.#objects.get(num, gen);
    if (kept !== undefined) return kept;
    const entry = await this.entry(num);
    const { value, weight, settled } =
      entry === undefined ? NOTHING : await this.#read(num, gen, entry);
    this.#objects.set(num, gen, value, weight, settled);
    return value;
  }

  /** What stands at an offset, as it is written. See `readIndirectObject`. */
  objectAt(offset: number): Promise<IndirectObject> {
    return this.#parsed.at(this.file, offset);
  }

  /** What an object stream says that it holds (7.5.7). Throws PDF_XREF_BROKEN where it is none. */
  numbersIn(objectStream: number): Promise<readonly number[]> {
    return this.#streams.numbersIn(objectStream);
  }

  /** Where the object is, by the newest section that speaks of it. */
  async entry(num: number): Promise<XrefEntry | undefined> {
    const sections = this.#sections;
    for (let at = sections.next(num, this.#newest); at !== undefined;) {
      const link = this.links[at - this.#newest];
      if (link === undefined) return undefined;
      at = sections.next(num, at + 1);
      const { section, hybrid } = link;
      this.spend(SECTION_WORK);
      const known = section.peek(num);
      const entry = known === null ? await section.lookup(num) : known;
      if (entry !== undefined && entry.kind !== 'free') return entry;
      // In a hybrid-reference file the table hides what only its stream locates (7.5.8.4).
      if (hybrid?.has(num) === true) return hybrid.lookup(num);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** The stream's data as stored. Throws PDF_STREAM_BROKEN when /Length does not lead to endstream. */
  async encodedData(stream: PdfStream): Promise<Uint8Array> {
    return encodedStream(this, stream, (object) => this.resolve(object));
  }

  /** The stream's data decoded. Throws PDF_FILTER_UNSUPPORTED and as encodedData. */
  async decodedData(stream: PdfStream): Promise<Uint8Array> {
    return decodedStream(this, stream, (object) => this.resolve(object));
  }

  /** See ObjectSource. */
  async decodedUncompressed(stream: PdfStream): Promise<Uint8Array> {
    return decodedStream(this, stream, (object) => this.resolveUncompressed(object));
  }

  /** See FileWindow. */
  spend(bytes: number): void {
    this.file.spend(bytes);
  }

  async #unlock(password: Uint8Array | undefined): Promise<void> {
    const resolve: Resolve = (object) => this.resolveUncompressed(object);
    // One trailer that is silent about it shows the file in another light than the others do.
    const parameters = await readParameters(
      this.trailer.get('Encrypt'),
      this.trailer.get('ID'),
      resolve,
    );
    this.#encryption = new Encryption(unlock(parameters, password), (bytes) => this.spend(bytes));
    // What was read so far was not decrypted.
    this.#objects.clear();
  }

  /** The encryption dictionary's own strings are not encrypted (7.6.2). */
  #opened(value: PdfObject, num: number, gen: number): PdfObject {
    if (this.#encryption === null) return value;
    const encrypt = this.trailer.get('Encrypt');
    const own = encrypt instanceof PdfRef && encrypt.num === num;
    return own ? value : this.#encryption.open(value, new PdfRef(num, gen));
  }

  async #read(num: number, gen: number, entry: XrefEntry): Promise<ReadObject> {
    switch (entry.kind) {
      case 'free':
        return NOTHING;
      case 'compressed':
        if (gen !== 0) return NOTHING;
        // The object stream may be replaced without a word about what is in it.
        return { ...(await this.#streams.object(num, entry.stream, entry.index)), settled: false };
      case 'offset': {
        if (entry.gen !== gen) return NOTHING;
        const kept = this.#parsed.kept(this.file, entry.offset);
        const found = kept ?? (await this.objectAt(entry.offset));
        if (found.num !== num || found.gen !== gen) {
          throw new PdfError('PDF_XREF_BROKEN', { offset: entry.offset, object: num });
        }
        const value = this.#opened(found.value, num, gen);
        return { value, weight: found.weight, settled: found.seen !== null };
      }
    }
  }
}
