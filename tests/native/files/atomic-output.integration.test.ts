import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAtomicOutput } from '../../../native/files/atomic-output.ts';
import { refusedWith } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { mountTmpfs, whyNoMount } from '../../support/tmpfs.ts';

const BUILT = new URL('../../../out/native/files/atomic-output.js', import.meta.url);
const MIB = 1024 * 1024;

test('says that the disk is full, and leaves it as it was', async ({ skip }) => {
  const reason = whyNoMount();
  if (reason !== null) skip(reason);
  const disk = mountTmpfs(2 * MIB);
  writeFileSync(join(disk.path, 'lain.txt'), 'tetap');
  const path = join(disk.path, 'hasil.pdf');
  const output = await createAtomicOutput(path, { overwrite: false });
  const filling = async (): Promise<void> => {
    for (let i = 0; i < 4; i++) await output.append(new Uint8Array(MIB));
  };
  expect((await refusedWith(filling())).code).toBe('FILE_DISK_FULL');
  await output.abort();
  expect(readdirSync(disk.path)).toEqual(['lain.txt']);
});

test('says that the folder is read-only', async ({ skip }) => {
  const reason = whyNoMount();
  if (reason !== null) skip(reason);
  const disk = mountTmpfs(MIB);
  const early = await createAtomicOutput(join(disk.path, 'awal.pdf'), { overwrite: false });
  await early.abort();
  disk.makeReadOnly();
  expect(
    await refusedWith(createAtomicOutput(join(disk.path, 'hasil.pdf'), { overwrite: false })),
  ).toEqual({ code: 'FILE_FOLDER_READ_ONLY', params: { file: 'hasil.pdf', folder: 'disk' } });
});

/** Writes a new or an existing file over and over, until it is killed; says when it has begun. */
const WRITER = `
  const { createAtomicOutput } = await import(process.argv[1]);
  process.stdout.write('.');
  for (;;) {
    const output = await createAtomicOutput(process.argv[2], { overwrite: true });
    for (let i = 0; i < 40; i++) await output.append(new Uint8Array(65536).fill(49));
    await output.commit();
  }`;

test('killed while writing, leaves the old file or the whole new one', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'hasil.pdf');
  writeFileSync(path, 'lama');
  let left = 0;
  for (let round = 0; round < 10; round++) {
    const args = ['--input-type=module', '-e', WRITER, BUILT.href, path];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const content = readFileSync(path, 'latin1');
    expect(content === 'lama' || content === '1'.repeat(40 * 65536)).toBe(true);
    left += readdirSync(folder).length - 1;
    const next = await createAtomicOutput(join(folder, 'lain.pdf'), { overwrite: false });
    await next.abort();
    expect(readdirSync(folder)).toEqual(['hasil.pdf']);
  }
  // Otherwise no kill has hit the writing, and the test has shown nothing.
  expect(left).toBeGreaterThan(0);
});

test('killed while writing a new file, leaves none', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'baru.pdf');
  const slow = WRITER.replace(
    'await output.commit();',
    'await new Promise((r) => setTimeout(r, 1e6));',
  );
  const args = ['--input-type=module', '-e', slow, BUILT.href, path];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await expect.poll(() => readdirSync(folder).length).toBe(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(path)).toBe(false);
});
