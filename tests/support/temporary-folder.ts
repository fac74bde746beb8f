// A folder of its own for what a test writes, gone when the test (or the file's last test) is done.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** For one test: call it inside the test. Absolute path without symbolic links. */
export function temporaryFolder(): string {
  const folder = make();
  onTestFinished(() => remove(folder));
  return folder;
}

/** For all tests of a file or describe: call it outside the tests. */
export function sharedTemporaryFolder(): string {
  const folder = make();
  afterAll(() => remove(folder));
  return folder;
}

function make(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'pena-test-')));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
