// The letters that ship, and those of an office that stand in their place: JSON, to be judged by its schema; and the
// office's letterhead, `kop.json` with `lambang.png` or `lambang.jpg` beside its templates.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { LETTER_EMBLEM } from '../../core/domain/letter-emblem.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { resourcePath } from './resources.ts';
import { readSmallFile } from './small-file.ts';

const NAME = /^[a-z][a-z0-9-]{0,60}$/;
const LARGEST = 200_000;
const HEAD = 'kop';
const EMBLEMS = ['lambang.png', 'lambang.jpg', 'lambang.jpeg'];

/** Names of the letters that ship. */
export async function letterNames(): Promise<string[]> {
  const names = await readdir(resourcePath('letters'));
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();
}

/**
 * @param folders of templates that stand above those that ship, the first above the others; they need not exist
 * @throws {PenaError} LETTER_NOT_FOUND, LETTER_TEMPLATE_INVALID, FILE_NOT_READABLE
 */
export async function readLetterTemplate(
  name: string,
  folders: readonly string[],
): Promise<unknown> {
  if (!NAME.test(name) || name === HEAD) throw new PenaError('LETTER_NOT_FOUND');
  const value = await readFirst([...folders, resourcePath('letters')], name);
  if (value === null) throw new PenaError('LETTER_NOT_FOUND', { name });
  return value;
}

/** As they lie in the first folder that has them; null: none has. @throws {PenaError} LETTER_*, FILE_NOT_READABLE */
export async function readLetterhead(
  folders: readonly string[],
): Promise<{ readonly head: unknown; readonly emblem: Uint8Array | null }> {
  return { head: await readFirst(folders, HEAD), emblem: await firstEmblem(folders) };
}

async function firstEmblem(folders: readonly string[]): Promise<Uint8Array | null> {
  for (const path of folders.flatMap((folder) => EMBLEMS.map((name) => join(folder, name)))) {
    const bytes = await read(path, LETTER_EMBLEM.bytes, 'LETTER_EMBLEM_INVALID');
    if (bytes !== null) return bytes;
  }
  return null;
}

async function readFirst(folders: readonly string[], name: string): Promise<unknown> {
  for (const folder of folders) {
    const bytes = await read(join(folder, `${name}.json`), LARGEST, 'LETTER_TEMPLATE_INVALID');
    if (bytes === null) continue;
    try {
      const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
      return value;
    } catch (thrown) {
      throw new PenaError('LETTER_TEMPLATE_INVALID', { name }, { cause: thrown });
    }
  }
  return null;
}

/** Null where it is not there. */
async function read(path: string, most: number, tooLarge: ErrorCode): Promise<Uint8Array | null> {
  try {
    return await readSmallFile(path, most, tooLarge);
  } catch (thrown) {
    if (thrown instanceof PenaError && thrown.code === 'FILE_NOT_FOUND') return null;
    throw thrown;
  }
}
