// What is built loads the large libraries as one file each, and they are the same libraries.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as zod from 'zod';
import { expect, test } from 'vitest';

const root = process.cwd();

test('no module that was built asks for one of the packed libraries by its name', () => {
  const asking = ['core', 'native', 'cli', 'electron'].flatMap((folder) =>
    readdirSync(join(root, 'out', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => join(root, 'out', folder, file))
      .filter((path) => /from '(zod|pdf-lib|@cantoo\/fontkit)'/.test(readFileSync(path, 'utf8'))),
  );
  expect(asking).toEqual([]);
});

test('a packed library has all names of its package', async () => {
  const path = join(root, 'out/libraries/zod.js');
  const packed = (await import(pathToFileURL(path).href)) as object;
  expect(Object.keys(packed).sort()).toEqual(
    Object.keys(zod)
      .filter((name) => name !== 'default')
      .sort(),
  );
});
