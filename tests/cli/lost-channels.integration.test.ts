// `pena lost send` by the ways of an office's policy: real servers on the loopback address, secrets in a real
// keyring, each way told as what it is.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { toPem } from '../core/support/pem.ts';
import { makeAuthority, makeSigner } from '../core/support/test-certificates.ts';
import { startKeyring, whyNoKeyring } from '../support/keyring.ts';
import { mailServer } from '../support/report/mail-server.ts';
import { freePort } from '../../build/practice/free-port.mjs';
import { opensslCmp } from '../support/report/openssl-cmp.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { P12_PASSPHRASE } from './support/pena.ts';
import { registrationOffice, TOKEN } from './support/registration-office.ts';
import { canMount, penaUnder } from './support/under-policy.ts';

const { folder, write, receipts, tls, start } = registrationOffice(sharedTemporaryFolder());
const lost = makeSigner('Budi', makeAuthority('CA uji'));
const CMP_SECRET = 'rahasia-cmp';
const MAIL_PASSWORD = 'sandi-surel';
const RA = 'ra@diskominfo.example.go.id';

interface Row {
  readonly state: string;
  readonly lost: { readonly id: string };
  readonly messages: readonly { readonly state: string; readonly by: { channel: string } | null }[];
  readonly owed: readonly { readonly debt: string; readonly until: string | null }[];
}
const rows = (stdout: string): Row[] => JSON.parse(stdout) as Row[];

/** Keyring, mail server and CA of one test, and the commands under a policy that names them. */
async function surroundings(order: readonly string[], httpsUrl: string | null = null) {
  const home = join(folder, order.join('-'));
  mkdirSync(home);
  const keyring = await startKeyring({ folder: home });
  onTestFinished(() => {
    keyring.stop();
  });
  const mail = await mailServer();
  const certificate = write('hilang.pem', toPem(lost.der));
  const url = await opensslCmp([
    ...['-srv_ref', 'pena', '-srv_secret', `pass:${CMP_SECRET}`, '-rsp_cert', certificate],
  ]);
  const ca = write('ra-ca.pem', tls.certificate);
  const dead = `https://127.0.0.1:${String(await freePort())}/v1`;
  const policy = {
    format: 1,
    registrationAuthority: {
      ...{ name: 'Dinas Contoh', email: RA, order, terms: { 'authority-report': 3 } },
      https: { url: httpsUrl ?? dead, ca, receipts },
      cmp: { url, reference: 'pena' },
      smtp: {
        ...{ host: '127.0.0.1', port: mail.port, tls: 'starttls', user: 'budi' },
        ca: write('surel-ca.pem', mail.certificate),
      },
    },
  };
  const env = {
    ...{ LANG: 'en_US.UTF-8', ...keyring.env },
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
  };
  const pena = (args: readonly string[], ...given: readonly string[]) =>
    penaUnder(policy, args, env, '', ...given);
  const store = async (way: string, secret: string): Promise<void> => {
    const { status, stderr } = await pena(
      ['lost', 'secret', way, '--secret-fd', '3'],
      `${secret}\n`,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  };
  const report = async (): Promise<string> => {
    const args = ['--certificate', certificate, '--ground', 'lost', '--data', data, '--json'];
    const { stdout } = await pena(['lost', 'report', ...args]);
    return rows(stdout)[0]?.lost.id ?? '';
  };
  const send = (...args: readonly string[]) => pena(['lost', 'send', ...args, '--json']);
  return { home, mail, pena, store, report, send };
}

let data = '';
beforeAll(() => {
  data = write(
    'laporan.json',
    JSON.stringify({
      owner: {
        ...{ name: 'Budi Contoh', nip: '198001012005011001', nik: null, rank: null },
        ...{ position: 'Kepala Bidang', unit: 'Dinas Contoh', email: 'budi@contoh.example.go.id' },
      },
      event: {
        ...{ happenedAt: '2026-11-24T13:00:00.000Z', place: 'Kota Contoh' },
        ...{ lastOwnUse: '2026-11-24T02:30:00.000Z', narrative: 'Token hilang sepulang rapat.' },
      },
    }),
  );
});

describe.skipIf(!canMount || whyNoKeyring() !== null)('under the policy of an office', () => {
  it('ways are tried in its order until one acknowledges, with secrets of the keychain', async () => {
    const { mail, store, report, send, pena } = await surroundings(['https', 'email', 'cmp']);
    await store('https', TOKEN);
    await store('email', MAIL_PASSWORD);
    await store('cmp', CMP_SECRET);
    await report();
    // The office's terms count everywhere a case is shown.
    const [waiting] = rows((await pena(['lost', 'status', '--json'])).stdout);
    const owed = waiting?.owed.find(({ debt }) => debt === 'authority-report');
    expect(owed?.until).toMatch(/^\d{4}-/);
    const sent = await send();
    expect(sent.stderr).toContain('Not sent by https yet');
    expect(sent.stderr).toContain('NET_UNREACHABLE');
    const [row] = rows(sent.stdout);
    // The mail server took it and said nothing of its arrival; the CA accepted. Revoked nobody has said.
    expect(row).toMatchObject({ state: 'accepted', messages: [{ by: { channel: 'cmp' } }] });
    expect(row?.owed.find(({ debt }) => debt === 'authority-report')?.until).toMatch(/^\d{4}-/);
    expect(mail.received.map(({ to }) => to)).toEqual([[RA]]);
    expect(mail.received[0]?.message.toString()).toContain('From: budi@contoh.example.go.id');
    await send();
    expect(mail.received).toHaveLength(1);
    for (const secret of [TOKEN, MAIL_PASSWORD, CMP_SECRET]) {
      expect(sent.stdout + sent.stderr).not.toContain(secret);
    }
  }, 120_000);

  it('a password that the mail server refuses is deleted and not tried again', async () => {
    const { mail, store, report, send } = await surroundings(['email']);
    await store('email', 'salah-sekali');
    await report();
    expect((await send()).stderr).toContain('MAIL_AUTH');
    const again = await send();
    expect(again.stderr).toContain('CHANNEL_NO_SECRET');
    expect(rows(again.stdout)[0]?.state).toBe('queued');
    expect(mail.logins).toHaveLength(1);
    expect(again.stderr).not.toContain('salah-sekali');
  }, 120_000);

  it('signs e-mail with another key, and writes one to be sent by hand', async () => {
    const { home, mail, store, report, send, pena } = await surroundings(['email', 'cmp']);
    await store('email', MAIL_PASSWORD);
    const id = await report();
    const eml = join(home, 'surel');
    mkdirSync(eml);
    const written = await send('--by', 'package', '--eml', eml);
    expect(written.stderr).toContain('Written, not sent');
    expect(rows(written.stdout)[0]?.state).toBe('queued');
    expect(readdirSync(eml)).toHaveLength(1);
    const told = await pena(['lost', 'done', id, 'mailed', '--reference', RA, '--json']);
    expect(rows(told.stdout)[0]).toMatchObject({ state: 'sent' });

    const p12 = ['--p12', join(folder, 'resi.p12'), '--pin-fd', '3'];
    const args = ['lost', 'send', '--by', 'email', ...p12, '--json'];
    const sent = await pena(args, `${P12_PASSPHRASE}\n`);
    expect(sent.stderr).toBe('');
    const message = join(home, 'pesan.eml');
    writeFileSync(message, mail.received[0]?.message ?? '');
    const verify = ['smime', '-verify', '-noverify', '-in', message];
    expect(execFileSync('openssl', verify, { stdio: 'pipe' }).toString()).toContain('penareport');
  }, 120_000);

  it('papers follow by HTTPS as a report of their own, and reminders end with the papers', async () => {
    const office = await start();
    const { home, store, report, send, pena } = await surroundings(['https'], office.url);
    await store('https', TOKEN);
    const id = await report();
    const owed = await pena(['lost', 'remind']);
    expect(owed.status).toBe(2);
    expect(owed.stdout).toContain('the first report reaching the registration authority');
    expect(rows((await send()).stdout)[0]?.messages.map(({ state }) => state)).toEqual([
      'received',
    ]);
    const paper = join(home, 'surat.pdf');
    writeFileSync(paper, '%PDF-1.7\nsurat');
    await pena(['lost', 'paper', id, paper, '--kind', 'statement', '--signed', '--acknowledged']);
    const police = ['--agency', 'Polsek', '--number', '1', '--date', '2026-11-25'];
    writeFileSync(paper, '%PDF-1.7\nlaporan');
    await pena(['lost', 'paper', id, paper, '--kind', 'authority-report', ...police]);
    const followed = rows((await send()).stdout)[0];
    expect(followed?.messages.map(({ state }) => state)).toEqual(['received', 'received']);
    expect(followed?.owed.map(({ debt }) => debt)).toEqual(['new-certificate', 'incident-report']);
    await pena(['lost', 'done', id, 'new-certificate']);
    await pena(['lost', 'done', id, 'incident-report', '--reference', '045/12/XI/2026']);
    const quiet = await pena(['lost', 'remind']);
    expect({ status: quiet.status, stdout: quiet.stdout }).toEqual({ status: 0, stdout: '' });
    const shown = await pena(['lost', 'status', id]);
    expect(shown.stdout).toContain('papers (2): received (HTTPS');
    expect(shown.stdout).not.toContain('Revoked');
    expect(readFileSync(data, 'utf8')).toContain('Budi');
    await office.stop();
  }, 180_000);
});
