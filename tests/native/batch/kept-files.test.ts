// What was looked over is taken as it was read, as long as it lies there as it was.
import { renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KeptFiles } from '../../../native/batch/kept-files.ts';
import { openInTurn } from '../../../native/batch/small-files.ts';
import type { FileSource } from '../../../native/files/file-source.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function file(content: string): string {
  const path = join(temporaryFolder(), 'surat.pdf');
  writeFileSync(path, content);
  // Long ago, so that what is written next has another time for certain.
  utimesSync(path, 1_700_000_000, 1_700_000_000);
  return path;
}

const textOf = async (source: FileSource) =>
  Buffer.from(await source.read(0, source.size)).toString();

async function kept(
  path: string,
  weight = 0,
): Promise<{ files: KeptFiles; held: Uint8Array | undefined }> {
  const [files, source] = [new KeptFiles(), await openInTurn(path)];
  files.keep(path, source, weight);
  const { held } = source;
  // As who looks at a document does when it is done.
  await source.close();
  return { files, held };
}

it('is taken once, and read anew by who comes after', async () => {
  const path = file('satu');
  const { files, held } = await kept(path);
  const first = await files.take(path);
  expect(first.held).toBe(held);
  expect(await textOf(first)).toBe('satu');
  const again = await files.take(path);
  expect(again.held).not.toBe(held);
  expect(await textOf(again)).toBe('satu');
});

it('is read anew where it was written to, another file has its name, or it is gone', async () => {
  const path = file('satu');
  const written = await kept(path);
  writeFileSync(path, 'dua!');
  expect(await textOf(await written.files.take(path))).toBe('dua!');

  const other = await kept(path);
  renameSync(file('tiga'), path);
  expect(await textOf(await other.files.take(path))).toBe('tiga');

  const gone = await kept(path);
  renameSync(path, `${path}.lama`);
  await expect(gone.files.take(path)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
});

it('finds no room beside too much, and room again once something was taken', async () => {
  const [one, two] = [file('satu'), file('dua!')];
  const { files, held } = await kept(one, 100 << 20);
  const second = await openInTurn(two);
  files.keep(two, second, 100 << 20);
  expect((await files.take(two)).held).not.toBe(second.held);
  expect((await files.take(one)).held).toBe(held);
  files.keep(two, second, 100 << 20);
  expect((await files.take(two)).held).toBe(second.held);
});
