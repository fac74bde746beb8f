// Every letter that ships, as other programs see it: sound, embedded, saying what its article asks for. The files
// stay in test-results/letters, to be looked at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { letterPdf } from '../../../../core/lifecycle/letters/letter-pdf.ts';
import {
  gapsOfLetter,
  letterTemplate,
  type LetterTemplate,
} from '../../../../core/lifecycle/letters/template.ts';
import { loadFonts, resourcePath } from '../../../../native/files/resources.ts';
import { missing, run, VERAPDF } from '../../../support/java-validators.ts';
import { qpdfCheck } from '../../../support/other-validators.ts';
import fields from './sample-fields.json' with { type: 'json' };

const FOLDER = resourcePath('letters');
const NONE = { fields: {}, emblem: null };
const OUT = 'test-results/letters';
const META = { time: new Date('2026-11-25T02:00:00Z'), tool: 'Pena test', practice: false };
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5));

let fonts: Awaited<ReturnType<typeof loadFonts>>;
beforeAll(async () => {
  fonts = await loadFonts();
  mkdirSync(OUT, { recursive: true });
});

const template = (name: string): LetterTemplate =>
  letterTemplate.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));

async function draw(name: string, values: Readonly<Record<string, string>>, file = name) {
  const path = join(OUT, `${file}.pdf`);
  writeFileSync(path, await letterPdf(template(name), values, META, { fonts, letterhead: NONE }));
  return path;
}

const textOf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-']).toString().replace(/\s+/g, ' ');

describe.each(NAMES)('the letter %s', (name) => {
  it('is sound, and every font in it is embedded', async () => {
    const path = await draw(name, fields);
    expect(qpdfCheck(path)).toEqual({ status: 0, complaints: 0 });
    const rows = execFileSync('pdffonts', [path]).toString().trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(0);
    // Columns from the right: object number and generation, ToUnicode, subset, embedded.
    for (const row of rows)
      expect(row.trim().split(/\s+/).slice(-5, -2)).toEqual(['yes', 'yes', 'yes']);
    const info = execFileSync('pdfinfo', [path]).toString();
    expect(info).toMatch(/Tagged:\s+yes/);
    const about = execFileSync('pdfinfo', ['-meta', path]).toString();
    expect(about).toContain('<pdfaid:part>2</pdfaid:part>');
  });

  it('leaves dotted lines where nothing is known, and says what is missing', async () => {
    const path = await draw(name, {}, `${name}-kosong`);
    expect(textOf(path)).toContain('\u2026'.repeat(10));
    expect(textOf(path)).not.toMatch(/[{}[\]]/);
    const { required, attachments } = template(name);
    const gaps = gapsOfLetter(template(name), {}, []);
    expect(gaps).toEqual({ fields: required, attachments: attachments.map(({ id }) => id) });
  });
});

describe('a letter of practice mode', () => {
  it('says LATIHAN on every page, in letters that it holds, and stays a PDF/A', async () => {
    const path = join(OUT, 'surat-keterangan-latihan.pdf');
    const letter = await letterPdf(
      template('surat-keterangan'),
      fields,
      { ...META, practice: true },
      { fonts, letterhead: { fields: {}, emblem: null } },
    );
    writeFileSync(path, letter);
    expect(qpdfCheck(path)).toEqual({ status: 0, complaints: 0 });
    const count = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [path]).toString())?.[1]);
    const said = textOf(path).match(/LATIHAN: surat ini dibuat untuk berlatih dan tidak berlaku/g);
    expect(said).toHaveLength(count);
    const rows = execFileSync('pdffonts', [path]).toString().trim().split('\n').slice(2);
    for (const row of rows) {
      expect(row.trim().split(/\s+/).slice(-5, -2)).toEqual(['yes', 'yes', 'yes']);
    }
    expect(textOf(await draw('surat-keterangan', fields))).not.toContain('LATIHAN:');
  });
});

describe('the statement of Pasal 16(4)', () => {
  it('has identity, certificate, event, report, request, two signatures with NIP', async () => {
    const text = textOf(await draw('surat-keterangan', fields));
    for (const part of [
      ...['SURAT KETERANGAN', 'Nomor : 500.12/123/DISKOMINFO', 'Budi Contoh, S.Kom.'],
      ...['6472010101800001', '1a2b3c4d5e6f', 'hilang', '24 November 2026 21.00 WITA'],
      ...['LP/123/XI/2026', 'dicabut', 'Mengetahui,', 'Atasan Langsung', 'Siti Contoh, M.Si.'],
      ...['NIP 198001012005011001', 'NIP 197001011995012001', 'Kota Contoh, 25 November 2026'],
    ]) {
      expect(text).toContain(part);
    }
  });

  it('leaves the sentence on the report out where there is none yet', async () => {
    const { 'report.agency': _agency, ...without } = fields;
    const text = textOf(await draw('surat-keterangan', without, 'surat-keterangan-tanpa-laporan'));
    expect(text).not.toContain('telah dilaporkan kepada pihak yang berwenang');
  });
});

it.each([
  ['permohonan-individu', ['surat-pengantar', 'rekomendasi', 'email-dinas', 'ktp']],
  [
    'permohonan-jabatan',
    [
      ...['surat-pengantar', 'rekomendasi', 'sk-jabatan', 'penunjukan-wewenang'],
      ...['email-dinas', 'ktp'],
    ],
  ],
  ['permohonan-sistem', ['surat-pengantar', 'rekomendasi', 'email-dinas', 'ktp']],
])('%s asks for exactly the attachments of Pasal 11', (name, expected) => {
  expect(template(name).attachments.map(({ id }) => id)).toEqual(expected);
});

const BSSN = /^Kepala Badan Siber dan Sandi Negara$/;
const BSRE = /^Kepala Balai Sertifikasi Elektronik$/;
it.each([
  ['pengaduan', '21(3)', [/^\{officer\.superior\}$/, BSRE]],
  ['laporan-insiden', '25(1)', [/^Gubernur /, BSSN, BSRE]],
  ['rekap-tahunan', '24', [/^Wali Kota /, /^Gubernur /, BSSN, BSRE]],
])('%s goes to whom Pasal %s names, and to nobody else', (name, _article, expected) => {
  const to = template(name).to.map(([who = '']) => who);
  expect(to).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
});

it.each(['permohonan-individu', 'permohonan-jabatan', 'permohonan-sistem'])(
  '%s says: official duties only (8(2)), and not by proxy (14(3))',
  async (name) => {
    const text = textOf(await draw(name, fields));
    expect(text).toContain('hanya akan digunakan dalam pelaksanaan tugas kedinasan');
    expect(text).toContain('tidak diwakilkan kepada orang lain');
  },
);

it('leaves the owner’s position out of the incident report where the desk was not told it', async () => {
  const { 'owner.position': position, ...without } = fields;
  const named = textOf(await draw('laporan-insiden', fields));
  expect(named).toContain(`Jabatan pemilik : ${position}`);
  const text = textOf(await draw('laporan-insiden', without, 'laporan-insiden-tanpa-jabatan'));
  expect(text).not.toContain('Jabatan pemilik');
  expect(text).toContain('Perangkat Daerah');
});

it('draws the same letter as the same bytes', async () => {
  const once = await letterPdf(template('tanda-terima'), fields, META, { fonts, letterhead: NONE });
  expect(
    await letterPdf(template('tanda-terima'), fields, META, { fonts, letterhead: NONE }),
  ).toEqual(once);
});

const noVera = missing(VERAPDF);
it.skipIf(noVera !== null)(
  `veraPDF calls every letter PDF/A-2b, and one that is not so not (${noVera ?? 'there'})`,
  async () => {
    const files = await Promise.all(NAMES.map((name) => draw(name, fields)));
    const spoilt = join(OUT, 'cacat.pdf');
    const text = readFileSync(files[0] ?? '').toString('latin1');
    writeFileSync(spoilt, text.replace('<pdfaid:part>2', '<pdfaid:part>7'), 'latin1');
    const said = run('PdfaCheck', VERAPDF, [...files, spoilt]);
    expect(said.slice(0, -1)).toEqual(files.map(() => 'compliant'));
    expect(said.at(-1)).not.toBe('compliant');
  },
  300_000,
);
