// The letterhead with an office's emblem, names and addresses of any length, and the rooms where signatures wait, as
// other programs see them. The files stay in test-results/letters, to be looked at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { letterPdf } from '../../../../core/lifecycle/letters/letter-pdf.ts';
import { letterheadOf } from '../../../../core/lifecycle/letters/letterhead.ts';
import {
  type LetterFields,
  letterTemplate,
  type LetterTemplate,
} from '../../../../core/lifecycle/letters/template.ts';
import { loadFonts, resourcePath } from '../../../../native/files/resources.ts';
import { missing, run, VERAPDF } from '../../../support/java-validators.ts';
import { qpdfCheck } from '../../../support/other-validators.ts';
import { png } from '../../../support/png.ts';
import { rejection } from '../../../support/rejection.ts';
import fields from './sample-fields.json' with { type: 'json' };

const OUT = 'test-results/letters';
const META = { time: new Date('2026-11-25T02:00:00Z'), tool: 'Pena test', practice: false };
const NAMES = readdirSync(resourcePath('letters'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5));

const LONG = {
  ...fields,
  'office.government': 'Pemerintah Kabupaten Kepulauan Contoh Utara dan Sekitarnya',
  'office.unit':
    'Dinas Komunikasi, Informatika, Statistik, dan Persandian Kabupaten Kepulauan Contoh Utara',
  'office.address':
    'Jalan Jenderal Contoh Besar Nomor 123, Kompleks Perkantoran Gedung B Lantai 3, Kecamatan Contoh Ulu, Kabupaten Kepulauan Contoh Utara 75123',
  'owner.name':
    'Prof. Dr. Ir. Raden Mas Muhammad Abdurrahman Contohkusumo Hadiningrat, S.Kom., M.Kom., Ph.D.',
  'owner.position':
    'Kepala Bidang Penyelenggaraan Persandian dan Pengamanan Informasi Pemerintah Daerah Kabupaten Kepulauan Contoh Utara',
  'superior.name': 'Dr. Hj. Siti Nurhaliza Contoh Binti Abdul Rahman Contohwati, S.H., M.H., M.Si.',
  'superior.position':
    'Kepala Dinas Komunikasi, Informatika, Statistik, dan Persandian Kabupaten Kepulauan Contoh Utara',
  'authority.name':
    'Kepala Dinas Komunikasi, Informatika, Statistik, dan Persandian Kabupaten Kepulauan Contoh Utara',
  'event.narrative': `${fields['event.narrative']} `.repeat(16),
};

let fonts: Awaited<ReturnType<typeof loadFonts>>;
beforeAll(async () => {
  fonts = await loadFonts();
  mkdirSync(OUT, { recursive: true });
});

const template = (name: string): LetterTemplate =>
  letterTemplate.parse(JSON.parse(readFileSync(resourcePath('letters', `${name}.json`), 'utf8')));

async function draw(
  name: string,
  {
    values = fields,
    emblem = null,
    file,
  }: {
    readonly values?: LetterFields;
    readonly emblem?: Uint8Array | null;
    readonly file: string;
  },
): Promise<string> {
  const path = join(OUT, `${file}.pdf`);
  const letterhead = { fields: {}, emblem };
  writeFileSync(path, await letterPdf(template(name), values, META, { fonts, letterhead }));
  return path;
}

/** 8 × 8 pixels in sRGB, CMYK and grey, as ImageMagick writes them. */
const JPEG = {
  rgb: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCbAGnP/9k=',
  cmyk: '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P/8AAFAgACAAIBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AzABSuSQH/9k=',
  grey: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AAf/Z',
} as const;
const jpeg = (kind: keyof typeof JPEG): Uint8Array =>
  new Uint8Array(Buffer.from(JPEG[kind], 'base64'));
const EMBLEM = png(200, 240, [28, 93, 58, 200]);

/** Widths and heights of the pictures on a letter's pages. */
const picturesIn = (path: string): string[][] =>
  execFileSync('pdfimages', ['-list', path])
    .toString()
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/).slice(2, 6));

const textOf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-']).toString().replace(/\s+/g, ' ');

const pagesOf = (path: string): string[] =>
  execFileSync('pdftotext', ['-layout', path, '-'])
    .toString()
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());

/** A4, in points. */
const PAGE_HEIGHT = 841.89;

/** Of the words, from a page's upper edge. */
const boxesOf = (path: string): { readonly yMin: number; readonly yMax: number }[] =>
  Array.from(
    execFileSync('pdftotext', ['-bbox', path, '-'])
      .toString()
      .matchAll(/<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"/g),
    ([, yMin, yMax]) => ({ yMin: Number(yMin), yMax: Number(yMax) }),
  );

describe('the emblem', () => {
  it('stands in the letterhead, with its transparency, and is on the first page only', async () => {
    const path = await draw('laporan-pertama', {
      values: LONG,
      emblem: EMBLEM,
      file: 'kop-lambang',
    });
    expect(picturesIn(path)).toEqual([
      ['image', '200', '240', 'rgb'],
      ['smask', '200', '240', 'gray'],
    ]);
    expect(textOf(path)).toContain('PEMERINTAH KABUPATEN KEPULAUAN CONTOH UTARA');
  });

  it.each([
    ['rgb', 'rgb'],
    ['grey', 'gray'],
  ] as const)('may be a JPEG (%s)', async (kind, said) => {
    const path = await draw('pengaduan', { emblem: jpeg(kind), file: `kop-jpeg-${kind}` });
    expect(picturesIn(path)).toEqual([['image', '8', '8', said]]);
  });

  it('loses what a camera wrote into it', async () => {
    const plain = Buffer.from(jpeg('rgb'));
    const comment = Buffer.from('fffe0012Lat -0.5022 Budi'.slice(0, 8), 'hex');
    const told = Buffer.concat([
      plain.subarray(0, 2),
      comment,
      Buffer.from('Lat -0.50 Budi X'),
      plain.subarray(2),
    ]);
    const path = await draw('pengaduan', { emblem: told, file: 'kop-jpeg-komentar' });
    expect(readFileSync(path).includes('Lat -0.50')).toBe(false);
    expect(picturesIn(path)).toHaveLength(1);
  });

  it.each([
    ['CMYK, which PDF/A does not take beside sRGB', () => jpeg('cmyk')],
    ['a JPEG cut off', () => jpeg('rgb').subarray(0, 200)],
    ['a PNG cut off', () => EMBLEM.subarray(0, EMBLEM.length - 20)],
    ['more pixels than any paper shows', () => png(2001, 1, [0, 0, 0, 255])],
    ['no pixel', () => png(0, 4, [0, 0, 0, 255])],
    ['more than a megabyte', () => Buffer.concat([EMBLEM, Buffer.alloc(1 << 20)])],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', () => new Uint8Array()],
  ])('is refused: %s', async (_, make) => {
    const drawn = draw('pengaduan', { emblem: new Uint8Array(make()), file: 'kop-ditolak' });
    expect(await rejection(drawn)).toMatchObject({ code: 'LETTER_EMBLEM_INVALID' });
  });
});

describe('what an office lays down', () => {
  it('stands in its letters where a letter is not told otherwise', async () => {
    const letterhead = letterheadOf(
      {
        government: 'Pemerintah Kota Lain',
        place: 'Kota Lain',
        authority: { name: 'Kepala Dinas Lain' },
      },
      null,
    );
    const told = { 'letter.place': ' ', 'owner.name': 'Budi Contoh' };
    const path = join(OUT, 'kop-kantor.pdf');
    writeFileSync(
      path,
      await letterPdf(template('laporan-masalah'), told, META, { fonts, letterhead }),
    );
    const text = textOf(path);
    for (const part of ['PEMERINTAH KOTA LAIN', 'Kota Lain, \u2026', 'Kepala Dinas Lain']) {
      expect(text).toContain(part);
    }
  });

  it('names the registration authority of the policy where the letterhead does not', () => {
    const named = (head: unknown): string | undefined =>
      letterheadOf(head, null, 'Dinas menurut kebijakan').fields['authority.name'];
    expect(named(null)).toBe('Dinas menurut kebijakan');
    expect(named({ government: 'Pemerintah Kota Lain' })).toBe('Dinas menurut kebijakan');
    expect(named({ authority: { name: 'Kepala Dinas Lain' } })).toBe('Kepala Dinas Lain');
    expect(letterheadOf(null, null).fields).toEqual({});
  });

  it.each([{ kop: 'x' }, { government: '' }, [], 'kop', { government: 'x'.repeat(201) }])(
    'is refused where it is not of its shape (%j)',
    (head) => {
      expect(() => letterheadOf(head, null)).toThrow(
        expect.objectContaining({ code: 'LETTER_TEMPLATE_INVALID' }),
      );
    },
  );
});

describe.each(NAMES)('with names and addresses as long as they come, %s', (name) => {
  it('is sound, and its signatures stand on one page with what comes before', async () => {
    const path = await draw(name, { values: LONG, emblem: EMBLEM, file: `${name}-panjang` });
    expect(qpdfCheck(path)).toEqual({ status: 0, complaints: 0 });
    const last = pagesOf(path).at(-1) ?? '';
    for (const { lines } of template(name).signatures) {
      const [first = ''] = lines;
      // Nobody signs on a page with nothing else on it.
      expect(last.indexOf(first.replace(/\{.*\}/, '\u2026'))).toBeGreaterThan(0);
    }
  });
});

it('carries what is longer than a page over to the next ones, and loses no word', async () => {
  const words = Array.from({ length: 600 }, (_, i) => `kata${String(i)}`);
  const values = { ...fields, 'event.narrative': words.join(' ') };
  const path = await draw('surat-keterangan', { values, file: 'surat-keterangan-kronologi' });
  const pages = pagesOf(path);
  expect(pages.length).toBeGreaterThan(1);
  const said = pages.join(' ');
  expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(said))).toEqual([]);
  // It begins where there is room for it.
  expect(pages[0]).toContain('kata0');
  for (const box of boxesOf(path)) {
    expect(box.yMax).toBeLessThan(PAGE_HEIGHT - 20);
    expect(box.yMin).toBeGreaterThan(20);
  }
});

it('says who signs where, in the order in which they sign', () => {
  for (const name of NAMES) {
    const fieldNames = template(name).signatures.map(({ field }) => field);
    expect(fieldNames).not.toContain(undefined);
    expect(new Set(fieldNames).size).toBe(fieldNames.length);
  }
  expect(template('surat-keterangan').signatures.map(({ field }) => field)).toEqual([
    'Pemilik',
    'Mengetahui',
  ]);
});

it('refuses a template in which one signs for both', () => {
  const { signatures, ...rest } = template('surat-keterangan');
  const both = signatures.map((one) => ({ ...one, field: 'Pemilik' }));
  expect(letterTemplate.safeParse({ ...rest, signatures: both }).success).toBe(false);
});

const noVera = missing(VERAPDF);
it.skipIf(noVera !== null)(
  `veraPDF calls letters with an emblem and long names PDF/A-2b (${noVera ?? 'there'})`,
  async () => {
    const files = await Promise.all([
      ...NAMES.map((name) => draw(name, { values: LONG, emblem: EMBLEM, file: `${name}-panjang` })),
      ...(['rgb', 'grey'] as const).map((kind) =>
        draw('pengaduan', { emblem: jpeg(kind), file: `kop-jpeg-${kind}` }),
      ),
    ]);
    expect(run('PdfaCheck', VERAPDF, files)).toEqual(files.map(() => 'compliant'));
  },
  300_000,
);
