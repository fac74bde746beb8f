// A source from front to end in large pieces, two of them in memory: one at work, one being read.
import type { ByteSource } from '../ports/byte-source.ts';

// Smaller pieces leave the processor waiting between two of them, larger ones fall out of its cache.
const CHUNK = 2 << 20;

export class Chunks {
  readonly #source: ByteSource;
  /** Used in turn, where the source can fill what it is given; new memory for each piece costs more than reading. */
  readonly #buffers: readonly [Uint8Array, Uint8Array] | null;
  #turn: 0 | 1 = 0;

  constructor(source: ByteSource) {
    this.#source = source;
    const size = Math.min(CHUNK, source.size);
    this.#buffers =
      source.readInto === undefined ? null : [new Uint8Array(size), new Uint8Array(size)];
  }

  /**
   * Begins to read the piece at `offset`: awaited later, until then a failure does not count as unhandled.
   * The piece may be used until the next but one is asked for.
   */
  read(offset: number): Promise<Uint8Array> {
    const reading = this.#read(offset, Math.min(CHUNK, this.#source.size - offset));
    reading.catch(() => undefined);
    return reading;
  }

  async #read(offset: number, length: number): Promise<Uint8Array> {
    const buffer = this.#buffers?.[this.#turn];
    this.#turn = this.#turn === 0 ? 1 : 0;
    if (buffer === undefined || this.#source.readInto === undefined) {
      return this.#source.read(offset, length);
    }
    return buffer.subarray(0, await this.#source.readInto(offset, buffer.subarray(0, length)));
  }
}
