// The letters that ship, and those of an office that stand in their place: JSON, to be judged by its schema.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import { errnoOf, readError } from './file-error.ts';
import { resourcePath } from './resources.ts';

const NAME = /^[a-z][a-z0-9-]{0,60}$/;
const LARGEST = 200_000;

/** Names of the letters that ship. */
export async function letterNames(): Promise<string[]> {
  const names = await readdir(resourcePath('letters'));
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();
}

/**
 * @param folder the office's own templates, which come first; null: there are none
 * @throws {PenaError} LETTER_NOT_FOUND, LETTER_TEMPLATE_INVALID, FILE_NOT_READABLE
 */
export async function readLetterTemplate(name: string, folder: string | null): Promise<unknown> {
  if (!NAME.test(name)) throw new PenaError('LETTER_NOT_FOUND');
  const own = folder === null ? null : await textOf(join(folder, `${name}.json`));
  const text = own ?? (await textOf(resourcePath('letters', `${name}.json`)));
  if (text === null) throw new PenaError('LETTER_NOT_FOUND', { name });
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (thrown) {
    throw new PenaError('LETTER_TEMPLATE_INVALID', { name }, { cause: thrown });
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path)).subarray(0, LARGEST).toString('utf8');
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw readError(thrown, path);
  }
}
