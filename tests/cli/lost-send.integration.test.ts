// `pena lost send` against `pena ra serve` over TLS: what arrives, what does not, and that nothing arrives twice.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toPem } from '../core/support/pem.ts';
import { makeAuthority, makeSigner } from '../core/support/test-certificates.ts';
import { loopbackCertificate } from '../support/services/loopback-certificate.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { pena } from './support/pena.ts';
import { registrationOffice, TOKEN } from './support/registration-office.ts';

const { folder, write, desk, receipts, tls, start } = registrationOffice(sharedTemporaryFolder());
const SECRET = 'frasa sandi draf yang panjang';
const env = { LANG: 'en_US.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
const stranger = makeSigner('Orang lain', makeAuthority('CA lain'));

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

  const office = await start();
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

  // Handed over, and sent all the same; one taken back goes to nobody any more.
  const both = await send(...https, '--receipts', receipts);
  expect(stateOf(both.stdout)).toEqual(['received', 'received']);
  const third = await pena(
    [
      ...['lost', 'report', '--certificate', certificate, '--ground', 'lost', '--data', data],
      ...['--passphrase-stdin', '--json'],
    ],
    { env, input: `${SECRET}\n` },
  );
  const [{ lost }] = JSON.parse(third.stdout) as [{ lost: { id: string } }];
  const closing = (...args: string[]) =>
    pena(['lost', ...args, '--passphrase-stdin', '--json'], { env, input: `${SECRET}\n` });
  const unsent = await closing('delete', lost.id);
  expect(unsent).toMatchObject({ status: 64 });
  expect(unsent.stderr).toContain('CASE_UNSENT');
  expect((await closing('withdraw', lost.id, '--why', 'Ditemukan')).status).toBe(0);
  const after = await send(...https, '--receipts', receipts);
  expect((stateOf(after.stdout) as string[]).sort()).toEqual(['received', 'received', 'withdrawn']);
  const kept = await pena(['ra', 'list', ...desk, '--json'], { env });
  expect(JSON.parse(kept.stdout)).toHaveLength(2);
  await office.stop();
}, 120_000);
