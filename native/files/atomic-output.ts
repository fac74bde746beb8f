// An AtomicOutput on disk: a temporary file in the same folder, flushed, then put in place by one
// system call (POSIX.1 link, rename). Whenever the program dies, the target is the old file or none.
import { constants, type Stats } from 'node:fs';
import { link, lstat, open, realpath, rename, rm, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';
import { errnoOf, FileError, writeError } from './file-error.ts';
import { removeStaleFiles, temporaryPath } from './temporary-file.ts';

const DEFAULT_MODE = 0o666;

export interface AtomicOutputOptions {
  /** Whether a file that is already there may be replaced; looked at now and again at commit. */
  readonly overwrite: boolean;
  /** Where many files go into one folder: what is done for the folder, done for several at once. */
  readonly care?: FolderCare;
}

export interface FolderCare {
  /** Before the first file. */
  tidy(folder: string): Promise<void>;
  /** Resolves when the names that are there now would survive a power cut. */
  sync(folder: string): Promise<void>;
}

const EACH_FILE: FolderCare = { tidy: removeStaleFiles, sync: syncFolder };

/**
 * Begins a file that will appear at `path` whole or not at all.
 * Whether `path` is also the input is the caller's to ask (`sameFile`).
 * @throws {FileError} FILE_OUTPUT_EXISTS, FILE_FOLDER_MISSING, FILE_FOLDER_READ_ONLY, FILE_DISK_FULL
 */
export async function createAtomicOutput(
  path: string,
  options: AtomicOutputOptions,
): Promise<AtomicOutput> {
  // A symbolic link that may be overwritten stays one: its target is replaced, not the link.
  const target = options.overwrite
    ? await realpath(path).catch(() => resolve(path))
    : resolve(path);
  try {
    const existing = await statOrNull(target);
    if (existing !== null && (!options.overwrite || !existing.isFile())) throw exists(target);
    // Housekeeping: what is really wrong with the folder, open() says next.
    const { care = EACH_FILE } = options;
    await care.tidy(dirname(target)).catch(() => undefined);
    const temporary = temporaryPath(target);
    const { O_CREAT, O_EXCL, O_RDWR } = constants;
    const mode = existing === null ? DEFAULT_MODE : existing.mode & 0o777;
    const handle = await open(temporary, O_CREAT | O_EXCL | O_RDWR, mode);
    return new TemporaryFile(handle, temporary, target, { ...options, care });
  } catch (thrown) {
    throw writeError(thrown, target);
  }
}

class TemporaryFile implements AtomicOutput {
  readonly #temporary: string;
  readonly #target: string;
  readonly #options: Required<AtomicOutputOptions>;
  /** Null once committed or aborted. */
  #handle: FileHandle | null;
  #size = 0;

  constructor(
    handle: FileHandle,
    temporary: string,
    target: string,
    options: Required<AtomicOutputOptions>,
  ) {
    this.#handle = handle;
    this.#temporary = temporary;
    this.#target = target;
    this.#options = options;
  }

  async append(bytes: Uint8Array): Promise<void> {
    const offset = this.#size;
    // Before the first await: two appends that were not awaited still land one behind the other.
    this.#size += bytes.length;
    await this.#write(offset, bytes);
  }

  async patch(offset: number, bytes: Uint8Array): Promise<void> {
    if (offset < 0 || offset + bytes.length > this.#size) throw new RangeError('patch outside');
    await this.#write(offset, bytes);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.#size - offset));
    const bytes = new Uint8Array(wanted);
    let done = 0;
    try {
      while (done < wanted) {
        const { bytesRead } = await this.#open().read(bytes, done, wanted - done, offset + done);
        if (bytesRead === 0) throw new Error('shorter than written');
        done += bytesRead;
      }
    } catch (thrown) {
      throw writeError(thrown, this.#target);
    }
    return bytes;
  }

  async flush(): Promise<void> {
    try {
      await this.#open().datasync();
    } catch (thrown) {
      throw writeError(thrown, this.#target);
    }
  }

  async commit(): Promise<void> {
    try {
      const handle = this.#open();
      await handle.sync();
      // Windows renames no file that is open.
      this.#handle = null;
      await handle.close();
      await this.#putInPlace();
      await this.#options.care.sync(dirname(this.#target));
    } catch (thrown) {
      await this.#discard();
      throw writeError(thrown, this.#target);
    }
  }

  async abort(): Promise<void> {
    if (this.#handle !== null) await this.#discard();
  }

  async #discard(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
    await rm(this.#temporary, { force: true }).catch(() => undefined);
  }

  async #write(offset: number, bytes: Uint8Array): Promise<void> {
    let done = 0;
    try {
      while (done < bytes.length) {
        const rest = bytes.length - done;
        const { bytesWritten } = await this.#open().write(bytes, done, rest, offset + done);
        done += bytesWritten;
      }
    } catch (thrown) {
      throw writeError(thrown, this.#target);
    }
  }

  async #putInPlace(): Promise<void> {
    if (this.#options.overwrite) {
      await rename(this.#temporary, this.#target);
      return;
    }
    try {
      // Unlike rename, link refuses when somebody else has put a file there meanwhile.
      await link(this.#temporary, this.#target);
    } catch (thrown) {
      if (!NO_HARD_LINKS.includes(errnoOf(thrown) ?? '')) throw thrown;
      // FAT, exFAT and some network folders: look, then rename; the gap between is microseconds.
      if ((await statOrNull(this.#target)) !== null) throw exists(this.#target);
      await rename(this.#temporary, this.#target);
      return;
    }
    // The document is in its place by now; a second name for it is removed by the next writer.
    await unlink(this.#temporary).catch(() => undefined);
  }

  #open(): FileHandle {
    if (this.#handle === null) throw new Error('output already committed or aborted');
    return this.#handle;
  }
}

/** What link(2) answers where the file system knows no hard links, or forbids them. */
export const NO_HARD_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'];

/** Makes the new name itself survive a power cut. Windows opens no folders; there it is not needed. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (thrown) {
    // Some network file systems refuse fsync on a folder, and a folder may be writable but not
    // readable; the document itself is flushed and in its place already.
    if (!['EINVAL', 'ENOTSUP', 'EBADF', 'EACCES'].includes(errnoOf(thrown) ?? '')) throw thrown;
  } finally {
    await handle?.close();
  }
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

function exists(path: string): FileError {
  return new FileError('FILE_OUTPUT_EXISTS', { file: basename(path) });
}
