import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAtomicOutput } from '../../../native/files/atomic-output.ts';
import { temporaryPath } from '../../../native/files/temporary-file.ts';
import { refusedWith } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const NEW = { overwrite: false };
const OVER = { overwrite: true };

test('appears whole at commit, and not before', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'hasil.pdf');
  const output = await createAtomicOutput(path, NEW);
  await output.append(bytes('satu '));
  await Promise.all([output.append(bytes('dua ')), output.append(bytes('tiga'))]);
  await output.patch(0, bytes('S'));
  expect(Buffer.from(await output.read(0, 8)).toString()).toBe('Satu dua');
  expect(Buffer.from(await output.read(9, 99)).toString()).toBe('tiga');
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(folder)).toEqual([
    expect.stringMatching(new RegExp(`^\\.hasil\\.pdf\\.pena-${process.pid}-[0-9a-f]{24}\\.tmp$`)),
  ]);
  await output.commit();
  expect(readFileSync(path, 'utf8')).toBe('Satu dua tiga');
  expect(readdirSync(folder)).toEqual(['hasil.pdf']);
  await output.abort();
  expect(readdirSync(folder)).toEqual(['hasil.pdf']);
});

test('leaves nothing behind when aborted, however often', async () => {
  const folder = temporaryFolder();
  const output = await createAtomicOutput(join(folder, 'hasil.pdf'), NEW);
  await output.append(bytes('x'));
  await output.abort();
  await output.abort();
  expect(readdirSync(folder)).toEqual([]);
});

test('never extends the file by patching', async () => {
  const output = await createAtomicOutput(join(temporaryFolder(), 'a'), NEW);
  await output.append(bytes('abc'));
  await expect(output.patch(2, bytes('xy'))).rejects.toThrow(RangeError);
  await expect(output.patch(-1, bytes('x'))).rejects.toThrow(RangeError);
  await output.abort();
});

test('keeps a file that is there, seen at the start', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'ada.pdf'), 'lama');
  expect(await refusedWith(createAtomicOutput(join(folder, 'ada.pdf'), NEW))).toEqual({
    code: 'FILE_OUTPUT_EXISTS',
    params: { file: 'ada.pdf' },
  });
  mkdirSync(join(folder, 'map'));
  expect((await refusedWith(createAtomicOutput(join(folder, 'map'), OVER))).code).toBe(
    'FILE_OUTPUT_EXISTS',
  );
});

test('keeps a file that somebody else put there meanwhile', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'ada.pdf');
  const output = await createAtomicOutput(path, NEW);
  await output.append(bytes('baru'));
  writeFileSync(path, 'lama');
  expect((await refusedWith(output.commit())).code).toBe('FILE_OUTPUT_EXISTS');
  expect(readFileSync(path, 'utf8')).toBe('lama');
  expect(readdirSync(folder)).toEqual(['ada.pdf']);
});

test('replaces a file when asked, keeping its permissions and the link to it', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'ada.pdf');
  writeFileSync(path, 'lama');
  chmodSync(path, 0o600);
  symlinkSync(path, join(folder, 'tautan.pdf'));
  const output = await createAtomicOutput(join(folder, 'tautan.pdf'), OVER);
  await output.append(bytes('baru'));
  expect(readFileSync(path, 'utf8')).toBe('lama');
  await output.commit();
  expect(readFileSync(path, 'utf8')).toBe('baru');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readlinkSync(join(folder, 'tautan.pdf'))).toBe(path);
});

test('names a folder that is missing, or is none', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'berkas'), '');
  for (const parent of ['tiada', 'berkas']) {
    const path = join(folder, parent, 'hasil.pdf');
    expect(await refusedWith(createAtomicOutput(path, NEW))).toEqual({
      code: 'FILE_FOLDER_MISSING',
      params: { file: 'hasil.pdf', folder: parent },
    });
  }
});

test('takes names as long as the file system does', async () => {
  const folder = temporaryFolder();
  const name = `${'é'.repeat(125)}.pdf`;
  const output = await createAtomicOutput(join(folder, name), NEW);
  await output.commit();
  expect(readdirSync(folder)).toEqual([name]);
});

test("clears away what dead processes left, and nobody else's", async () => {
  const folder = temporaryFolder();
  const dead = String(spawnSync('true').pid);
  const ours = temporaryPath(join(folder, 'a.pdf'));
  const stale = ours.replace(`-${process.pid}-`, `-${dead}-`);
  // Another computer's process: the eight digits after the number are not this host's.
  const foreign = stale.replace(/-[0-9a-f]{8}([0-9a-f]{16}\.tmp)$/, '-00000000$1');
  const unrelated = join(folder, `.a.pdf.${dead}.tmp`);
  for (const path of [ours, stale, foreign, unrelated]) writeFileSync(path, '');
  const output = await createAtomicOutput(join(folder, 'b.pdf'), NEW);
  await output.abort();
  expect([ours, stale, foreign, unrelated].map((path) => existsSync(path))).toEqual([
    true,
    false,
    true,
    true,
  ]);
});
