// Which file becomes which, and what stands against it before any PIN.
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planJobs } from '../../../cli/sign/jobs.ts';
import { UsageError } from '../../../cli/usage-error.ts';
import { refusedWith } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function folderWith(...names: readonly string[]): (name: string) => string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'hasil'));
  for (const name of names) writeFileSync(join(folder, name), name);
  return (name) => join(folder, name);
}

const codes = async (...args: Parameters<typeof planJobs>): Promise<(string | null)[]> =>
  (await planJobs(...args)).map(({ refusal }) => refusal?.code ?? null);

test('one file becomes the file named, or one in the folder named', async () => {
  const at = folderWith('a.pdf');
  expect(await planJobs([at('a.pdf')], at('b.pdf'), false)).toEqual([
    { file: at('a.pdf'), output: at('b.pdf'), refusal: null },
  ]);
  expect((await planJobs([at('a.pdf')], at('hasil'), false))[0]?.output).toBe(at('hasil/a.pdf'));
});

test('several files need a folder that is there', async () => {
  const at = folderWith('a.pdf', 'b.pdf', 'c.pdf');
  const both = [at('a.pdf'), at('b.pdf')];
  expect((await planJobs(both, at('hasil'), false)).map(({ output }) => output)).toEqual([
    at('hasil/a.pdf'),
    at('hasil/b.pdf'),
  ]);
  await expect(planJobs(both, at('c.pdf'), false)).rejects.toEqual(
    new UsageError('outMustBeFolder'),
  );
  expect(await refusedWith(planJobs(both, at('tiada'), false))).toEqual({
    code: 'FILE_FOLDER_MISSING',
    params: { folder: 'tiada' },
  });
  expect((await refusedWith(planJobs([at('a.pdf')], at('tiada/'), false))).code).toBe(
    'FILE_FOLDER_MISSING',
  );
});

test('two documents never become one', async () => {
  const at = folderWith('a.pdf');
  mkdirSync(at('lain'));
  writeFileSync(at('lain/a.pdf'), '');
  await expect(planJobs([at('a.pdf'), at('lain/a.pdf')], at('hasil'), true)).rejects.toEqual(
    new UsageError('sameOutput', 'a.pdf'),
  );
});

test('the original is never the output, by whatever name', async () => {
  const at = folderWith('a.pdf');
  symlinkSync(at('a.pdf'), at('tautan.pdf'));
  linkSync(at('a.pdf'), at('keras.pdf'));
  for (const output of ['a.pdf', 'tautan.pdf', 'keras.pdf']) {
    expect(await codes([at('a.pdf')], at(output), true)).toEqual(['FILE_OUTPUT_IS_INPUT']);
  }
});

test('each file has its own trouble', async () => {
  const at = folderWith('a.pdf', 'b.pdf', 'hasil/b.pdf');
  const files = [at('a.pdf'), at('b.pdf'), at('tiada.pdf'), at('hasil')];
  expect(await codes(files, at('hasil'), false)).toEqual([
    ...[null, 'FILE_OUTPUT_EXISTS', 'FILE_NOT_FOUND', 'FILE_NOT_READABLE'],
  ]);
  expect(await codes([at('b.pdf')], at('hasil'), true)).toEqual([null]);
  expect(await codes([at('a.pdf')], at('tiada/x.pdf'), false)).toEqual(['FILE_FOLDER_MISSING']);
  expect(await codes([at('a.pdf')], at('b.pdf/x.pdf'), false)).toEqual(['FILE_FOLDER_MISSING']);
});

test('without a place named, the result stands beside the original', async () => {
  const at = folderWith('a.pdf', 'b.PDF', 'b-lta.PDF');
  expect(await planJobs([at('a.pdf'), at('b.PDF')], { beside: 'lta' }, false)).toMatchObject([
    { file: at('a.pdf'), output: at('a-lta.pdf'), refusal: null },
    { file: at('b.PDF'), output: at('b-lta.PDF'), refusal: { code: 'FILE_OUTPUT_EXISTS' } },
  ]);
});
