// `pena sign --store-pin` and `pena secrets` with a real keyring and a real token.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startKeyring, whyNoKeyring, type Keyring } from '../support/keyring.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../support/softhsm.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn } from './support/pena.ts';

const reason = whyNoKeyring() ?? whyNoSoftHsm();
const work = sharedTemporaryFolder();
const REPORT = {
  owner: {
    ...{ name: 'Budi Contoh', nip: '198001012005011001', nik: null, rank: null },
    ...{ position: 'Kepala Bidang', unit: 'Dinas Contoh', email: 'budi@contoh.test' },
  },
  superior: { name: 'Siti Contoh', nip: null, position: 'Kepala Dinas' },
  event: {
    ...{ happenedAt: '2026-11-24T13:00:00.000Z', place: 'Kota Contoh' },
    ...{ lastOwnUse: '2026-11-24T02:30:00.000Z', narrative: 'Token hilang sepulang rapat.' },
  },
};

describe.skipIf(reason !== null)(`kept PINs ${reason ?? ''}`, () => {
  let token: TestToken;
  let keyring: Keyring;
  let env: Record<string, string>;
  beforeAll(async () => {
    token = await makeSoftHsm(join(work, 'token'));
    keyring = await startKeyring({ folder: join(work, 'keyring') });
    env = { ...token.env, ...keyring.env, LANG: 'en_US.UTF-8' };
  });
  afterAll(() => keyring.stop());

  const sign = (out: string, more: readonly string[], input = '') => {
    const key = ['--module', token.module, '--cert', 'p256', '--offline'];
    return pena(['sign', sampleIn(work), '--out', join(work, out), ...key, ...more], {
      ...{ env, input },
    });
  };

  test('keep, use, list and delete a PIN', async () => {
    const first = await sign('1.pdf', ['--pin-stdin', '--store-pin'], `${USER_PIN}\n`);
    expect(first.stderr).toContain('The PIN is stored in the keychain.');
    expect(first.status).toBe(0);

    const second = await sign('2.pdf', []);
    expect(second.stderr).toContain('The PIN from the keychain is used.');
    expect(second.status).toBe(0);
    expect(existsSync(join(work, '2.pdf'))).toBe(true);

    const listed = await pena(['secrets', 'list', '--json'], { env });
    const { keychain, secrets } = JSON.parse(listed.stdout) as {
      keychain: unknown;
      secrets: { name: string; label: string }[];
    };
    expect(keychain).toEqual({ state: 'available' });
    expect(secrets.map(({ label }) => label)).toEqual(['PENANDA TANGAN p256']);
    const text = await pena(['secrets', 'list'], { env });
    expect(text.stdout).toContain('Token PIN');
    for (const run of [first, second, listed, text]) {
      expect(run.stdout + run.stderr).not.toContain(USER_PIN);
    }

    const name = secrets[0]?.name ?? '';
    expect((await pena(['secrets', 'delete', name], { env })).stdout).toContain(
      '1 secret deleted.',
    );
    expect((await pena(['secrets', 'delete', name], { env })).status).toBe(64);
    const third = await sign('3.pdf', []);
    expect(third.stderr).toContain('No PIN or passphrase was given.');
    expect(existsSync(join(work, '3.pdf'))).toBe(false);
  });

  test('say how a keychain stands that is not there', async () => {
    const none = { ...env, DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '' };
    const listed = await pena(['secrets', 'list'], { env: none });
    expect(listed.stdout).toContain('no session bus (D-Bus)');
    expect(listed.status).toBe(69);
    const key = ['--module', token.module, '--cert', 'p256', '--offline'];
    const signed = await pena(
      ['sign', sampleIn(work), '--out', join(work, '4.pdf'), ...key, '--pin-stdin', '--store-pin'],
      { env: none, input: `${USER_PIN}\n` },
    );
    // Signed all the same, and it says that nothing was kept, and why.
    expect(signed.status).toBe(0);
    expect(signed.stderr).toContain('The PIN was not stored.');
    expect(signed.stderr).toContain('This computer has no keychain that can be used.');
  });

  test('go at once when their certificate is reported lost', async () => {
    const first = await sign('5.pdf', ['--pin-stdin', '--store-pin'], `${USER_PIN}\n`);
    expect(first.stderr).toContain('The PIN is stored in the keychain.');
    const path = join(work, 'hilang.pem');
    const der = token.keys[1].certificate;
    execFileSync('openssl', ['x509', '-inform', 'DER', '-out', path], { input: der });
    const data = join(work, 'laporan.json');
    writeFileSync(data, JSON.stringify(REPORT));
    const lost = await pena(
      [
        ...['lost', 'report', '--certificate', path, '--ground', 'lost', '--data', data],
        ...['--out', work, '--json', '--passphrase-fd', '3'],
      ],
      { env, fd3: 'frasa sandi laporan\n' },
    );
    expect(lost.status).toBe(0);
    const listed = await pena(['secrets', 'list', '--json'], { env });
    const { secrets } = JSON.parse(listed.stdout) as { secrets: { label: string }[] };
    expect(secrets.map(({ label }) => label)).not.toContain('PENANDA TANGAN p256');
    const again = await sign('6.pdf', ['--pin-stdin'], `${USER_PIN}\n`);
    expect(again.stderr).toContain('CERTIFICATE_REPORTED_LOST');
    expect(existsSync(join(work, '6.pdf'))).toBe(false);
  });
});
