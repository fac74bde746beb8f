// A small file, read in one go. Where one after the other is signed, its memory serves the next when it is closed: new
// memory for each document costs more than reading it, and the garbage of megabytes more than signing. It is taken away
// from whoever holds it still, by detaching (ECMA-262 25.1.3.4), so that nobody can meet another document in it.
import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { basename } from 'node:path';
import { FileError, readError } from '../files/file-error.ts';
import { type FileSource, NO_WAIT } from '../files/file-source.ts';

/** One that is in memory as a whole. */
export interface SmallFile extends FileSource {
  /** Undefined once it is closed. */
  readonly held: Uint8Array | undefined;
  /** Bytes of memory that it takes. */
  readonly memory: number;
  /** Whether the same file lies there still, not written to since it was read. */
  isUnchanged(): boolean;
  /** The same octets for somebody else, who closes it for himself: they stay until all have. */
  share(): SmallFile;
}

/**
 * Null for a file of more than `most` bytes, and for what is no regular file.
 * @param inTurn whether its memory serves the next one: whoever closes it answers for it that nothing is being written
 *   from there, in a thread of the system, any more
 * @throws {FileError} FILE_NOT_FOUND, FILE_NOT_READABLE, FILE_CHANGED
 */
export function readSmall(path: string, most: number, inTurn: boolean): SmallFile | null {
  let fd: number | null = null;
  try {
    fd = openSync(path, constants.O_RDONLY | NO_WAIT);
    const before = fstatSync(fd, { bigint: true });
    const size = Number(before.size);
    if (!before.isFile() || size > most) return null;
    // Filled whole, or thrown away: zeros first would take as long as the reading.
    const room = inTurn ? roomFor(size) : Buffer.allocUnsafeSlow(size).buffer;
    const bytes = new Uint8Array(room, 0, size);
    let done = 0;
    while (done < size) {
      const read = readSync(fd, bytes, done, size - done, done);
      if (read === 0) break;
      done += read;
    }
    const after = fstatSync(fd, { bigint: true });
    if (done < size || !isSame(after, before)) {
      throw new FileError('FILE_CHANGED', { file: basename(path) });
    }
    return new HeldFile(path, before, { bytes, inTurn, users: 0 });
  } catch (thrown) {
    throw readError(thrown, path);
  } finally {
    if (fd !== null) closeSync(fd);
  }
}

interface Octets {
  /** Not written to while there are users. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly inTurn: boolean;
  users: number;
}

class HeldFile implements SmallFile {
  readonly size: number;
  readonly memory: number;
  readonly #path: string;
  readonly #stats: BigIntStats;
  /** Null once it is closed. */
  #octets: Octets | null;

  constructor(path: string, stats: BigIntStats, octets: Octets) {
    octets.users += 1;
    this.#path = path;
    this.#stats = stats;
    this.#octets = octets;
    this.size = octets.bytes.length;
    this.memory = octets.bytes.buffer.byteLength;
  }

  get held(): Uint8Array | undefined {
    return this.#octets?.bytes;
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    const { held } = this;
    if (held === undefined) return Promise.reject(this.#closed());
    // Not a copy: what was read is not written to again.
    return Promise.resolve(held.subarray(offset, offset + length));
  }

  isUnchanged(): boolean {
    const now = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    return now !== undefined && isSame(now, this.#stats);
  }

  share(): SmallFile {
    if (this.#octets === null) throw this.#closed();
    return new HeldFile(this.#path, this.#stats, this.#octets);
  }

  close(): Promise<void> {
    const octets = this.#octets;
    this.#octets = null;
    if (octets !== null) {
      octets.users -= 1;
      if (octets.users === 0 && octets.inTurn) giveBack(octets.bytes.buffer);
    }
    return Promise.resolve();
  }

  #closed(): FileError {
    return new FileError('FILE_NOT_READABLE', { file: basename(this.#path) });
  }
}

function isSame(a: BigIntStats, b: BigIntStats): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;
}

/** By length, which is a power of two: few lengths, of which one serves many files. */
const ROOMS = new Map<number, ArrayBuffer[]>();
const SMALLEST = 64 << 10;
/** Bytes of memory that wait for a file. */
const MOST = 16 << 20;
let waiting = 0;

function roomFor(size: number): ArrayBuffer {
  let length = SMALLEST;
  while (length < size) length *= 2;
  const room = ROOMS.get(length)?.pop();
  if (room === undefined) return Buffer.allocUnsafeSlow(length).buffer;
  waiting -= length;
  return room;
}

function giveBack(taken: ArrayBuffer): void {
  const room = structuredClone(taken, { transfer: [taken] });
  if (waiting + room.byteLength > MOST) return;
  waiting += room.byteLength;
  const others = ROOMS.get(room.byteLength);
  if (others === undefined) ROOMS.set(room.byteLength, [room]);
  else others.push(room);
}
