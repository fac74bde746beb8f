// A JSON file that a command names, bounded; what it holds is for a schema to judge.
import { readFile, stat } from 'node:fs/promises';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { readError } from '../../native/files/file-error.ts';

const LARGEST = 200_000;

/** @throws {PenaError} FILE_NOT_FOUND, FILE_NOT_READABLE, and `code` for what is no JSON, or too much of it */
export async function readJson(path: string, code: ErrorCode): Promise<unknown> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw new PenaError(code);
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    throw thrown instanceof PenaError ? thrown : readError(thrown, path);
  }
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (thrown) {
    throw new PenaError(code, {}, { cause: thrown });
  }
}
