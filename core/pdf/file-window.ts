// The file as the parser sees it: blocks kept for a while, windows widened on demand, work bounded.
import type { ByteSource } from '../ports/byte-source.ts';
import { Lexer, WindowTooSmall } from './lexer.ts';
import { LIMITS } from './limits.ts';
import { Parser } from './parser.ts';
import { PdfError } from './pdf-error.ts';

const BLOCK = 64 << 10;
const KEPT_BLOCKS = 64;
const FIRST_WINDOW = 2 << 10;
/** A signature with its zeros; taken at once where it costs nothing. */
const LARGE_WINDOW = 24 << 10;
/** Blocks fetched together at most, where one after the other is asked for: revisions stand all over a file. */
const MAX_RUN = 8;

/** Making a value takes as long as reading so many of its bytes in memory. */
const WEIGHT_PER_PARSED = 4;

/** The work of a parser so far. See FileWindow.spend. */
export function parsedBy({ lexer, weight }: Parser, from = 0): number {
  return lexer.position - from + weight / WEIGHT_PER_PARSED;
}

export class FileWindow {
  readonly size: number;
  readonly #source: ByteSource;
  readonly #blocks: Map<number, Uint8Array>;
  /** Shared by all windows on a file: none of them gets work for nothing. */
  readonly #work: { parsed: number };
  /** The blocks that were fetched last. */
  #last = { from: -1, to: -2, inRow: 0 };

  constructor(source: ByteSource, whole?: FileWindow, size = source.size) {
    this.#source = source;
    this.size = size;
    this.#blocks = whole === undefined ? new Map<number, Uint8Array>() : whole.#blocks;
    this.#work = whole === undefined ? { parsed: 0 } : whole.#work;
  }

  /** Whether all of it is in memory. */
  get inMemory(): boolean {
    return this.#source.held !== undefined;
  }

  /** The file as it was when it ended at `size`. */
  upTo(size: number): FileWindow {
    return new FileWindow(this.#source, this, Math.min(size, this.size));
  }

  /** The same file for another use, which has its own work to spend, and reads it where it is now. */
  again(source = this.#source): FileWindow {
    return new FileWindow(source, undefined, this.size);
  }

  /** Bytes at `offset`; fewer only at the end of the file. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < 0 || offset >= this.size) return new Uint8Array(0);
    const end = Math.min(offset + length, this.size);
    const { held } = this.#source;
    if (held !== undefined) return held.subarray(offset, end);
    const first = Math.floor(offset / BLOCK);
    if (end <= (first + 1) * BLOCK) {
      const block = await this.#block(first);
      return block.subarray(offset - first * BLOCK, end - first * BLOCK);
    }
    if (end <= (first + 2) * BLOCK) {
      const border = (first + 1) * BLOCK;
      const before = (await this.#block(first)).subarray(offset - first * BLOCK);
      const after = (await this.#block(first + 1)).subarray(0, end - border);
      return Buffer.concat([before, after]);
    }
    return this.#source.read(offset, end - offset);
  }

  /** The same where no reading is needed for it, at once; else null. */
  peek(offset: number, length: number): Uint8Array | null {
    if (offset < 0 || offset >= this.size) return null;
    const end = Math.min(offset + length, this.size);
    const { held } = this.#source;
    if (held !== undefined) return held.subarray(offset, end);
    const first = Math.floor(offset / BLOCK);
    if (end > (first + 1) * BLOCK) return null;
    const block = this.#blocks.get(first);
    return block?.subarray(offset - first * BLOCK, end - first * BLOCK) ?? null;
  }

  /**
   * Runs `parse` on a window that starts at `offset`, widening it until the parse no longer reaches
   * its end. `base` of the lexer is `offset`. Throws PDF_LIMIT_EXCEEDED and what `parse` throws.
   */
  async parse<T>(offset: number, parse: (parser: Parser, window: Uint8Array) => T): Promise<T> {
    for (let length = FIRST_WINDOW; ; length *= 8) {
      const window =
        (length === FIRST_WINDOW ? this.peek(offset, LARGE_WINDOW) : null) ??
        (await this.read(offset, Math.min(length, LIMITS.objectBytes)));
      const atEnd = offset + window.length >= this.size;
      const parser = new Parser(new Lexer(window, offset, atEnd));
      try {
        return parse(parser, window);
      } catch (error) {
        if (!(error instanceof WindowTooSmall)) throw error;
        if (length >= LIMITS.objectBytes) {
          throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'object' });
        }
      } finally {
        this.spend(parsedBy(parser));
      }
    }
  }

  /**
   * Counts work as bytes looked at, so that no file keeps the reader busy out of proportion to its
   * size. Throws PDF_LIMIT_EXCEEDED.
   */
  spend(bytes: number): void {
    this.#work.parsed += bytes;
    if (this.#work.parsed > LIMITS.parsedBytes + LIMITS.parsedTimesSize * this.#source.size) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'work' });
    }
  }

  async #block(index: number): Promise<Uint8Array> {
    const kept = this.#blocks.get(index);
    if (kept) {
      this.#blocks.delete(index);
      this.#blocks.set(index, kept);
      return kept;
    }
    const { from, to, inRow } = this.#run(index);
    const bytes = await this.#source.read(from * BLOCK, (to - from + 1) * BLOCK);
    this.#last = { from, to, inRow };
    for (let at = from; at <= to; at += 1) {
      this.#keep(at, bytes.subarray((at - from) * BLOCK, (at - from + 1) * BLOCK));
    }
    return bytes.subarray((index - from) * BLOCK, (index - from + 1) * BLOCK);
  }

  /** Which blocks to fetch for this one: some more in the direction in which they have been asked for. */
  #run(index: number): { from: number; to: number; inRow: number } {
    const { from, to } = this.#last;
    const up = index === to + 1;
    const inRow = up || index === from - 1 ? this.#last.inRow + 1 : 0;
    // Twice may be chance.
    const more = inRow < 3 ? 0 : MAX_RUN - 1;
    return up
      ? { from: index, to: index + more, inRow }
      : { from: Math.max(0, index - more), to: index, inRow };
  }

  #keep(index: number, block: Uint8Array): void {
    if (block.length === 0) return;
    this.#blocks.delete(index);
    this.#blocks.set(index, block);
    if (this.#blocks.size > KEPT_BLOCKS) {
      const oldest = this.#blocks.keys().next();
      if (oldest.done !== true) this.#blocks.delete(oldest.value);
    }
  }
}
