// The settings file: what it may say, what is said of what it may not, and who decides.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import { rejection } from '../../support/rejection.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

/** No policy. */
const NONE = join(sharedTemporaryFolder(), 'policy.json');

function fileWith(content: unknown): string {
  const path = join(temporaryFolder(), 'pena.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('without a file everything is as usual', async () => {
  const path = join(temporaryFolder(), 'tiada', 'pena.json');
  expect(await effectiveSettings(path, NONE)).toEqual({
    files: [
      { origin: 'policy', path: NONE, found: false },
      { origin: 'user', path, found: false },
    ],
    policy: null,
    tsa: { value: [], from: 'default' },
    anchors: { value: [], from: 'default' },
    proxy: { value: null, from: 'default' },
  });
});

test('what the user set, beside what is left out', async () => {
  const tsa = [{ name: 'TSA Kota', url: 'https://tsa.example.go.id/', policy: '1.2.3' }];
  const path = fileWith(`\ufeff${JSON.stringify({ tsa, anchors: ['akar', '/etc/akar.pem'] })}`);
  expect(await effectiveSettings(path, NONE)).toMatchObject({
    files: [{ found: false }, { found: true }],
    tsa: { value: tsa, from: 'user' },
    anchors: { value: [join(path, '..', 'akar'), '/etc/akar.pem'], from: 'user' },
    proxy: { value: null, from: 'default' },
  });
});

test('no proxy at all is a wish of its own', async () => {
  const { proxy } = await effectiveSettings(fileWith({ proxy: { url: null } }), NONE);
  expect(proxy).toEqual({ value: { url: null }, from: 'user' });
});

test.each([
  ['{', ''],
  [[], ''],
  [{ tsa: [{ name: 'x', url: 'ftp://x.id/' }] }, 'tsa.0.url'],
  [{ tsa: [{ name: 'x', url: 'bukan alamat' }] }, 'tsa.0.url'],
  [{ tsa: [{ name: 'x', url: 'https://budi:rahasia@x.id/' }] }, 'tsa.0.url'],
  [{ tsa: [{ name: 'x', url: 'https://x.id/', policy: 'mana saja' }] }, 'tsa.0.policy'],
  [{ proxy: { url: 'http://budi:rahasia@proksi.id:8080' } }, 'proxy.url'],
  [{ anchors: 'akar.pem' }, 'anchors'],
  [{ tsas: [] }, 'tsas'],
] as const)('%j is refused at %j, without repeating what it says', async (content, key) => {
  const error = await rejection(effectiveSettings(fileWith(content), NONE));
  expect(error.code).toBe('SETTINGS_INVALID');
  expect(error.params['key'] ?? '').toBe(key);
  expect(JSON.stringify(error.params)).not.toContain('rahasia');
});

test('a folder in the place of the file cannot be read', async () => {
  const path = join(temporaryFolder(), 'pena.json');
  mkdirSync(path);
  expect((await rejection(effectiveSettings(path, NONE))).code).toBe('FILE_NOT_READABLE');
});
