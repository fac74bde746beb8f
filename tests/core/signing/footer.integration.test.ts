// The footer before the first signature: on every page, upright, inside the crop box, and nothing else on
// the page changes; drawn by poppler before and after.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toPenaError } from '../../../core/domain/pena-error.ts';
import type { LoadedFooter } from '../../../core/domain/footer-design.ts';
import type { Footer } from '../../../core/signing/footer/footer.ts';
import { loadFooters } from '../../../native/files/footer-designs.ts';
import { corpusDir, NO_CORPUS } from '../../support/corpus.ts';
import {
  pageCount,
  pdfsigSays,
  qpdfCheck,
  qpdfIsEncrypted,
  type Raster,
  renderPage,
  renderPages,
  sameOutside,
} from '../../support/other-validators.ts';
import { rejection } from '../../support/rejection.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { classicFile, hybridFile, streamFile } from '../support/small-files.ts';

const folder = sharedTemporaryFolder();
let signer: TestSigner;
let shipped: LoadedFooter;

beforeAll(async () => {
  signer = await makeTestSigner(folder);
  shipped = (await loadFooters()).footers.get('kode-qr')!;
});

async function footer(): Promise<Footer> {
  const { design: _, ...content } = await stampContent({ qr: 'https://contoh.go.id/v/1' });
  return { ...shipped, content };
}

/** Where the strip lies on the shown page, in pixels from the upper left corner. */
function strip({ width, height }: Raster): { x: number; y: number; width: number; height: number } {
  const { margin, height: tall } = shipped.footer;
  const across = width - 2 * margin.side;
  return { x: margin.side, y: height - margin.bottom - tall, width: across, height: tall };
}

function ink({ width, pixels }: Raster, box: ReturnType<typeof strip>): number {
  let dark = 0;
  for (let y = Math.round(box.y); y < box.y + box.height; y += 1) {
    for (let x = Math.round(box.x); x < box.x + box.width; x += 1) {
      if ((pixels[y * width + x] ?? 255) < 128) dark += 1;
    }
  }
  return dark;
}

async function signWithFooter(bytes: Uint8Array): Promise<{ input: string; output: string }> {
  const dir = temporaryFolder();
  const [input, output] = [join(dir, 'masuk.pdf'), join(dir, 'keluar.pdf')];
  writeFileSync(input, bytes);
  const result = await signFile(input, output, signer.key, { footer: await footer() });
  expect(result.footer).toBe('added');
  expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
  expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
  return { input, output };
}

function stream(content: string, entries = ''): string {
  return `<< ${entries} /Length ${String(content.length)} >>\nstream\n${content}\nendstream`;
}

const SQUARE = '0 0 1 rg 200 300 80 60 re f';

describe.each([0, 90, 180, 270])('a cropped page turned by %i degrees', (turn) => {
  it('has it at its foot as it is shown, to be read upright', async () => {
    const { input, output } = await signWithFooter(
      classicFile({
        page: `/Contents 4 0 R /CropBox [40 50 540 700] /Rotate ${String(turn)}`,
        objects: [stream(SQUARE)],
      }),
    );
    const [before, after] = [renderPage(input, 1)!, renderPage(output, 1)!];
    const box = strip(after);
    expect(sameOutside(before, after, box)).toBe(true);
    expect(ink(after, box)).toBeGreaterThan(300);
    const words = execFileSync('pdftotext', ['-bbox', '-cropbox', output, '-']).toString();
    const place = /xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">Dokumen</.exec(words);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (place ?? []).slice(1).map(Number);
    expect(x0 > box.x && x1 < box.x + box.width && y0 > box.y && y1 < box.y + box.height).toBe(
      true,
    );
    // Seven letters on one line: wider than high.
    expect(x1 - x0).toBeGreaterThan(2 * (y1 - y0));
  });
});

describe('every kind of file', () => {
  it.each([
    ['object streams', streamFile({ page: '/Contents 4 0 R', objects: ['null'] })],
    ['a hybrid file', hybridFile()],
    ['no content at all', classicFile()],
  ])('%s', async (_name, bytes) => {
    const { output } = await signWithFooter(bytes);
    const after = renderPage(output, 1)!;
    expect(ink(after, strip(after))).toBeGreaterThan(300);
  });

  const XOBJECTS = '/Resources << /XObject << /PenaKaki 5 0 R >> >>';
  const form = stream(
    '1 0 0 rg 0 400 50 50 re f',
    '/Type /XObject /Subtype /Form /BBox [0 0 500 500]',
  );
  it.each([
    ['a name of ours that is taken', '/PenaKaki Do', ''],
    ['states left open', `q 3 0 0 3 100 100 cm 0 0 10 10 re W n ${SQUARE}`, ''],
    ['text left open', '/Span BMC BT 5 Tr 3 Ts 40 Tz', ''],
    ['an array of streams, by reference', '', '/Contents 6 0 R'],
  ])('%s', async (_name, content, contents) => {
    const { input, output } = await signWithFooter(
      classicFile({
        page: `${XOBJECTS} ${contents === '' ? '/Contents 4 0 R' : contents}`,
        objects: [
          stream(content),
          form,
          '[7 0 R 8 0 R]',
          stream('q 0 1 0 rg 200'),
          stream('300 80 60 re f Q'),
        ],
      }),
    );
    const [before, after] = [renderPage(input, 1)!, renderPage(output, 1)!];
    expect(sameOutside(before, after, strip(after))).toBe(true);
    const plain = renderPage((await signWithFooter(classicFile())).output, 1)!;
    // The strip looks as it does on an empty page: nothing of this page's state reached it.
    expect(sameOutside(after, plain, { x: 0, y: 0, width: 595, height: strip(after).y - 1 })).toBe(
      true,
    );
  });

  it('pages of one size share the drawing, and inherit nothing of each other', async () => {
    const inherited = '/MediaBox [0 0 595 842] /Resources << /ProcSet [/PDF] >>';
    const { output } = await signWithFooter(Buffer.from(manyPages(inherited), 'latin1'));
    expect(pageCount(output)).toBe(3);
    const qdf = execFileSync('qpdf', ['--qdf', '--object-streams=disable', output, '-']).toString(
      'latin1',
    );
    expect(qdf.match(/\/Subtype \/Form/g)?.length).toBe(1);
    for (const number of [1, 2, 3]) {
      const raster = renderPage(output, number)!;
      expect(ink(raster, strip(raster))).toBeGreaterThan(300);
    }
  });
});

/** Three pages that inherit their resources. */
function manyPages(inherited: string): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 ${inherited} >>`,
    ...['', '', ''].map(() => '<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>'),
    stream(SQUARE),
  ];
  let text = '%PDF-1.7\n';
  const rows = objects.map((body, index) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
    return row;
  });
  const size = String(objects.length + 1);
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF\n`;
}

describe('a page with a unit of its own', () => {
  it('has the footer in points, as all that is measured in it', async () => {
    const { output } = await signWithFooter(
      classicFile({ page: '/UserUnit 2 /MediaBox [0 0 298 421]' }),
    );
    // This poppler draws a unit as a pixel, whatever it stands for: everything at half its size.
    const after = renderPage(output, 1)!;
    const whole = strip({ ...after, width: after.width * 2, height: after.height * 2 });
    const half = {
      x: whole.x / 2,
      y: whole.y / 2,
      width: whole.width / 2,
      height: whole.height / 2,
    };
    expect(ink(after, half)).toBeGreaterThan(100);
    expect(sameOutside(after, { ...after, pixels: after.pixels.map(() => 255) }, half)).toBe(true);
  });
});

describe('a state restored that was never saved', () => {
  it('restores nothing then either', async () => {
    // At half its size from (90, 90) on: from (190, 240) to (230, 270). Poppler itself stops at such a Q.
    const { output } = await signWithFooter(
      classicFile({
        page: '/Contents 4 0 R',
        objects: [stream(`.5 0 0 .5 90 90 cm Q Q ${SQUARE}`)],
      }),
    );
    const after = renderPage(output, 1)!;
    const square = { x: 191, y: 842 - 269, width: 38, height: 28 };
    expect(ink(after, square)).toBe(38 * 28);
    expect(ink(after, strip(after))).toBeGreaterThan(300);
  });
});

describe('a document that is signed already', () => {
  it('gets none, and its signature stays valid', async () => {
    const dir = temporaryFolder();
    const [input, first, second] = ['a', 'b', 'c'].map((name) => join(dir, `${name}.pdf`));
    writeFileSync(input!, classicFile());
    await signFile(input!, first!, signer.key);
    const result = await signFile(first!, second!, signer.key, { footer: await footer() });
    expect(result.footer).toBe('left-out-signed');
    expect(pdfsigSays(second!)).toEqual(['Signature is Valid.', 'Signature is Valid.']);
    const after = renderPage(second!, 1)!;
    expect(ink(after, strip(after))).toBe(0);
  });
});

describe('a page too narrow for the sentence', () => {
  it('is refused, and nothing is written', async () => {
    const dir = temporaryFolder();
    const [input, output] = [join(dir, 'masuk.pdf'), join(dir, 'keluar.pdf')];
    writeFileSync(input, classicFile({ page: '/MediaBox [0 0 120 200]' }));
    const error = await rejection(signFile(input, output, signer.key, { footer: await footer() }));
    expect(error.code).toBe('STAMP_TOO_SMALL');
    expect(existsSync(output)).toBe(false);
  });
});

const corpus = corpusDir();

describe.skipIf(corpus === null)(
  `the odd corpus${corpus === null ? ` (${NO_CORPUS})` : ''}`,
  () => {
    it('looks as before outside the footer, page by page', async () => {
      const names = readdirSync(join(corpus ?? '', 'odd')).filter((name) => name.endsWith('.pdf'));
      const bad: string[] = [];
      let added = 0;
      for (const name of names) {
        const input = join(corpus ?? '', 'odd', name);
        const output = join(folder, name);
        const before = qpdfCheck(input);
        if (qpdfIsEncrypted(input)) continue;
        try {
          await signFile(input, output, signer.key, { footer: await footer() });
        } catch (thrown) {
          const { code } = toPenaError(thrown);
          if (!/^(PDF_|STAMP_TOO_SMALL)/.test(code)) bad.push(`${name}: ${code}`);
          continue;
        }
        added += 1;
        const after = qpdfCheck(output);
        if (after.status > before.status || after.complaints > before.complaints) {
          bad.push(`${name}: qpdf ${String(before.complaints)} -> ${String(after.complaints)}`);
        }
        if (pdfsigSays(output).join() !== 'Signature is Valid.') bad.push(`${name}: pdfsig`);
        const count = Math.min(pageCount(input), 10);
        const [looked, looks] = [renderPages(input, count), renderPages(output, count)];
        for (let page = 1; page <= count; page += 1) {
          const [was = null, is = null] = [looked[page - 1], looks[page - 1]];
          const mask = is === null ? null : strip(is);
          if (!sameOutside(was, is, mask)) bad.push(`${name}: page ${String(page)} changed`);
          if (is !== null && mask !== null && sameOutside(was, is, null)) {
            bad.push(`${name}: page ${String(page)} has no footer`);
          }
        }
        if (process.env['PENA_KEEP'] !== undefined)
          copyFileSync(output, join(process.env['PENA_KEEP'], name));
      }
      expect(bad).toEqual([]);
      expect(added).toBeGreaterThan(35);
    }, 300_000);
  },
);
