// Small file systems of our own (Linux, root): the honest way to a full disk and a read-only folder,
// which root is not kept from by permissions.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** Null where file systems can be mounted, else why not. */
export function whyNoMount(): string | null {
  if (process.platform !== 'linux') return 'skipped: mounting needs Linux';
  if (process.getuid?.() !== 0) return 'skipped: mounting needs root';
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], {
      stdio: 'ignore',
    });
    return null;
  } catch {
    return 'skipped: mounting is not allowed here';
  }
}

/** A fresh file system of `size` bytes, unmounted when the test is done. */
export function mountTmpfs(size: number): { path: string; makeReadOnly(): void } {
  const path = join(temporaryFolder(), 'disk');
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', path]);
  });
  return {
    path,
    makeReadOnly: () => execFileSync('mount', ['-o', 'remount,ro', path]),
  };
}
