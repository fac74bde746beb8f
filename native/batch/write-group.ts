// Writes some finished files, each flushed before it gets its name, and their names flushed together. All
// other calls wait: this runs in a thread that has nothing else to do. The flushes are asked for at once,
// as the file system puts those that wait together into one commit of its own journal: a fourth of the
// time that they take one after the other, and less.
import { closeSync, fsync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../files/atomic-output.ts';
import { writeError } from '../files/file-error.ts';
import { putInPlace } from './put-in-place.ts';

export interface FileToWrite {
  readonly temporary: string;
  readonly target: string;
  /** The file's content is the first `size` bytes. */
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** What went wrong with each, in the same order; null where the file is in its place, durably. */
export async function writeGroup(files: readonly FileToWrite[]): Promise<(Error | null)[]> {
  const problems = new Map<FileToWrite, Error>();
  const failed = (file: FileToWrite, thrown: unknown): void => {
    problems.set(file, writeError(thrown, file.target));
  };
  const open = new Map<FileToWrite, number>();
  const each = (step: (file: FileToWrite) => void): void => {
    for (const file of files) {
      if (problems.has(file)) continue;
      try {
        step(file);
      } catch (thrown) {
        failed(file, thrown);
      }
    }
  };
  each((file) => {
    const fd = openSync(file.temporary, 'wx', 0o666);
    open.set(file, fd);
    for (let done = 0; done < file.size;) {
      done += writeSync(fd, file.bytes, done, file.size - done);
    }
  });
  await Promise.all(
    Array.from(open, async ([file, fd]) => {
      if (!problems.has(file)) await flush(fd).catch((thrown: unknown) => failed(file, thrown));
    }),
  );
  for (const fd of open.values()) closeSync(fd);
  each(({ temporary, target }) => {
    putInPlace(temporary, target);
  });
  const folders = new Map<string, FileToWrite[]>();
  each((file) => {
    const folder = dirname(file.target);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  });
  await Promise.all(
    Array.from(folders, async ([folder, written]) => {
      await syncFolder(folder).catch((thrown: unknown) => {
        for (const file of written) failed(file, thrown);
      });
    }),
  );
  for (const { temporary } of problems.keys()) rmSync(temporary, { force: true });
  return files.map((file) => problems.get(file) ?? null);
}

function flush(fd: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(fd, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}
