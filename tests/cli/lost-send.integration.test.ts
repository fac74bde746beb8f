// `pena lost send` against `pena ra serve` over TLS: what arrives, what does not, and that nothing arrives twice.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toPem } from '../core/support/pem.ts';
import { makeAuthority, makeSigner } from '../core/support/test-certificates.ts';
import { loopbackCertificate } from '../support/services/loopback-certificate.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { finished, pena, P12_PASSPHRASE, startPena } from './support/pena.ts';

const folder = sharedTemporaryFolder();
const SECRET = 'frasa sandi draf yang panjang';
const TOKEN = 'token-akses-pelapor-2026';
const env = { LANG: 'en_US.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
const officer = makeSigner('Dinas Kominfo', makeAuthority('CA'));
const stranger = makeSigner('Orang lain', makeAuthority('CA lain'));
const tls = loopbackCertificate();

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

const receipts = write('resi.pem', toPem(officer.der));
const desk = [
  ...['--store', join(folder, 'ra.sqlite')],
  ...['--desk-file', write('meja', 'rahasia meja yang panjang\n')],
];

async function serve(port: string): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const key = officer.key.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const p12 = join(folder, 'resi.p12');
  const files = ['-inkey', write('resi.key', key), '-in', receipts];
  execFileSync('openssl', ['pkcs12', '-export', ...files, '-out', p12, '-passout', 'stdin'], {
    input: `${P12_PASSPHRASE}\n`,
  });
  const server = startPena(
    [
      ...['ra', 'serve', ...desk, '--token-file', write('token', `${TOKEN}\n`), '--port', port],
      ...['--tls-cert', write('tls.pem', tls.certificate), '--tls-key', write('tls.key', tls.key)],
      ...['--p12', p12, '--pin-stdin'],
    ],
    { input: `${P12_PASSPHRASE}\n` },
  );
  const url = await new Promise<string>((resolve) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [found] = /https:\S+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const ended = finished(server);
  return {
    url,
    stop: () => {
      server.kill('SIGTERM');
      return ended;
    },
  };
}

const send = (...args: string[]) =>
  pena(['lost', 'send', ...args, '--token-fd', '3', '--passphrase-stdin', '--json'], {
    ...{ env, fd3: `${TOKEN}\n`, input: `${SECRET}\n` },
  });
const stateOf = (stdout: string): unknown =>
  (JSON.parse(stdout) as { state: string }[]).map(({ state }) => state);

it('brings the report over HTTPS once, and says no more than the authority did', async () => {
  const data = write(
    'data.json',
    JSON.stringify({
      owner: {
        ...{ name: 'Budi Contoh', nip: '198001012005011001', nik: null, rank: null },
        ...{ position: 'Kepala Bidang', unit: 'Dinas Contoh', email: 'budi@contoh.test' },
      },
      event: {
        ...{ happenedAt: '2026-11-24T13:00:00.000Z', place: 'Kota Contoh' },
        ...{ lastOwnUse: '2026-11-24T02:30:00.000Z', narrative: 'Token hilang sepulang rapat.' },
      },
    }),
  );
  const certificate = write('hilang.pem', toPem(stranger.der));
  const reported = await pena(
    [
      ...['lost', 'report', '--certificate', certificate, '--ground', 'lost', '--data', data],
      '--passphrase-stdin',
    ],
    { env, input: `${SECRET}\n` },
  );
  expect(reported.status).toBe(0);

  const none = await pena(['lost', 'send', '--passphrase-stdin'], { env, input: `${SECRET}\n` });
  expect(none).toMatchObject({ status: 64 });
  expect(none.stderr).toContain('--https or --package');

  const office = await serve('0');
  const https = ['--https', office.url, '--ca', write('ca.pem', tls.certificate)];
  // A server that nobody vouches for, and a receipt that somebody else would have to have signed.
  const other = loopbackCertificate();
  const wrongServer = await send(
    ...['--https', office.url, '--ca', write('lain.pem', other.certificate)],
    ...['--receipts', receipts],
  );
  expect(wrongServer.stderr).toContain('NET_TLS');
  expect(stateOf(wrongServer.stdout)).toEqual(['queued']);
  const wrongReceipt = await send(...https, '--receipts', write('x.pem', toPem(stranger.der)));
  expect(wrongReceipt.stderr).toContain('CHANNEL_RECEIPT_WRONG');
  expect(stateOf(wrongReceipt.stdout)).toEqual(['queued']);

  const arrived = await send(...https, '--receipts', receipts);
  expect(arrived).toMatchObject({ status: 2, stderr: '' });
  expect(stateOf(arrived.stdout)).toEqual(['received']);
  const again = await send(...https, '--receipts', receipts);
  expect(stateOf(again.stdout)).toEqual(['received']);
  const listed = await pena(['ra', 'list', ...desk, '--json'], { env });
  expect(JSON.parse(listed.stdout)).toHaveLength(1);
  expect(arrived.stdout + wrongReceipt.stderr).not.toContain(TOKEN);
  await office.stop();

  // Carried by hand: given away, and nobody has said that it arrived.
  await pena(
    [
      ...['lost', 'report', '--certificate', certificate, '--ground', 'lost', '--data', data],
      '--passphrase-stdin',
    ],
    { env, input: `${SECRET}\n` },
  );
  const hand = join(folder, 'tangan');
  mkdirSync(hand);
  const carried = await send('--package', hand);
  expect((stateOf(carried.stdout) as string[]).sort()).toEqual(['received', 'sent']);
  expect(readdirSync(hand)).toHaveLength(1);
}, 120_000);
