// A batch has many small documents: each is read in one go, and written in one go when it is complete. For
// what only reaches the system's own memory, a call that waits is quicker than handing it to another
// thread; flushing to the disk is what is waited for elsewhere. Large documents go piece by piece as usual.
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';
import { createAtomicOutput, type FolderCare, NO_HARD_LINKS } from '../files/atomic-output.ts';
import { errnoOf, FileError, readError, writeError } from '../files/file-error.ts';
import { type FileSource, NO_WAIT, openFileSource } from '../files/file-source.ts';
import { temporaryPath } from '../files/temporary-file.ts';

/** What all documents that are under way together may take in memory is a few dozen times this. */
const SMALL = 4 << 20;

/** @throws {FileError} FILE_NOT_FOUND, FILE_NOT_READABLE, FILE_CHANGED */
export async function openSmallOrLarge(path: string): Promise<FileSource> {
  return readSmall(path) ?? (await openFileSource(path));
}

function readSmall(path: string): FileSource | null {
  let fd: number | null = null;
  try {
    fd = openSync(path, constants.O_RDONLY | NO_WAIT);
    const before = fstatSync(fd, { bigint: true });
    const size = Number(before.size);
    if (!before.isFile() || size > SMALL) return null;
    const bytes = new Uint8Array(size);
    let done = 0;
    while (done < size) {
      const read = readSync(fd, bytes, done, size - done, done);
      if (read === 0) break;
      done += read;
    }
    const after = fstatSync(fd, { bigint: true });
    if (done < size || after.size !== before.size || after.mtimeNs !== before.mtimeNs) {
      throw new FileError('FILE_CHANGED', { file: basename(path) });
    }
    return {
      size,
      read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
      close: () => Promise.resolve(),
    };
  } catch (thrown) {
    throw readError(thrown, path);
  } finally {
    if (fd !== null) closeSync(fd);
  }
}

/**
 * As `createAtomicOutput`, never in the place of another file; what is wrong with the place is said at the
 * latest by `commit`.
 */
export async function createSmallOutput(path: string, care: FolderCare): Promise<AtomicOutput> {
  await care.tidy(dirname(resolve(path))).catch(() => undefined);
  return new SmallOutput(resolve(path), care);
}

/** Given back when a document is done: new memory for each would cost more than filling it. */
const ROOM: Buffer<ArrayBuffer>[] = [];
const ROOM_BYTES = 256 << 10;
const MAX_ROOMS = 16;

class SmallOutput implements AtomicOutput {
  readonly #path: string;
  readonly #care: FolderCare;
  #bytes = ROOM.pop() ?? Buffer.alloc(ROOM_BYTES);
  #size = 0;
  /** Once it has outgrown memory. */
  #large: AtomicOutput | null = null;

  constructor(path: string, care: FolderCare) {
    this.#path = path;
    this.#care = care;
  }

  async append(bytes: Uint8Array): Promise<void> {
    const end = this.#size + bytes.length;
    if (this.#large === null && end > SMALL) await this.#spill();
    if (this.#large !== null) {
      await this.#large.append(bytes);
      return;
    }
    if (end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(end, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, this.#size);
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
    return Uint8Array.from(this.#bytes.subarray(Math.min(offset, end), end));
  }

  async commit(): Promise<void> {
    if (this.#large !== null) {
      await this.#large.commit();
      return;
    }
    const temporary = temporaryPath(this.#path);
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

  async abort(): Promise<void> {
    this.#giveBack();
    await this.#large?.abort();
  }

  #giveBack(): void {
    const room = this.#bytes;
    // Whoever reads or writes on has made a mistake, and must not meet another document here.
    this.#bytes = Buffer.alloc(0);
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

/** As atomic-output.ts does it: a link refuses where another file has come to be. */
function putInPlace(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
    unlinkSync(temporary);
  } catch (thrown) {
    if (!NO_HARD_LINKS.includes(errnoOf(thrown) ?? '')) throw thrown;
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
      throw new FileError('FILE_OUTPUT_EXISTS', { file: basename(target) });
    }
    renameSync(temporary, target);
  }
}
