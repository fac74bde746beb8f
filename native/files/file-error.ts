// What the file system can refuse, in this program's words.
import { basename, dirname } from 'node:path';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError } from '../../core/domain/pena-error.ts';

export type FileErrorCode =
  | Extract<ErrorCode, `FILE_${string}`>
  | 'TRUST_FILE_INVALID'
  | 'TRUST_PRACTICE'
  | 'POLICY_FILE_INVALID';

/** `params.file` and `params.folder` are last names, never whole paths: they may reach a window. */
export class FileError extends PenaError<FileErrorCode> {
  override readonly name = 'FileError';
}

/** The errno name of what a call to the file system threw, e.g. ENOSPC; null for anything else. */
export function errnoOf(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : null;
}

/** A failure to read `path` (errno of open(2), read(2)). */
export function readError(thrown: unknown, path: string): FileError {
  if (thrown instanceof FileError) return thrown;
  const missing = ['ENOENT', 'ENOTDIR'].includes(errnoOf(thrown) ?? '');
  return new FileError(
    missing ? 'FILE_NOT_FOUND' : 'FILE_NOT_READABLE',
    { file: basename(path) },
    { cause: thrown },
  );
}

/** A failure to write `path` (errno of open(2), write(2), fsync(2), rename(2), link(2)). */
export function writeError(thrown: unknown, path: string): FileError {
  if (thrown instanceof FileError) return thrown;
  const params = { file: basename(path), folder: basename(dirname(path)) };
  return new FileError(writeCode(errnoOf(thrown)), params, { cause: thrown });
}

function writeCode(errno: string | null): FileErrorCode {
  switch (errno) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'FILE_DISK_FULL';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'FILE_FOLDER_READ_ONLY';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'FILE_FOLDER_MISSING';
    case 'EEXIST':
    case 'EISDIR':
      return 'FILE_OUTPUT_EXISTS';
    default:
      return 'FILE_WRITE_FAILED';
  }
}
