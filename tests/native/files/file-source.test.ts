import { execFileSync } from 'node:child_process';
import { appendFileSync, linkSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openFileSource, sameFile } from '../../../native/files/file-source.ts';
import { refusedWith } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function openSource(content: string): Promise<{
  path: string;
  source: Awaited<ReturnType<typeof openFileSource>>;
}> {
  const path = join(temporaryFolder(), 'naskah.pdf');
  writeFileSync(path, content);
  const source = await openFileSource(path);
  onTestFinished(() => source.close());
  return { path, source };
}

test('reads at any offset, and less only at the end', async () => {
  const { source } = await openSource('0123456789');
  const text = async (offset: number, length: number): Promise<string> =>
    Buffer.from(await source.read(offset, length)).toString();
  expect(source.size).toBe(10);
  expect(await text(0, 10)).toBe('0123456789');
  expect(await text(7, 2)).toBe('78');
  expect(await text(8, 100)).toBe('89');
  expect(await text(10, 1)).toBe('');
  expect(await text(99, 1)).toBe('');
  expect(await text(0, 0)).toBe('');
});

test('hands out arrays that nothing else writes to', async () => {
  const { source } = await openSource('0123456789');
  const first = await source.read(0, 4);
  expect(first.buffer.byteLength).toBe(4);
  first.fill(0);
  expect(Buffer.from(await source.read(0, 4)).toString()).toBe('0123');
});

test.each([
  ['grown', (path: string) => appendFileSync(path, 'x')],
  ['cut short', (path: string) => writeFileSync(path, '01')],
  ['written over at the same length', (path: string) => writeFileSync(path, 'abcdefghij')],
])('refuses to go on with a file that was %s', async (_how, change) => {
  const { path, source } = await openSource('0123456789');
  utimesSync(path, 1, 1);
  await source.close();
  const again = await openFileSource(path);
  onTestFinished(() => again.close());
  await again.read(0, 1);
  change(path);
  expect(await refusedWith(again.read(0, 1))).toEqual({
    code: 'FILE_CHANGED',
    params: { file: 'naskah.pdf' },
  });
});

test('names a missing file, a folder and a named pipe', async () => {
  const folder = temporaryFolder();
  execFileSync('mkfifo', [join(folder, 'pipa')]);
  expect(await refusedWith(openFileSource(join(folder, 'tiada.pdf')))).toEqual({
    code: 'FILE_NOT_FOUND',
    params: { file: 'tiada.pdf' },
  });
  expect((await refusedWith(openFileSource(folder))).code).toBe('FILE_NOT_READABLE');
  expect((await refusedWith(openFileSource(join(folder, 'pipa')))).code).toBe('FILE_NOT_READABLE');
});

test('refuses to read after it was closed', async () => {
  const { source } = await openSource('x');
  await source.close();
  expect((await refusedWith(source.read(0, 1))).code).toBe('FILE_NOT_READABLE');
});

test('knows one file under its other names', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.pdf');
  for (const name of ['a.pdf', 'b.pdf']) writeFileSync(join(folder, name), 'x');
  linkSync(path, join(folder, 'hard.pdf'));
  symlinkSync(path, join(folder, 'symbolic.pdf'));
  const same = (name: string): Promise<boolean> => sameFile(path, join(folder, name));
  expect(await same('hard.pdf')).toBe(true);
  expect(await same('symbolic.pdf')).toBe(true);
  expect(await same('./../' + (folder.split('/').pop() ?? '') + '/a.pdf')).toBe(true);
  expect(await same('b.pdf')).toBe(false);
  expect(await same('missing.pdf')).toBe(false);
});
