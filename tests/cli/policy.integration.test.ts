// The office's policy at its real place, in a mount namespace of the test's own: nothing of this machine's /etc is
// touched. Linux as root only; skipped elsewhere.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BIN = fileURLToPath(new URL('../../cli/bin.js', import.meta.url));
const possible =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/etc']).status === 0;
const POLICY = {
  ...{ format: 1, office: 'Dinas Contoh' },
  tsa: [{ name: 'TSA Kota', url: 'https://tsa.example.go.id/' }],
};

/** @param mode of the policy file */
function penaUnder(mode: string, ...args: string[]) {
  return penaWith(POLICY, mode, args);
}

function penaWith(
  policy: object,
  mode: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const script =
    'mount -t tmpfs tmpfs /etc && mkdir /etc/pena && printf %s "$POLICY" > /etc/pena/policy.json && ' +
    `chmod ${mode} /etc/pena/policy.json && exec "$0" "$@"`;
  const { PATH } = process.env;
  return spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath, BIN, ...args], {
    encoding: 'utf8',
    env: { PATH, HOME: temporaryFolder(), ...env, POLICY: JSON.stringify(policy) },
  });
}

describe.skipIf(!possible)('/etc/pena/policy.json', () => {
  test('holds, and is said to be the administrator’s', () => {
    const { status, stdout } = penaUnder('644', 'settings');
    expect(status).toBe(0);
    expect(stdout).toContain(
      'Otoritas penanda waktu (ditetapkan oleh administrator Anda)\n  TSA Kota: https://tsa.example.go.id/',
    );
  });

  test('that others may write stops what depends on it', () => {
    const { status, stderr } = penaUnder('666', 'settings');
    expect(status).toBe(64);
    expect(stderr).toContain('POLICY_UNSAFE');
  });

  test('that forbids practice lets nobody in, by option, environment or command', () => {
    const forbids = { ...POLICY, practice: 'forbid' };
    const HOME = temporaryFolder();
    const ways: [string[], Record<string, string>][] = [
      [['--practice', 'tokens'], {}],
      [['tokens'], { PENA_PRACTICE: '1' }],
      [['practice', 'start'], {}],
    ];
    for (const [args, env] of ways) {
      const { status, stderr } = penaWith(forbids, '644', args, { HOME, ...env });
      expect([args, status]).toEqual([args, 64]);
      expect(stderr).toContain('POLICY_LOCKS');
    }
    expect(readdirSync(HOME)).toEqual([]);
  });
});
