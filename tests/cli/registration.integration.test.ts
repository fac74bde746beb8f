// `pena ra` as an officer uses it: serving over TLS, reading with the desk's secret only, deciding each message once.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCertificate } from '../../core/cms/certificate.ts';
import { askReportStatus, httpsChannel } from '../../core/lifecycle/channels/https-channel.ts';
import { writePackage } from '../../core/lifecycle/package/write-package.ts';
import { channelTo, keyOf } from '../support/report/receiver.ts';
import { paper, report } from '../support/report/reports.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena, P12_PASSPHRASE } from './support/pena.ts';
import { officer, registrationOffice, TOKEN } from './support/registration-office.ts';

const office = () => registrationOffice(temporaryFolder());

it('receives, shows, rejects with a reason, and decides once', async () => {
  const { folder, write, desk, tls, start } = office();
  const { url, stop } = await start();
  const papers = [paper('isi surat')];
  const request = report(undefined, papers);
  const options = {
    ...channelTo(url, tls.certificate, TOKEN),
    receiptSigners: [readCertificate(officer.der)],
  };
  const live = new AbortController().signal;
  expect((await httpsChannel(options).send(request, papers, live)).state).toBe('received');

  const list = await pena(['ra', 'list', ...desk]);
  expect(list.status).toBe(0);
  expect(list.stdout).toContain(request.caseId);
  expect(list.stdout).toContain('laporan kepada pihak yang berwenang');
  const shown = await pena(['ra', 'show', request.caseId, ...desk, '--out', join(folder, 'kasus')]);
  expect(shown.stdout).toContain('19**************01, b***@example.go.id');
  expect(shown.stdout).not.toContain('198001012005011001');
  expect(readFileSync(join(folder, 'kasus/papers/1.pdf'), 'utf8')).toBe('isi surat');
  const full = await pena(['ra', 'show', request.caseId, ...desk, '--full', '--json']);
  expect(JSON.parse(full.stdout)).toMatchObject({ state: 'received', reports: [request] });

  const wrong = write('meja-lain', 'rahasia lain yang panjang');
  const stranger = await pena(['ra', 'list', ...desk.slice(0, 2), '--desk-file', wrong]);
  expect(stranger.stderr).toContain('RA_STORE_UNREADABLE');
  expect(stranger.stdout).not.toContain('Budi');

  const noReason = await pena(['ra', 'reject', request.caseId, ...desk, '--reason', ' ']);
  expect(noReason.status).toBe(64);
  const reason = ['--reason', 'Laporan polisi belum ada.'];
  expect((await pena(['ra', 'reject', request.caseId, ...desk, ...reason])).status).toBe(0);
  const twice = await pena(['ra', 'reject', request.caseId, ...desk, ...reason]);
  expect(twice.stderr).toContain('RA_CASE_DECIDED');
  expect(await askReportStatus(request, papers, options, live)).toMatchObject({
    ...{ state: 'rejected', note: 'Laporan polisi belum ada.' },
  });
  const more = [paper('laporan polisi', 'police-report')];
  const second = report(undefined, more, { caseId: request.caseId });
  expect((await httpsChannel(options).send(second, more, live)).state).toBe('received');
  const after = await pena(['ra', 'list', ...desk], { env: { LANG: 'en_US.UTF-8' } });
  expect(after.stdout).toMatch(/Messages\s+2, 1 undecided/);
  expect((await pena(['ra', 'accept', request.caseId, ...desk])).status).toBe(0);
  expect((await askReportStatus(second, more, options, live)).state).toBe('accepted');
  const both = await pena(['ra', 'show', request.caseId, ...desk]);
  expect(both.stdout).toContain('permintaan ditolak');
  expect(both.stdout).toContain('Laporan polisi belum ada.');

  const { status, stdout, stderr } = await stop();
  expect(status).toBe(143);
  for (const secret of [TOKEN, P12_PASSPHRASE, 'rahasia meja', 'Budi']) {
    expect(stdout + stderr).not.toContain(secret);
  }
});

it('opens a package, and refuses one that was tampered with', async () => {
  const { folder } = office();
  const papers = [paper('isi surat')];
  const bytes = Buffer.from(await writePackage(report(undefined, papers), papers, keyOf(officer)));
  const file = join(folder, 'laporan.penareport');
  writeFileSync(file, bytes);
  const opened = await pena(['ra', 'open', file, '--out', join(folder, 'isi')], {
    env: { LANG: 'en_US.UTF-8' },
  });
  expect(opened.status).toBe(0);
  expect(opened.stdout).toContain('CN=Dinas Kominfo');
  expect(readFileSync(join(folder, 'isi/papers/1.pdf'), 'utf8')).toBe('isi surat');
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
  const refused = await pena(['ra', 'open', file, '--json']);
  expect(refused.status).toBe(65);
  expect(refused.stderr).toContain('PACKAGE_');
});

it('wants secrets that protect', async () => {
  const { desk, serve, write } = office();
  const short = write('pendek', 'pendek\n');
  const run = await pena([...serve, '--token-file', short], { input: `${P12_PASSPHRASE}\n` });
  expect(run.status).toBe(64);
  expect((await pena(['ra', 'list', ...desk.slice(0, 2), '--desk-file', short])).status).toBe(64);
});
