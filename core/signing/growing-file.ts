// The new file while it grows: the original copied, then one increment after the other, digested on the
// way. No byte is read twice, however many signatures and time stamps are added.
import { createHash, type Hash } from 'node:crypto';
import type { DigestAlgorithm } from '../domain/signature-algorithm.ts';
import { PenaError } from '../domain/pena-error.ts';
import { Chunks } from '../pdf/chunks.ts';
import { heldSha256 } from '../pdf/held-digest.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import type { AtomicOutput } from '../ports/atomic-output.ts';
import type { ByteSource } from '../ports/byte-source.ts';

/** What a signature's digest leaves out: offsets in the whole file. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

export interface CopyInput {
  readonly source: ByteSource;
  readonly output: AtomicOutput;
  /** The digests that will be asked for, SHA-256 always among them. */
  readonly hashes: readonly DigestAlgorithm[];
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (done: number) => void;
}

export class GrowingFile implements ByteSource {
  readonly #output: AtomicOutput;
  /** Over all bytes but those of an increment whose gap is still open. */
  readonly #hashes: ReadonlyMap<DigestAlgorithm, Hash>;
  #open: { readonly bytes: Buffer; readonly gap: Gap } | null = null;
  #size = 0;

  private constructor(output: AtomicOutput, hashes: ReadonlyMap<DigestAlgorithm, Hash>) {
    this.#output = output;
    this.#hashes = hashes;
  }

  /** @throws {PenaError} FILE_*, CANCELLED */
  static async copyOf(input: CopyInput): Promise<GrowingFile> {
    const names = new Set<DigestAlgorithm>(['sha256', ...input.hashes]);
    const { held } = input.source;
    // In memory: what is written is what was digested, and may have been already.
    const digested = held === undefined ? null : heldSha256(held);
    const begun = (name: DigestAlgorithm): Hash =>
      (name === 'sha256' ? digested : null) ?? createHash(name);
    const hashes = new Map([...names].map((name) => [name, begun(name)]));
    const file = new GrowingFile(input.output, hashes);
    const open = [...hashes.values()].filter((hash) => hash !== digested);
    await copyOriginal(input, (chunk) => {
      for (const hash of open) hash.update(chunk);
    });
    file.#size = input.source.size;
    return file;
  }

  get size(): number {
    return this.#size;
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return this.#output.read(offset, length);
  }

  /** SHA-256 of all that is there, lower-case hexadecimal. Not while a gap is open. */
  sha256(): string {
    return Buffer.from(this.#digest('sha256', [])).toString('hex');
  }

  /** Appends what will not change any more. */
  async append(bytes: Uint8Array): Promise<void> {
    this.#refuseOpen();
    this.#update(bytes);
    this.#size += bytes.length;
    await this.#output.append(bytes);
  }

  /**
   * Appends an increment with a gap to be filled later; returns the digest over everything but the gap.
   * While a gap is open, this is a second attempt with more room: it takes the first one's place.
   */
  async appendWithGap(bytes: Buffer, gap: Gap, hash: DigestAlgorithm): Promise<Uint8Array> {
    const before = this.#open?.bytes.length ?? 0;
    if (bytes.length < before) throw new Error('a second attempt is never shorter');
    const from = this.#size - before;
    this.#open = { bytes, gap };
    this.#size = from + bytes.length;
    await this.#output.patch(from, bytes.subarray(0, before));
    await this.#output.append(bytes.subarray(before));
    return this.#digest(hash, [
      bytes.subarray(0, gap.start - from),
      bytes.subarray(gap.end - from),
    ]);
  }

  /** Fills the open gap; `content` is as long as the gap. */
  async fillGap(content: Buffer): Promise<void> {
    const open = this.#open;
    if (open === null || content.length !== open.gap.end - open.gap.start) {
      throw new Error('no such gap');
    }
    content.copy(open.bytes, open.gap.start - (this.#size - open.bytes.length));
    this.#open = null;
    this.#update(open.bytes);
    await this.#output.patch(open.gap.start, content);
  }

  #update(bytes: Uint8Array): void {
    for (const hash of this.#hashes.values()) hash.update(bytes);
  }

  #digest(name: DigestAlgorithm, more: readonly Uint8Array[]): Uint8Array {
    const hash = this.#hashes.get(name)?.copy();
    if (hash === undefined) throw new Error('digest not kept');
    for (const part of more) hash.update(part);
    return new Uint8Array(hash.digest());
  }

  #refuseOpen(): void {
    if (this.#open !== null) throw new Error('a gap is still open');
  }
}

/** Reads the next part and writes this one while this one is digested. */
async function copyOriginal(
  { source, output, signal, onBytes }: CopyInput,
  digest: (chunk: Uint8Array) => void,
): Promise<void> {
  const chunks = new Chunks(source);
  let reading = chunks.read(0);
  for (let offset = 0; offset < source.size;) {
    const chunk = await reading;
    if (signal?.aborted) throw new PenaError('CANCELLED');
    if (chunk.length === 0) throw new PdfError('PDF_TRUNCATED');
    offset += chunk.length;
    reading = chunks.read(offset);
    const writing = output.append(chunk);
    // Awaited below; until then a failure must not count as unhandled.
    writing.catch(() => undefined);
    digest(chunk);
    await writing;
    onBytes(offset);
  }
}
