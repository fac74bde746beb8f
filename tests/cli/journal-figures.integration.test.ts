// A year's figures from exports, into the yearly letter (Pasal 24 ayat (3)).
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeTestSigner } from '../support/signing.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn } from './support/pena.ts';

const folder = sharedTemporaryFolder();
const year = String(new Date(Date.now() + 7 * 3_600_000).getUTCFullYear());
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  await makeTestSigner(folder, 'ec:P-256');
  const file = sampleIn(folder);
  for (const name of ['satu', 'dua']) {
    const key = ['--p12', at('ec-P-256.p12'), '--pin-stdin', '--offline'];
    const signed = await pena(['sign', file, '--out', at(`${name}.pdf`), ...key], {
      input: 'uji-saja\n',
    });
    expect(signed.status).toBe(0);
  }
  expect((await pena(['journal', 'export', '--out', at('ekspor.jsonl')])).status).toBe(0);
});

test('are counted and written for the letter', async () => {
  const data = at('angka.json');
  const made = await pena([
    'journal',
    'figures',
    at('ekspor.jsonl'),
    '--year',
    year,
    '--out',
    data,
  ]);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(/Dokumen ditandatangani +2\n/);
  expect(made.stdout).toMatch(/Sertifikat yang dipakai +1\n/);
  const fields = JSON.parse(readFileSync(data, 'utf8')) as Record<string, string>;
  writeFileSync(
    data,
    JSON.stringify({
      ...fields,
      ...{ 'signer.name': 'Nama Pejabat', 'signer.position': 'Kepala Dinas' },
      ...{ 'office.city': 'Kota Latihan', 'office.province': 'Provinsi Latihan' },
      ...{ 'letter.number': '1/2026', 'letter.place': 'Kota Latihan' },
      'letter.date': '31 Desember 2026',
    }),
  );
  const letter = await pena([
    ...['letter', 'rekap-tahunan', '--data', data, '--out', at('rekap.pdf')],
  ]);
  expect(letter.status).toBe(0);
  const words = execFileSync('pdftotext', ['-layout', at('rekap.pdf'), '-'], { encoding: 'utf8' });
  expect(words).toMatch(/Dokumen ditandatangani\s*:?\s*2\b/);
  expect(words).toContain(`Tahun ${year}`);
});

test('of this computer’s own journal are the same', async () => {
  const ofExport = await pena(['journal', 'figures', at('ekspor.jsonl'), '--year', year, '--json']);
  const own = await pena(['journal', 'figures', '--year', year, '--json']);
  const [a, b] = [ofExport, own].map(({ stdout }) => JSON.parse(stdout) as { signed: number });
  expect([a?.signed, b?.signed]).toEqual([2, 2]);
});

test('of an export that is not whole are refused', async () => {
  const lines = readFileSync(at('ekspor.jsonl'), 'utf8').trimEnd().split('\n');
  const cut = at('terpotong.jsonl');
  for (const text of [lines.slice(0, -1).join('\n'), 'bukan ekspor', '']) {
    writeFileSync(cut, text);
    const { status, stderr } = await pena(['journal', 'figures', cut, '--year', year]);
    expect(status).not.toBe(0);
    expect(stderr).toContain('JOURNAL_EXPORT_INVALID');
  }
});
