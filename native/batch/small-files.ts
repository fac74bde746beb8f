// A batch has many small documents: each is read in one go, and written in one go when it is complete. For
// what only reaches the system's own memory, a call that waits is quicker than handing it to another
// thread; flushing to the disk is what is waited for elsewhere. Large documents go piece by piece as usual.
import { rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';
import { createAtomicOutput, type FolderCare } from '../files/atomic-output.ts';
import { writeError } from '../files/file-error.ts';
import { type FileSource, openFileSource } from '../files/file-source.ts';
import { temporaryPath } from '../files/temporary-file.ts';
import type { FileWriter, Room } from './file-writer.ts';
import { putInPlace } from './put-in-place.ts';
import { readSmall } from './small-source.ts';

/** What all documents that are under way together may take in memory is a few dozen times this. */
const SMALL = 2 << 20;

/** @throws {FileError} FILE_NOT_FOUND, FILE_NOT_READABLE, FILE_CHANGED */
export async function openSmallOrLarge(path: string): Promise<FileSource> {
  return readSmall(path, SMALL, false) ?? (await openFileSource(path));
}

/** The same for who signs one after the other, and closes each when nothing is done with it any more: see `readSmall`. */
export async function openInTurn(path: string): Promise<FileSource> {
  return readSmall(path, SMALL, true) ?? (await openFileSource(path));
}

/**
 * As `createAtomicOutput`, never in the place of another file; what is wrong with the place is said at the
 * latest by `commit`.
 * @param writer where many are written: the thread that does it
 */
export async function createSmallOutput(
  path: string,
  care: FolderCare,
  writer: FileWriter | null = null,
): Promise<AtomicOutput> {
  await care.tidy(dirname(resolve(path))).catch(() => undefined);
  return new SmallOutput(resolve(path), care, (await writer?.ready) === true ? writer : null);
}

/** Given back when a document is done: new memory for each would cost more than filling it. */
const ROOM: Room[] = [];
const ROOM_BYTES = 256 << 10;
const MAX_ROOMS = 64;

class SmallOutput implements AtomicOutput {
  readonly #path: string;
  readonly #care: FolderCare;
  readonly #writer: FileWriter | null;
  #bytes: Room = ROOM.pop() ?? new Uint8Array(ROOM_BYTES);
  #size = 0;
  /** Once it has outgrown memory. */
  #large: AtomicOutput | null = null;

  constructor(path: string, care: FolderCare, writer: FileWriter | null) {
    this.#path = path;
    this.#care = care;
    this.#writer = writer;
  }

  async append(bytes: Uint8Array): Promise<void> {
    const end = this.#size + bytes.length;
    if (this.#large === null && end > SMALL) await this.#spill();
    if (this.#large !== null) {
      await this.#large.append(bytes);
      return;
    }
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#size);
    this.#size = end;
  }

  async patch(offset: number, bytes: Uint8Array): Promise<void> {
    if (this.#large !== null) {
      await this.#large.patch(offset, bytes);
      return;
    }
    if (offset < 0 || offset + bytes.length > this.#size) throw new RangeError('patch outside');
    this.#bytes.set(bytes, offset);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    if (this.#large !== null) return this.#large.read(offset, length);
    const end = Math.min(offset + length, this.#size);
    return this.#bytes.slice(Math.min(offset, end), end);
  }

  async commit(): Promise<void> {
    if (this.#large !== null) {
      await this.#large.commit();
      return;
    }
    const temporary = temporaryPath(this.#path);
    if (this.#writer?.alive === true) {
      await this.#handOver(this.#writer, temporary);
      return;
    }
    try {
      // A new name may have to wait for a flush that is under way: not in this thread.
      const file = await open(temporary, 'wx', 0o666);
      try {
        writeWhole(file.fd, this.#bytes.subarray(0, this.#size));
        await file.sync();
      } finally {
        await file.close();
      }
      putInPlace(temporary, this.#path);
      await this.#care.sync(dirname(this.#path));
    } catch (thrown) {
      rmSync(temporary, { force: true });
      throw writeError(thrown, this.#path);
    } finally {
      this.#giveBack();
    }
  }

  async #handOver(writer: FileWriter, temporary: string): Promise<void> {
    const file = { temporary, target: this.#path, bytes: this.#bytes, size: this.#size };
    this.#bytes = new Uint8Array(0);
    this.#bytes = await writer.write(file);
    this.#giveBack();
  }

  async abort(): Promise<void> {
    this.#giveBack();
    await this.#large?.abort();
  }

  #giveBack(): void {
    const room = this.#bytes;
    // Whoever reads or writes on has made a mistake, and must not meet another document here.
    this.#bytes = new Uint8Array(0);
    this.#size = 0;
    if (room.length === ROOM_BYTES && ROOM.length < MAX_ROOMS) ROOM.push(room);
  }

  async #spill(): Promise<void> {
    const output = await createAtomicOutput(this.#path, { overwrite: false, care: this.#care });
    this.#large = output;
    await output.append(this.#bytes.subarray(0, this.#size));
  }
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
}
