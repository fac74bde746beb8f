// What practice mode signs says LATIHAN on every page, under the signature; what was signed before without it is
// refused. Seen by pdftotext and drawn by poppler; judged by pdfsig.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../../../core/ports/token.ts';
import { letterPdf } from '../../../../core/lifecycle/letters/letter-pdf.ts';
import { letterTemplate } from '../../../../core/lifecycle/letters/template.ts';
import { type Fonts, loadFonts, resourcePath } from '../../../../native/files/resources.ts';
import { missing, run, VERAPDF } from '../../../support/java-validators.ts';
import { pdfsigSays, qpdfCheck, renderPage } from '../../../support/other-validators.ts';
import { makePracticeSigner } from '../../../support/practice-signer.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { makeTestSigner, signFile, stampContent } from '../../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../../support/temporary-folder.ts';
import { classicFile, streamFile } from '../../support/small-files.ts';
import fields from '../../lifecycle/letters/sample-fields.json' with { type: 'json' };

const SAMPLE = 'resources/samples/keputusan-wali-kota.pdf';
const folder = sharedTemporaryFolder();
let practising: SigningKey;
let real: SigningKey;

beforeAll(async () => {
  practising = makePracticeSigner();
  practice = { practice: await loadFonts() };
  real = (await makeTestSigner(folder)).key;
});

let practice: { readonly practice: Fonts };

function words(file: string, page: number): string {
  const pages = ['-f', String(page), '-l', String(page), '-layout'];
  return execFileSync('pdftotext', [...pages, file, '-']).toString();
}

function inputOf(bytes: Uint8Array | null): { input: string; output: string } {
  const dir = temporaryFolder();
  const [input, output] = [join(dir, 'masuk.pdf'), join(dir, 'keluar.pdf')];
  if (bytes === null) copyFileSync(SAMPLE, input);
  else writeFileSync(input, bytes);
  return { input, output };
}

const LINE = /LATIHAN: ditandatangani untuk berlatih, tidak berlaku sebagai dokumen resmi/;

/** How many points of a page are of the mark's red, dark or light. */
function reds(file: string, page: number): number {
  const dir = temporaryFolder();
  const pages = ['-r', '36', '-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', [...pages, file, join(dir, 'p')]);
  const bytes = readFileSync(join(dir, 'p.ppm'));
  let found = 0;
  for (let at = 15; at + 2 < bytes.length; at += 3) {
    const [r = 0, g = 0, b = 0] = bytes.subarray(at, at + 3);
    if (r - g > 25 && r - b > 25) found += 1;
  }
  return found;
}

describe('a document signed in practice mode', () => {
  it('says so on every page, invisible as the signature is, and is valid for other programs', async () => {
    const { input, output } = inputOf(null);
    await signFile(input, output, practising, { ...practice, reason: 'Menyetujui' });
    const count = Number(
      /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [output]).toString())?.[1] ?? 0,
    );
    expect(count).toBeGreaterThan(1);
    for (let page = 1; page <= count; page += 1) {
      expect(words(output, page)).toMatch(LINE);
      expect(reds(output, page)).toBeGreaterThan(3000);
      expect(reds(input, page)).toBe(0);
    }
    const rows = execFileSync('pdffonts', [output]).toString().trim().split('\n').slice(2);
    // Columns from the right: object number and generation, ToUnicode, subset, embedded.
    for (const row of rows) expect(row.trim().split(/\s+/).at(-5)).toBe('yes');
    expect(rows.some((row) => /^[A-Z]{6}\+NotoSans-Bold /.test(row))).toBe(true);
    expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
    expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
    // The original's bytes stand first, and what says LATIHAN lies under the signature's byte range.
    const signed = readFileSync(output);
    expect(signed.subarray(0, readFileSync(input).length).equals(readFileSync(input))).toBe(true);
    expect(signed.toString('latin1')).toContain('/Reason (LATIHAN: Menyetujui)');
    expect(execFileSync('pdfsig', [output]).toString()).toContain('Total document signed');
  });

  it.each([
    ['turned by 90 degrees', classicFile({ page: '/Rotate 90' })],
    ['turned by 270 degrees', classicFile({ page: '/Rotate 270 /CropBox [40 50 540 700]' })],
    ['with object streams', streamFile({ page: '', objects: [] })],
    ['very wide', classicFile({ page: '/MediaBox [0 0 900 200]' })],
  ])('%s', async (_name, bytes) => {
    const { input, output } = inputOf(bytes);
    await signFile(input, output, practising, practice);
    expect(words(output, 1)).toMatch(LINE);
    expect(reds(output, 1)).toBeGreaterThan(500);
    const { width, height } = renderPage(output, 1)!;
    const box = execFileSync('pdftotext', ['-bbox', '-cropbox', output, '-']).toString();
    // The ends of the line: all of it stands on the page.
    for (const word of ['LATIHAN:', 'resmi']) {
      const place = new RegExp(`xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">${word}<`);
      const [x0 = -1, y0 = -1, x1 = 1e9, y1 = 1e9] = (place.exec(box) ?? []).slice(1).map(Number);
      expect(x0 >= 0 && y0 >= 0 && x1 <= width && y1 <= height).toBe(true);
    }
  });

  it('is signed a second time, and keeps the one mark and the first signature', async () => {
    const { input, output } = inputOf(null);
    const second = join(temporaryFolder(), 'dua.pdf');
    await signFile(input, output, practising, practice);
    const place = { page: 1, rect: { x: 300, y: 60, width: 200, height: 70 } };
    const stamp = { ...place, content: await stampContent() };
    await signFile(output, second, practising, { ...practice, stamp });
    expect(pdfsigSays(second)).toEqual(['Signature is Valid.', 'Signature is Valid.']);
    expect(words(second, 1).match(new RegExp(LINE, 'g'))).toHaveLength(1);
  });
});

const noVera = missing(VERAPDF);
it.skipIf(noVera !== null)(
  `a PDF/A-2b stays one under the mark, drawn as a letter's and by signing (${noVera ?? 'there'})`,
  async () => {
    const { input, output } = inputOf(null);
    const read = readFileSync(resourcePath('letters', 'surat-keterangan.json'), 'utf8');
    const meta = { time: new Date('2026-11-25T02:00:00Z'), tool: 'Pena test', practice: true };
    const template = letterTemplate.parse(JSON.parse(read));
    const material = { fonts: practice.practice, letterhead: { fields: {}, emblem: null } };
    writeFileSync(input, await letterPdf(template, fields, meta, material));
    await signFile(input, output, practising, practice);
    expect(run('PdfaCheck', VERAPDF, [input, output])).toEqual(['compliant', 'compliant']);
  },
  120_000,
);

describe('practice mode refuses', () => {
  it('what was signed outside: under that signature no byte may change', async () => {
    const { input, output } = inputOf(null);
    const second = join(temporaryFolder(), 'dua.pdf');
    await signFile(input, output, real);
    expect(await refusedWith(signFile(output, second, practising, practice))).toEqual({
      code: 'PRACTICE_SIGNED_ALREADY',
      params: {},
    });
    expect(existsSync(second)).toBe(false);
  });

  it('real certificates, as the program outside refuses those of practice', async () => {
    const { input, output } = inputOf(null);
    const name = 'NAMA PEJABAT LATIHAN';
    expect(await refusedWith(signFile(input, output, real, practice))).toEqual({
      ...{ code: 'CERT_NOT_PRACTICE', params: { name } },
    });
    expect((await refusedWith(signFile(input, output, practising))).code).toBe('CERT_PRACTICE');
    expect(existsSync(output)).toBe(false);
  });
});
