// The PDF report as other programs see it: sound, embedded, tagged, saying what it must, and fit to be signed.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileReport } from '../../../../core/domain/report.ts';
import { pdfReport } from '../../../../core/validation/reports/pdf/pdf-report.ts';
import { srgbProfile } from '../../../../core/pdf/paper/srgb-profile.ts';
import type { Reader, Verification } from '../../../../core/validation/reports/verification.ts';
import { loadFonts } from '../../../../native/files/resources.ts';
import { pdfsigSays, qpdfCheck } from '../../../support/other-validators.ts';
import { makeTestSigner, signFile } from '../../../support/signing.ts';
import { ALL, FORGED, REVOKED, sample, SOUND, SOUND_SIGNATURE } from './sample-reports.ts';
import { processorTime } from '../../../support/processor-time.ts';

const ID: Reader = { language: 'id', zone: 'WITA' };
const EN: Reader = { language: 'en', zone: 'WITA' };

let folder: string;
let fonts: Awaited<ReturnType<typeof loadFonts>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pena-report-'));
  fonts = await loadFonts();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function draw(verification: Verification, reader = ID): Promise<string> {
  const bytes = await pdfReport(verification, reader, fonts);
  const file = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.pdf`);
  writeFileSync(file, bytes);
  return file;
}

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { env: { ...process.env, LC_ALL: 'C.UTF-8' } }).toString();

/** As it is read, page by page, spaces and lines made one. */
function textOf(file: string): string {
  return run('pdftotext', '-layout', file, '-').replace(/[\s\u00a0]+/g, ' ');
}

describe('the PDF report', () => {
  it.each([
    ['Indonesian', ID],
    ['English', EN],
  ] as const)('is sound, embedded, tagged and titled: %s', async (_, reader) => {
    const file = await draw(sample(), reader);
    expect(qpdfCheck(file)).toEqual({ status: 0, complaints: 0 });
    const rows = run('pdffonts', file).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatch(
        /^[A-Z]{6}\+NotoSans-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes/,
      );
    }
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Producer: +Pena 0\.1\.0/);
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/);
    const language = reader === ID ? 'id-ID' : 'en';
    expect(run('qpdf', '--json', '--json-key=qpdf', file)).toContain(`"/Lang": "u:${language}"`);
    const metadata = run('pdfinfo', '-meta', file);
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(metadata).toContain('<xmp:CreateDate>2026-11-26T03:05:00Z</xmp:CreateDate>');
  });

  it('says the verdict first, then the digest, when, and by what', async () => {
    const text = textOf(await draw(sample([FORGED])));
    expect(text).toContain(
      'Jangan diandalkan: isi dokumen pada halaman 2 berubah setelah ditandatangani.',
    );
    const order = [
      'Undangan <rapat> & "koordinasi".pdf',
      'Jangan diandalkan:',
      'Kode: TOTAL_FAILED · PAGE_CONTENT_CHANGED',
      '2'.repeat(64),
      'Diperiksa pada 26 November 2026 11.05 WITA',
      'Kebijakan Pena 2026-11',
      'Daftar kepercayaan tanggal 25 November 2026',
      'Tanda tangan 1: utuh',
      'Ya, diterbitkan oleh BSrE.',
      'Halaman 1 dari 2',
      'Riwayat berkas',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('calls a file by its name, and tells its folder below', async () => {
    const text = textOf(await draw(sample([{ ...FORGED, file: '/arsip/2026/Undangan.pdf' }])));
    expect(text).toMatch(/WITA Undangan\.pdf Jangan diandalkan:/);
    expect(text).toContain('Berkas /arsip/2026/Undangan.pdf');
  });

  it('gives the gravest reason first, with its code and what to do', async () => {
    const text = textOf(await draw(sample([FORGED]), EN));
    const reasons = text.slice(text.indexOf('Reasons'));
    expect(reasons).toMatch(
      /^Reasons The content of the document on page 2 changed after it was signed\. Open the document as it was/,
    );
    expect(reasons).toContain('Code: PAGE_CONTENT_CHANGED');
    expect(reasons).toMatch(/Revision 2 · up to byte 90,000 The content of the document on page 2/);
  });

  it('calls minutes between the two times normal, and days not', async () => {
    expect(textOf(await draw(sample([SOUND])))).toContain(
      'Keduanya berselisih 14 menit. Selisih beberapa menit lazim pada tanda tangan BSrE dan bukan tanda pemalsuan',
    );
    const late = { ...SOUND_SIGNATURE, claimedTime: '2026-11-20T02:29:14.000Z' };
    const text = textOf(await draw(sample([{ ...SOUND, signatures: [late] }])));
    expect(text).toContain('Keduanya berselisih 4 hari. Yang dipakai adalah penanda waktu.');
    expect(text).not.toContain('lazim pada tanda tangan BSrE dan bukan');
  });

  it('tells when and why a certificate was revoked, and for which time it was judged', async () => {
    const at = new Date('2024-12-01T00:00:00Z');
    const text = textOf(await draw(sample([REVOKED], { at })));
    expect(text).toContain(
      'Dicabut pada 10 September 2026 12.00 WITA (kunci privat diketahui atau dipakai orang lain), menurut CRL',
    );
    expect(text).toContain('Dinilai untuk waktu 1 Desember 2024 08.00 WITA');
    expect(text).toContain('Bukan BSrE, tetapi penyelenggara lain yang diakui.');
  });

  it('has a table of many files before their pages', async () => {
    const file = await draw(sample());
    const first = run('pdftotext', '-layout', '-l', '1', file, '-');
    expect(first).toContain('Laporan verifikasi 5 dokumen');
    for (const { file: name } of ALL) expect(first).toContain(name.slice(0, 20));
    expect(first).toMatch(/5 +rusak\.pdf +Tidak dapat diperiksa +Tidak ada/);
    expect(run('pdfinfo', '-struct', file)).toMatch(/Table \(block\)\n +TR[^\n]*\n +TH/);
  });

  it('is read aloud in order: every word is in the structure', async () => {
    const file = await draw(sample([SOUND]));
    const structure = run('pdfinfo', '-struct-text', file).replace(/\s+/g, ' ');
    expect(structure).toMatch(/H1 \(block\) "Sah: dapat diandalkan\."/);
    for (const word of ['SIGNATURE_INTACT', 'Revisi 3', 'Cara membaca laporan ini']) {
      expect(structure).toContain(word);
    }
    expect(structure).not.toContain('Halaman 1 dari');
  });

  it('is the same bytes for the same judgement, and others for another', async () => {
    const [one, two] = [await pdfReport(sample(), ID, fonts), await pdfReport(sample(), ID, fonts)];
    expect(Buffer.compare(one, two)).toBe(0);
    const later = sample(ALL, { checkedAt: new Date('2026-11-26T03:06:00Z') });
    expect(Buffer.compare(one, await pdfReport(later, ID, fonts))).not.toBe(0);
  });

  it('is made whatever files and people are called', async () => {
    const odd: FileReport = {
      ...SOUND,
      file: `${'lampiran_'.repeat(40)}\u202efdp.exe 文書 \u{1f600} e\u0301 ${'x'.repeat(300)}`,
      signatures: [
        {
          ...SOUND_SIGNATURE,
          field: '\0\ud800\n',
          signer: { ...SOUND_SIGNATURE.signer!, subject: 'CN=محمد يوسف,C=ID' },
        },
      ],
    };
    const file = await draw(sample([odd]));
    expect(qpdfCheck(file)).toEqual({ status: 0, complaints: 0 });
    const text = textOf(file);
    // Nothing turns the rest of the name around, and what has no glyph is there as its number.
    expect(text).toContain('[U+202E]fdp.exe [U+6587][U+66F8] [U+1F600] é');
    expect(text).toContain('[U+0000][U+D800]');
    expect(run('pdffonts', file)).toContain('NotoNaskhArabic');
  });

  it('manages hundreds of files', async () => {
    const files = Array.from({ length: 200 }, (_, i) => ({
      ...SOUND,
      file: `Surat ${String(i + 1)}.pdf`,
    }));
    const took = processorTime();
    const file = await draw(sample(files));
    expect(took()).toBeLessThan(60_000);
    expect(qpdfCheck(file)).toEqual({ status: 0, complaints: 0 });
    expect(run('pdftotext', '-l', '12', file, '-')).toContain('Surat 200.pdf');
  }, 90_000);

  it('can be signed like any document', async () => {
    const { key } = await makeTestSigner(folder);
    const [input, output] = [await draw(sample()), join(folder, 'signed.pdf')];
    await signFile(input, output, key);
    expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
    expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
  });
});

describe('the colour profile', () => {
  it('is a display profile of RGB whose parts lie where it says', () => {
    const bytes = Buffer.from(srgbProfile());
    expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    expect(bytes.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(bytes.toString('latin1', 36, 40)).toBe('acsp');
    const count = bytes.readUInt32BE(128);
    const tags = Array.from({ length: count }, (_, i) => {
      const at = 132 + i * 12;
      const [offset, size] = [bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8)];
      expect(offset % 4).toBe(0);
      expect(offset + size).toBeLessThanOrEqual(bytes.length);
      return [bytes.toString('latin1', at, at + 4), bytes.toString('latin1', offset, offset + 4)];
    });
    expect(Object.fromEntries(tags)).toEqual({
      ...{ desc: 'mluc', cprt: 'mluc', wtpt: 'XYZ ', chad: 'sf32' },
      ...{ rXYZ: 'XYZ ', gXYZ: 'XYZ ', bXYZ: 'XYZ ', rTRC: 'para', gTRC: 'para', bTRC: 'para' },
    });
  });

  it('makes white of full red, green and blue', () => {
    const bytes = Buffer.from(srgbProfile());
    const column = (tag: string): number[] => {
      const at = bytes.indexOf(tag, 128, 'latin1');
      const offset = bytes.readUInt32BE(at + 4) + 8;
      return [0, 4, 8].map((i) => bytes.readInt32BE(offset + i) / 65_536);
    };
    const [r, g, b, white] = ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt'].map(column);
    for (const i of [0, 1, 2]) {
      expect(r![i]! + g![i]! + b![i]!).toBeCloseTo(white![i]!, 3);
    }
  });

  it.skipIf(spawnSync('gs', ['--version']).error !== undefined)(
    'is taken by another program’s colour engine (Ghostscript)',
    () => {
      const profile = join(folder, 'srgb.icc');
      writeFileSync(profile, srgbProfile());
      const output = join(folder, 'colour.ppm');
      // A page of the orange #e07020, which stays what it is between two sRGBs.
      const page = '0.8784 0.4392 0.1255 setrgbcolor 0 0 9 9 rectfill showpage';
      const args = ['-q', '-dNOSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=ppmraw', '-g4x4'];
      const more = [`-sOutputICCProfile=${profile}`, `-o${output}`, '-c', page];
      const { status, stderr, stdout } = spawnSync('gs', [...args, ...more]);
      expect({ status, said: `${stdout.toString()}${stderr.toString()}` }).toEqual({
        status: 0,
        said: '',
      });
      const pixel = readFileSync(output).subarray(-3);
      [0xe0, 0x70, 0x20].forEach((value, i) => {
        expect(Math.abs((pixel[i] ?? 0) - value)).toBeLessThanOrEqual(2);
      });
    },
  );
});

describe('the certificates', () => {
  it.each([
    ['Indonesian', ID, 'Kegunaan kunci', 'Validity'],
    ['English', EN, 'Key usage', 'Masa berlaku'],
  ] as const)(
    'stand in it once each, with all that they say: %s',
    async (_, reader, own, other) => {
      const text = textOf(await draw(sample([SOUND]), reader));
      expect(text).toContain(own);
      expect(text).not.toContain(other);
      for (const { serial, sha256, sha1, policies } of SOUND.certificates) {
        for (const said of [serial, sha256, sha1, ...policies]) expect(text).toContain(said);
      }
      // The time stamp's authority and the responder, who are nobody's signers here.
      expect(text.match(/1\.3\.6\.1\.5\.5\.7\.3\.8/g)).toHaveLength(1);
      expect(text.match(/1\.3\.6\.1\.5\.5\.7\.3\.9/g)).toHaveLength(1);
    },
  );

  it('of many files stand there once', async () => {
    const text = textOf(await draw(sample([SOUND, { ...SOUND, file: 'lain.pdf' }])));
    expect(text.match(/RSA 4096/g)).toHaveLength(1);
  });
});
