// A file on disk as a ByteSource: positional reads, and a refusal to go on when it changes meanwhile.
import { constants, fstatSync, type BigIntStats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { FileError, readError } from './file-error.ts';

/** Opening a named pipe would otherwise wait for a writer, for ever. Windows has no such flag. */
export const NO_WAIT = process.platform === 'win32' ? 0 : constants.O_NONBLOCK;

export interface FileSource extends ByteSource {
  /** Gives the file back to the system. Reading afterwards throws FILE_NOT_READABLE. */
  close(): Promise<void>;
}

/**
 * Opens a regular file for reading.
 * @throws {FileError} FILE_NOT_FOUND, FILE_NOT_READABLE (no permission, a folder, a device)
 */
export async function openFileSource(path: string): Promise<FileSource> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | NO_WAIT);
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) throw new FileError('FILE_NOT_READABLE', { file: basename(path) });
    return new DiskFile(path, handle, stats);
  } catch (thrown) {
    await handle?.close();
    throw readError(thrown, path);
  }
}

/** Whether two paths lead to one file (hard and symbolic links included); false where one is missing. */
export async function sameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all(
    [a, b].map((path) => stat(path, { bigint: true }).catch(() => null)),
  );
  return !!one && !!other && one.ino === other.ino && one.dev === other.dev;
}

class DiskFile implements FileSource {
  readonly size: number;
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #size: bigint;
  readonly #mtimeNs: bigint;

  constructor(path: string, handle: FileHandle, stats: BigIntStats) {
    this.#path = path;
    this.#handle = handle;
    this.#size = stats.size;
    this.#mtimeNs = stats.mtimeNs;
    this.size = Number(stats.size);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    // Not from Buffer's pool: the caller keeps the array, and may hand its memory on.
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - offset)));
    await this.readInto(offset, bytes);
    return bytes;
  }

  async readInto(offset: number, target: Uint8Array): Promise<number> {
    const wanted = Math.max(0, Math.min(target.length, this.size - offset));
    let done = 0;
    try {
      while (done < wanted) {
        const { bytesRead } = await this.#handle.read(target, done, wanted - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      this.#refuseChange();
    } catch (thrown) {
      throw readError(thrown, this.#path);
    }
    return done;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /**
   * After each read, so that no byte of a changed file is ever used. Synchronous: a microsecond on an
   * open file, where the asynchronous call would cost more than the read itself.
   */
  #refuseChange(): void {
    const now = fstatSync(this.#handle.fd, { bigint: true });
    if (now.size !== this.#size || now.mtimeNs !== this.#mtimeNs) {
      throw new FileError('FILE_CHANGED', { file: basename(this.#path) });
    }
  }
}
