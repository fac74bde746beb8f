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

/** Whether length and check byte are as ISO/IEC 7816-3 8.2 has them. */
function isWellFormed(atr: Buffer): boolean {
  const first = atr[1] ?? 0;
  let at = 2;
  let checked = false;
  for (let present = first >> 4; ;) {
    at += [1, 2, 4].filter((bit) => (present & bit) !== 0).length;
    if ((present & 8) === 0) break;
    const next = atr[at++] ?? 0;
    checked ||= (next & 15) !== 0;
    present = next >> 4;
  }
  const end = at + (first & 15);
  if (!checked) return end === atr.length;
  return end + 1 === atr.length && atr.subarray(1).reduce((sum, byte) => sum ^ byte, 0) === 0;
}

test('holds no ATR that a card could not answer, and none twice', async () => {
  const text = new TextDecoder().decode(await readResource('drivers.json'));
  const { products } = driverCatalogue.parse(JSON.parse(text));
  const atrs = products.flatMap((product) => product.atrs ?? []);
  expect(atrs.length).toBeGreaterThan(10);
  expect(atrs.filter((atr) => !isWellFormed(Buffer.from(atr, 'hex')))).toEqual([]);
  expect(new Set(atrs).size).toBe(atrs.length);
});

test('names the product of a card by its ATR', async () => {
  // The historical bytes of a YubiKey say its name: NEO, 4, 5, and 5 over NFC.
  for (const atr of [
    '3bfc1300008131fe15597562696b65794e454f7233e1',
    '3bf81300008131fe15597562696b657934d4',
    '3bfd1300008131fe158073c021c057597562694b657940',
    '3b8d80018073c021c057597562694b6579f9',
  ]) {
    expect(Buffer.from(atr, 'hex').toString('latin1')).toMatch(/yubikey/i);
    expect((await productOfAtr(atr))?.name).toBe('YubiKey PIV (ykcs11)');
  }
  expect(await productOfAtr('3b00')).toBeNull();
});
