import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moduleOfP11Kit, parseP11KitConfig } from '../../../native/pkcs11/p11-kit-config.ts';
import { p11KitFolders, p11KitModules } from '../../../native/pkcs11/p11-kit-modules.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const moduleOf = (text: string) => moduleOfP11Kit(parseP11KitConfig(text));

test.each([
  ['# a comment\n\nmodule: opensc-pkcs11.so\n', 'opensc-pkcs11.so'],
  ['module:/opt/a b.so\r\ncritical: no', '/opt/a b.so'],
  ['module: /a.so\nenable-in: firefox, pena', '/a.so'],
  ['module: /a.so\nenable-in: firefox p11-kit-proxy', null],
  ['module: /a.so\ndisable-in: firefox', '/a.so'],
  ['module: /a.so\ndisable-in: firefox,pena', null],
  ['module: ../../home/x/a.so', null],
  ['module: sub/a.so', null],
  ['module: p11-kit-trust.so', null],
  ['module: /usr/lib/x86_64-linux-gnu/p11-kit-proxy.so', null],
  ['module: p11-kit-client.so', null],
  ['remote: |sh -c "touch /tmp/x"\nmodule: /a.so', null],
  ['# module: /a.so', null],
  ['', null],
  ['\u007fELF\0\0module: /a.so\nmodule: /a.so', null],
  [`module: /${'a'.repeat(2000)}.so`, null],
  ['__proto__: x\nmodule: /a.so', '/a.so'],
])('reads %j', (text, expected) => {
  expect(moduleOf(text)).toBe(expected);
});

test('takes what lies there, file by file, and leaves out what it cannot trust', async () => {
  const root = temporaryFolder();
  const [system, admin, libraries] = ['system', 'admin', 'lib'].map((name) => join(root, name));
  if (system === undefined || admin === undefined || libraries === undefined) throw new Error();
  for (const folder of [system, admin, libraries]) mkdirSync(folder);
  for (const name of ['a.so', 'b.so', 'c.so']) writeFileSync(join(libraries, name), '');
  const write = (folder: string, name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o644 });
  };
  write(system, 'a.module', 'module: a.so');
  write(system, 'b.module', 'module: b.so');
  write(admin, 'b.module', 'disable-in: pena');
  write(system, 'away.module', 'module: away.so');
  write(system, 'huge.module', `module: c.so\n${'#'.repeat(70_000)}`);
  write(system, 'readme.txt', 'module: c.so');
  write(system, 'loose.module', 'module: c.so');
  chmodSync(join(system, 'loose.module'), 0o666);
  symlinkSync('/dev/zero', join(system, 'zero.module'));
  mkdirSync(join(system, 'folder.module'));
  const found = await p11KitModules([system, admin, join(root, 'tiada')], [libraries]);
  expect(found).toEqual([join(libraries, 'a.so')]);
});

test("looks into the user's own registrations only where that is allowed", ({ skip }) => {
  if (process.platform === 'win32') skip('skipped: p11-kit is not looked for on Windows');
  expect(p11KitFolders(true, '/home/x')).toContain('/home/x/.config/pkcs11/modules');
  expect(p11KitFolders(false, '/home/x')).toEqual(
    p11KitFolders(true, '/home/x').filter((folder) => !folder.startsWith('/home/')),
  );
});
