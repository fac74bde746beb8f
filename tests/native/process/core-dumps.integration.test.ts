// Core dumps really are off afterwards, as the kernel says it, and stay off in what is started then.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { dropCoreDumps } from '../../../native/process/core-dumps.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const CORE = /^Max core file size +(\S+) +(\S+)/m;
const coreLimits = (limits: string): string[] => CORE.exec(limits)?.slice(1) ?? [];

test.skipIf(process.platform !== 'linux')(
  'drops the core dumps of a process and its heirs',
  async () => {
    const script = `process.stdin.once('data', () => process.stdout.write(require('node:child_process')
    .execFileSync('cat', ['/proc/self/limits'])));console.log('ready')`;
    const limited = ['-c', 'ulimit -S -c 1; exec "$0" "$@"', process.execPath, '-e', script];
    const child = spawn('/bin/sh', limited, { stdio: ['pipe', 'pipe', 'ignore'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    const before = coreLimits(readFileSync(`/proc/${String(pid)}/limits`, 'utf8'));
    expect(before[0]).not.toBe('0');
    expect(await dropCoreDumps(pid)).toBe(true);
    expect(coreLimits(readFileSync(`/proc/${String(pid)}/limits`, 'utf8'))).toEqual(['0', '0']);
    child.stdin.write('go\n');
    const [inherited] = (await once(child.stdout, 'data')) as [Buffer];
    expect(coreLimits(inherited.toString())).toEqual(['0', '0']);
  },
);

test.skipIf(process.platform !== 'linux')(
  'a command of the terminal has none before it reads a secret',
  async () => {
    const bin = fileURLToPath(new URL('../../../cli/bin.js', import.meta.url));
    const folder = temporaryFolder();
    // It waits for the first line of its standard input, which nobody writes.
    const args = ['lost', 'status', '--passphrase-stdin'];
    const limited = ['-c', 'ulimit -S -c 1; exec "$0" "$@"', process.execPath, bin, ...args];
    const child = spawn('/bin/sh', limited, {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env['PATH'], HOME: folder, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/none' },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const limits = (): string[] =>
      coreLimits(readFileSync(`/proc/${String(child.pid ?? 0)}/limits`, 'utf8'));
    await expect.poll(limits).toEqual(['0', '0']);
  },
);

test('says so where it cannot', async () => {
  // No process has this number: the kernel's highest is 2^22.
  expect(await dropCoreDumps(2 ** 30)).toBe(false);
});
