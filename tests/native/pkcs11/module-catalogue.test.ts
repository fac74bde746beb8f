import { linkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import {
  driverCatalogue,
  expand,
  findModules,
  productOfAtr,
} from '../../../native/pkcs11/module-catalogue.ts';
import { readResource } from '../../../native/files/resources.ts';
import { findSoftHsmModule } from '../../../build/practice/token.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the catalogue that ships has the right shape, and no path twice', async () => {
  const text = new TextDecoder().decode(await readResource('drivers.json'));
  const { products } = driverCatalogue.parse(JSON.parse(text));
  for (const system of ['windows', 'macos', 'linux'] as const) {
    const paths = products.flatMap((product) => product[system]);
    expect(paths.length).toBeGreaterThan(10);
    expect(new Set(paths).size).toBe(paths.length);
    // Only places that an administrator writes to.
    expect(paths.filter((path) => /[/](home|Users|tmp)[/]|APPDATA/i.test(path))).toEqual([]);
  }
});

test('puts what the person named first, even where nothing is there', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.so');
  writeFileSync(path, '');
  symlinkSync(path, join(folder, 'b.so'));
  linkSync(path, join(folder, 'c.so'));
  const named = ['a.so', 'b.so', 'c.so', 'tiada.so'].map((name) => join(folder, name));
  const found = await findModules(named);
  expect(found.slice(0, 3)).toEqual([named[0], named[2], named[3]]);
  expect(found).not.toContain(named[1]);
});

test('knows SoftHSM2 only where a token of its own is meant', async ({ skip }) => {
  const softHsm = findSoftHsmModule();
  if (softHsm === null) skip('skipped: no SoftHSM2');
  vi.stubEnv('SOFTHSM2_CONF', '');
  expect(await findModules([])).not.toContain(softHsm);
  vi.stubEnv('SOFTHSM2_CONF', '/tiada/softhsm2.conf');
  expect(await findModules([])).toContain(softHsm);
});

test('fills in the holes of a path, or leaves the path out', () => {
  const windows = { WINDIR: 'C:\\Windows' };
  expect(expand('%WINDIR%\\System32\\a.dll', windows)).toBe('C:\\Windows\\System32\\a.dll');
  expect(expand('%PROGRAMFILES%\\a.dll', windows)).toBeNull();
  expect(expand('/usr/lib/{triplet}/a.so', {}, 'arm64')).toBe('/usr/lib/aarch64-linux-gnu/a.so');
  expect(expand('/usr/lib/{triplet}/a.so', {}, 'mips')).toBeNull();
});

test('names the product of a card by its ATR', async () => {
  // The historical bytes of a YubiKey 4 say its name: "YubiKey4".
  const atr = '3bf81300008131fe15597562696b657934d4';
  expect(Buffer.from(atr, 'hex').toString('latin1')).toContain('Yubikey4');
  expect((await productOfAtr(atr))?.name).toContain('YubiKey');
  expect(await productOfAtr('3b00')).toBeNull();
});
