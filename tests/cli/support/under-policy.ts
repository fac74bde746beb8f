// Runs the command line under an office's policy at its real place, in a mount namespace of the test's own: nothing
// of this machine's /etc is touched. Linux as root only.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { finished, type Run, userFolder } from './pena.ts';
import { join } from 'node:path';

const BIN = fileURLToPath(new URL('../../../cli/bin.js', import.meta.url));
const SCRIPT =
  'mount -t tmpfs tmpfs /etc && mkdir /etc/pena && printf %s "$POLICY" > /etc/pena/policy.json && ' +
  'chmod 644 /etc/pena/policy.json && exec "$0" "$@"';

export const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/etc']).status === 0;

/** @param given standard input, and what descriptors from 3 on hold */
export function penaUnder(
  policy: unknown,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ...given: readonly string[]
): Promise<Run> {
  const { PATH, HOME } = process.env;
  const child = spawn('unshare', ['-m', 'sh', '-c', SCRIPT, process.execPath, BIN, ...args], {
    env: {
      ...{ PATH, HOME, POLICY: JSON.stringify(policy) },
      XDG_CONFIG_HOME: join(userFolder, 'config'),
      XDG_CACHE_HOME: join(userFolder, 'cache'),
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  for (const [index, number] of [0, 3, 4].entries()) {
    const pipe = child.stdio[number];
    if (pipe === null || pipe === undefined || !('end' in pipe)) continue;
    pipe.on('error', () => undefined).end(given[index] ?? '');
  }
  return finished(child);
}
