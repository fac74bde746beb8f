// A small file's memory serves the next one, and nobody meets another document in it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openInTurn, openSmallOrLarge } from '../../../native/batch/small-files.ts';
import { readSmall, type SmallFile } from '../../../native/batch/small-source.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MOST = 1 << 20;

function opened(content: string, inTurn = true): SmallFile {
  const path = join(temporaryFolder(), 'surat.pdf');
  writeFileSync(path, content);
  const file = readSmall(path, MOST, inTurn);
  if (file === null) throw new Error('not small');
  return file;
}

const textOf = ({ held }: SmallFile) => Buffer.from(held ?? []).toString();

it('lends its memory to the next file, and is empty itself from then on', async () => {
  const one = opened('surat rahasia satu');
  const [octets, part] = [one.held, await one.read(0, 5)];
  await one.close();
  const next = opened('dua');
  expect(textOf(next)).toBe('dua');
  expect([octets?.length, part.length]).toEqual([0, 0]);
  expect(one.held).toBeUndefined();
  expect(await rejection(one.read(0, 1))).toMatchObject({ code: 'FILE_NOT_READABLE' });
  // The very same memory: behind the second, what is left of the first.
  expect(Buffer.from(next.held?.buffer ?? new ArrayBuffer(0)).toString('latin1', 3, 18)).toBe(
    'at rahasia satu',
  );
});

it('keeps its memory until everybody who shares it has closed it, each once', async () => {
  const one = opened('satu');
  const other = one.share();
  await one.close();
  await one.close();
  opened('dua!');
  expect(textOf(other)).toBe('satu');
  await other.close();
  expect(() => other.share()).toThrow(expect.objectContaining({ code: 'FILE_NOT_READABLE' }));
});

it('keeps its memory for good where nothing was said of the next one', async () => {
  const one = opened('satu', false);
  const octets = one.held;
  await one.close();
  opened('dua!', false);
  expect(Buffer.from(octets ?? []).toString()).toBe('satu');
});

it('is read alike either way, as far as it reaches', async () => {
  const path = join(temporaryFolder(), 'surat.pdf');
  writeFileSync(path, 'satu dua tiga');
  for (const open of [openInTurn, openSmallOrLarge]) {
    const file = await open(path);
    expect(file.size).toBe(13);
    expect(Buffer.from(await file.read(5, 100)).toString()).toBe('dua tiga');
    expect(Buffer.from(file.held ?? []).toString()).toBe('satu dua tiga');
    await file.close();
  }
});

it('is none where it is larger than that, or no file at all', () => {
  const path = join(temporaryFolder(), 'surat.pdf');
  writeFileSync(path, Buffer.alloc(100));
  expect(readSmall(path, 99, true)).toBeNull();
  expect(readSmall(temporaryFolder(), 99, true)).toBeNull();
  writeFileSync(path, '');
  expect(readSmall(path, 99, true)?.held).toHaveLength(0);
});
