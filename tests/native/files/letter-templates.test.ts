// Whose template, letterhead and emblem are taken where several folders have one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLetterhead, readLetterTemplate } from '../../../native/files/letter-templates.ts';
import { rejection } from '../../support/rejection.ts';

let root = '';
let office = '';
let user = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pena-letters-'));
  office = join(root, 'office');
  user = join(root, 'user');
  for (const folder of [office, user]) mkdirSync(folder);
  writeFileSync(join(user, 'kop.json'), '{"government":"user"}');
  writeFileSync(join(user, 'lambang.png'), 'user');
  writeFileSync(join(user, 'pengaduan.json'), '{"from":"user"}');
  writeFileSync(join(office, 'kop.json'), '{"government":"office"}');
  writeFileSync(join(office, 'tanda-terima.json'), '{');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('the first folder that has it, part by part', async () => {
  const folders = [office, user, join(root, 'nowhere')];
  expect(await readLetterTemplate('pengaduan', folders)).toEqual({ from: 'user' });
  const { head, emblem } = await readLetterhead(folders);
  expect(head).toEqual({ government: 'office' });
  expect(Buffer.from(emblem ?? []).toString()).toBe('user');
});

test('where nobody has one, the letters that ship, and no letterhead', async () => {
  expect(await readLetterTemplate('pengaduan', [])).toMatchObject({ form: 'letter' });
  expect(await readLetterhead([])).toEqual({ head: null, emblem: null });
});

test('a letterhead is no letter, and no name leads out of the folder', async () => {
  for (const name of ['kop', '../kop', 'tidak-ada', 'A']) {
    const read = readLetterTemplate(name, [user]);
    expect(await rejection(read)).toMatchObject({ code: 'LETTER_NOT_FOUND' });
  }
});

test('what cannot be used is said, and nothing else is taken in its stead', async () => {
  const broken = readLetterTemplate('tanda-terima', [office]);
  expect(await rejection(broken)).toMatchObject({ code: 'LETTER_TEMPLATE_INVALID' });
  const large = join(root, 'large');
  mkdirSync(large);
  writeFileSync(join(large, 'lambang.jpg'), Buffer.alloc((1 << 20) + 1));
  const read = readLetterhead([large, user]);
  expect(await rejection(read)).toMatchObject({ code: 'LETTER_EMBLEM_INVALID' });
});
