// The incident report of Pasal 25 from a case of the desk: as other programs read it, and what is missing by name.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCertificate } from '../../core/cms/certificate.ts';
import { httpsChannel } from '../../core/lifecycle/channels/https-channel.ts';
import { channelTo } from '../support/report/receiver.ts';
import { qpdfCheck } from '../support/other-validators.ts';
import { paper, report } from '../support/report/reports.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena } from './support/pena.ts';
import { officer, registrationOffice, TOKEN } from './support/registration-office.ts';

const TOLD = {
  'letter.number': '555/2/2026',
  'letter.place': 'Kota Contoh',
  'office.province': 'Provinsi Contoh',
  'owner.unit': 'Badan Kepegawaian',
  'incident.actions': 'Pemilik diminta tidak menandatangani; pencabutan dimintakan.',
  'signer.name': 'Siti Contoh, M.Si.',
  'signer.position': 'Kepala Dinas Komunikasi dan Informatika',
  'signer.nip': '197001011995012001',
};
const TIME = { env: { TZ: 'Asia/Makassar' } };
const OUT = 'test-results/letters';

it('writes the incident report of a case, and names what is missing', async () => {
  const { folder, write, desk, tls, start } = registrationOffice(temporaryFolder());
  const { url, stop } = await start();
  const papers = [paper('laporan polisi', 'police-report')];
  const request = report(undefined, papers);
  const options = {
    ...channelTo(url, tls.certificate, TOKEN),
    receiptSigners: [readCertificate(officer.der)],
  };
  const sent = await httpsChannel(options).send(request, papers, new AbortController().signal);
  expect(sent.state).toBe('received');
  expect((await pena(['ra', 'accept', request.caseId, ...desk])).status).toBe(0);
  await stop();

  mkdirSync(OUT, { recursive: true });
  const pdf = join(OUT, 'laporan-insiden-meja.pdf');
  rmSync(pdf, { force: true });
  const incident = ['ra', 'incident', request.caseId, ...desk];
  const data = write('isian.json', JSON.stringify(TOLD));
  const written = await pena([...incident, '--data', data, '--out', pdf, '--json'], TIME);
  expect(written.stderr).toBe('');
  expect(written.status).toBe(0);
  expect(JSON.parse(written.stdout)).toEqual({
    ...{ letter: 'laporan-insiden', output: pdf, fields: [], attachments: [] },
  });
  expect(qpdfCheck(pdf)).toEqual({ status: 0, complaints: 0 });
  const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString().replace(/\s+/g, ' ');
  for (const part of [
    ...['Gubernur Provinsi Contoh', 'Kepala Badan Siber dan Sandi Negara', request.narrative],
    ...['Kepala Balai Sertifikasi Elektronik', request.certificate.serial, 'CN=CA uji'],
    // 2026-11-25T15:00Z, in the zone of TIME.
    ...['hilang', '25 November 2026 23.00 WITA', 'permintaan pencabutan diterima, belum dicabut'],
    ...Object.values(TOLD),
  ]) {
    expect(text).toContain(part);
  }
  // An incident is told by certificate and office: not whose it was.
  expect(text).not.toContain('NIK');
  for (const word of [request.owner.name, request.owner.nip, request.owner.email]) {
    expect(text).not.toContain(word);
  }

  const half = join(folder, 'separuh.pdf');
  const { 'letter.number': _number, 'signer.name': _name, ...rest } = TOLD;
  const less = write('kurang.json', JSON.stringify(rest));
  const gaps = await pena([...incident, '--data', less, '--out', half]);
  expect(gaps.status).toBe(2);
  expect(gaps.stdout).toContain('Isian yang kosong');
  expect(gaps.stdout).toContain('letter.number');
  expect(gaps.stdout).toContain('signer.name');
  expect(gaps.stdout).not.toContain('owner.unit');
  expect(existsSync(half)).toBe(true);

  const nobody = join(folder, 'tidak-ada.pdf');
  writeFileSync(less, '{"letter.number": 5}');
  const wrong = await pena([...incident, '--data', less, '--out', nobody]);
  expect(wrong.stderr).toContain('LETTER_DATA_INVALID');
  const unknown = await pena(['ra', 'incident', 'x', ...desk, '--out', nobody]);
  expect(unknown.stderr).toContain('RA_CASE_UNKNOWN');
  expect(existsSync(nobody)).toBe(false);
});
