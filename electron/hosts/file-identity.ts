// Whether a path still leads to the file that the person opened: what is signed is what was shown.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FileError, readError } from '../../native/files/file-error.ts';
import { openSmallOrLarge } from '../../native/batch/small-files.ts';
import type { FileSource } from '../../native/files/file-source.ts';
import { firstBytes } from './first-bytes.ts';
import type { FileReference } from './protocol-shapes.ts';

/** Changes with another file at the same path, and with another content of the same file. */
export async function identify(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
  } catch (thrown) {
    throw readError(thrown, path);
  }
}

/** @throws {FileError} FILE_CHANGED where it is another file by now, FILE_NOT_FOUND, FILE_NOT_READABLE */
export async function openAgain({ path, identity, end }: FileReference): Promise<FileSource> {
  const source = await openSmallOrLarge(path);
  if ((await identify(path)) === identity)
    return end === undefined ? source : firstBytes(source, end);
  await source.close();
  throw new FileError('FILE_CHANGED', { file: basename(path) });
}
