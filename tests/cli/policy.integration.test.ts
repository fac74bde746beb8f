// The office's policy at its real place, in a mount namespace of the test's own: nothing of this machine's /etc is
// touched. Linux as root only; skipped elsewhere.
import { spawnSync } from 'node:child_process';
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
  const script =
    'mount -t tmpfs tmpfs /etc && mkdir /etc/pena && printf %s "$POLICY" > /etc/pena/policy.json && ' +
    `chmod ${mode} /etc/pena/policy.json && exec "$0" "$@"`;
  const { PATH } = process.env;
  return spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath, BIN, ...args], {
    encoding: 'utf8',
    env: { PATH, HOME: temporaryFolder(), POLICY: JSON.stringify(POLICY) },
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
});
