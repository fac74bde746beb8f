// An optional package that npm took away because it could not be built: tried once more, and not at every start. npm
// is a fake here, which writes down how it was called: what it lacks would have to be taken from this computer.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SOURCE = new URL('../../../build/', import.meta.url).pathname;
const NATIVE = ['pkcs11js', 'better-sqlite3', 'keytar'];

/** @param built what npm ci can build */
function project(built: readonly string[]) {
  const folder = temporaryFolder();
  for (const part of ['setup', 'lib'])
    cpSync(join(SOURCE, part), join(folder, 'build', part), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'package-lock.json'), '{"packages":{}}');
  const modules = join(folder, 'node_modules');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const log = join(folder, 'npm.log');
  writeFileSync(log, '');
  const dirs = ['', ...built].map((name) => `'${join(modules, name)}'`).join(' ');
  writeFileSync(
    join(bin, 'npm'),
    `#!/bin/sh
echo "$1" >> '${log}'
[ "$1" = ci ] || exit 0
rm -rf '${modules}'; mkdir -p ${dirs}; echo '{"packages":{}}' > '${modules}/.package-lock.json'
`,
  );
  chmodSync(join(bin, 'npm'), 0o755);
  return {
    modules,
    /** How npm was called. */
    setUp: (): string[] => {
      writeFileSync(log, '');
      const script = `await (await import('./build/setup/npm-packages.mjs')).ensureNpmPackages()`;
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
      });
      return readFileSync(log, 'utf8').trim().split('\n');
    },
  };
}

/** As `npm ci` leaves it that was run by hand. */
function installedWithout(modules: string, dropped: string): void {
  for (const name of NATIVE) mkdirSync(join(modules, name), { recursive: true });
  rmSync(join(modules, dropped), { recursive: true });
  writeFileSync(join(modules, '.package-lock.json'), '{"packages":{}}');
}

it('installs again where npm has dropped one before, and it can be built by now', () => {
  const { modules, setUp } = project(NATIVE);
  installedWithout(modules, 'keytar');
  expect(setUp()[0]).toBe('ci');
  expect(setUp()).not.toContain('ci');
});

it('tries once where it still cannot be built', () => {
  const { modules, setUp } = project(['pkcs11js', 'better-sqlite3']);
  installedWithout(modules, 'keytar');
  expect(setUp().filter((call) => call === 'ci')).toHaveLength(1);
  expect(setUp()).not.toContain('ci');
});

it('installs nothing where all are there', () => {
  const { modules, setUp } = project(NATIVE);
  installedWithout(modules, 'keytar');
  mkdirSync(join(modules, 'keytar'));
  expect(setUp()).not.toContain('ci');
});
