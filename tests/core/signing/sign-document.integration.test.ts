// Signing from end to end below the shells: where the stamp stands, what is refused, and that nothing
// is ever left behind.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawStamp } from '../../../core/pdf/appearance/draw-stamp.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { inventory } from '../../../core/pdf/signature-inventory.ts';
import type { SigningKey } from '../../../core/ports/token.ts';
import { previewStamp } from '../../../core/signing/preview-stamp.ts';
import type { SigningProgress } from '../../../core/signing/request.ts';
import { memorySource } from '../support/memory-source.ts';
import { classicFile, type SmallFileOptions } from '../support/small-files.ts';
import {
  opensslAccepts,
  pdfsigSays,
  qpdfCheck,
  renderPage,
} from '../../support/other-validators.ts';
import { rejection } from '../../support/rejection.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();
let signer: TestSigner;

beforeAll(async () => {
  signer = await makeTestSigner(folder);
});

function files(options: SmallFileOptions = {}): { input: string; output: string; dir: string } {
  const dir = temporaryFolder();
  const input = join(dir, 'masuk.pdf');
  writeFileSync(input, classicFile(options));
  return { input, output: join(dir, 'keluar.pdf'), dir };
}

describe.each(['rsa:2048', 'rsa:3072', 'ec:P-256', 'ec:P-384'] as const)('%s', (algorithm) => {
  it('signs what pdfsig, openssl and qpdf accept, as often as asked', async () => {
    const { key, caFile } = await makeTestSigner(folder, algorithm);
    const { input, output, dir } = files();
    await signFile(input, output, key);
    const again = join(dir, 'dua.pdf');
    await signFile(output, again, key, { reason: 'Kedua (lagi)', location: 'Kota “Latihan”' });
    expect(pdfsigSays(again)).toEqual(['Signature is Valid.', 'Signature is Valid.']);
    expect(await opensslAccepts(again, caFile, dir)).toBe(true);
    expect(qpdfCheck(again)).toEqual({ status: 0, complaints: 0 });
    const { signatures } = await inventory(await PdfReader.open(memorySource(readFileSync(again))));
    expect(signatures.map(({ fieldName }) => fieldName)).toEqual(['TTE1', 'TTE2']);
    expect(signatures[1]).toMatchObject({ reason: 'Kedua (lagi)', location: 'Kota “Latihan”' });
  });
});

describe('the purpose shown with the PIN', () => {
  it('names the document and its digest', async () => {
    const { input, output } = files();
    const seen: unknown[] = [];
    const key: SigningKey = {
      ...{ certificate: signer.key.certificate, chain: signer.key.chain },
      sign: (data, algorithm, purpose) => {
        seen.push(purpose);
        return signer.key.sign(data, algorithm, purpose);
      },
    };
    const { documentSha256 } = await signFile(input, output, key);
    const sha256 = createHash('sha256').update(readFileSync(input)).digest('hex');
    expect(seen).toEqual([{ documents: [{ name: 'uji.pdf', sha256 }] }]);
    expect(documentSha256).toBe(sha256);
  });
});

// The page is 300 x 400 points, cropped to 200 x 300 at (50, 60); the stamp 80 x 40 at (10, 20) of
// the visible page. Where that is on the shown page was worked out on paper.
describe.each([
  [0, { x: 10, y: 240, width: 80, height: 40 }],
  [90, { x: 20, y: 10, width: 40, height: 80 }],
  [180, { x: 110, y: 20, width: 80, height: 40 }],
  [270, { x: 240, y: 110, width: 40, height: 80 }],
] as const)('a stamp on a cropped page turned by %i degrees', (rotate, shown) => {
  it('stands where it was asked to, and upright', async () => {
    const { input, output } = files({
      page: `/MediaBox [0 0 300 400] /CropBox [50 60 250 360] /Rotate ${String(rotate)}`,
    });
    const rect = { x: 10, y: 20, width: 80, height: 40 };
    const content = await stampContent({ name: 'A. B.', position: '' });
    const tall = rotate % 180 === 90;
    await signFile(input, output, signer.key, { stamp: { page: 1, rect, content } });
    const raster = renderPage(output, 1)!;
    expect([raster.width, raster.height]).toEqual(tall ? [300, 200] : [200, 300]);
    const grey = (x: number, y: number): number => raster.pixels[y * raster.width + x] ?? 255;
    // The frame's four edges are dark, what lies around them is not.
    const inner = { x: shown.x, y: shown.y };
    const middle = { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 };
    const darkest = (xs: number[], ys: number[]): number =>
      Math.min(...xs.flatMap((x) => ys.map((y) => grey(x, y))));
    expect(darkest([inner.x, inner.x + 1], [middle.y])).toBeLessThan(220);
    expect(
      darkest([shown.x + shown.width - 2, shown.x + shown.width - 1], [middle.y]),
    ).toBeLessThan(220);
    expect(darkest([middle.x], [inner.y, inner.y + 1])).toBeLessThan(220);
    expect(
      darkest([middle.x], [shown.y + shown.height - 2, shown.y + shown.height - 1]),
    ).toBeLessThan(220);
    for (let y = 0; y < raster.height; y += 1) {
      for (let x = 0; x < raster.width; x += 1) {
        const outside =
          x < shown.x - 1 ||
          x > shown.x + shown.width ||
          y < shown.y - 1 ||
          y > shown.y + shown.height;
        if (outside) expect(grey(x, y)).toBe(255);
      }
    }
    // Upright: the same picture as the stamp drawn by itself.
    const alone = join(temporaryFolder(), 'cap.pdf');
    writeFileSync(alone, await drawStamp(content, { width: shown.width, height: shown.height }));
    const drawn = renderPage(alone, 1)!;
    let differing = 0;
    for (let y = 2; y < shown.height - 2; y += 1) {
      for (let x = 2; x < shown.width - 2; x += 1) {
        const there = grey(shown.x + x, shown.y + y);
        const here = drawn.pixels[y * drawn.width + x] ?? 255;
        if (Math.abs(there - here) > 64) differing += 1;
      }
    }
    expect(differing).toBeLessThan(shown.width * shown.height * 0.02);
  });
});

describe('the preview', () => {
  it('is drawn by the same hand, as large as it will be shown', async () => {
    const source = memorySource(classicFile({ page: '/Rotate 90' }));
    const content = await stampContent();
    const rect = { x: 10, y: 10, width: 60, height: 160 };
    const { pdf, place } = await previewStamp({ source }, { page: 1, rect, content });
    expect(place).toEqual({ page: 1, rect });
    const path = join(temporaryFolder(), 'cap.pdf');
    writeFileSync(path, pdf);
    expect(renderPage(path, 1)).toMatchObject({ width: 160, height: 60 });
  });
});

describe('what stands against signing', () => {
  const certified =
    '/Perms << /DocMDP << /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>] >> >>';

  it.each([
    ['an author who allows no change', { catalog: certified }, {}, 'PDF_CERTIFIED'],
    ['no such page', {}, { page: 2 }, 'PDF_PAGE_NOT_FOUND'],
    ['a place off the page', {}, { x: 590 }, 'PDF_RECT_OUTSIDE_PAGE'],
    ['a stamp too small to read', {}, { width: 8, height: 8 }, 'STAMP_TOO_SMALL'],
    ['a name the fonts do not have', {}, { name: '王小明' }, 'STAMP_TEXT_UNSUPPORTED'],
  ] as const)('%s is said before anything is written', async (_name, file, stamp, code) => {
    const { input, output, dir } = files(file);
    const { page, name, ...rect } = {
      page: 1,
      name: 'A',
      x: 5,
      y: 5,
      width: 100,
      height: 50,
      ...stamp,
    };
    const content = await stampContent({ name });
    const error = await rejection(
      signFile(input, output, signer.key, { stamp: { page, rect, content } }),
    );
    expect(error.code).toBe(code);
    expect(readdirSync(dir)).toEqual(['masuk.pdf']);
  });

  it.each([
    ['expired', '2040-01-01T00:00:00Z', 'CERT_EXPIRED'],
    ['not yet valid', '2020-01-01T00:00:00Z', 'CERT_NOT_YET_VALID'],
  ])('a certificate that is %s', async (_name, now, code) => {
    const { input, output } = files();
    const clock = { now: () => new Date(now) };
    expect((await rejection(signFile(input, output, signer.key, { clock }))).code).toBe(code);
  });

  it('a cancellation, at any phase, which leaves nothing behind', async () => {
    for (const stop of ['preparing', 'copying', 'signing', 'checking'] as const) {
      const { input, output, dir } = files();
      const stopping = new AbortController();
      const onProgress = ({ phase }: SigningProgress): void => {
        if (phase === stop) stopping.abort();
      };
      const { signal } = stopping;
      const error = await rejection(signFile(input, output, signer.key, { signal, onProgress }));
      expect(error.code).toBe('CANCELLED');
      expect(readdirSync(dir)).toEqual(['masuk.pdf']);
    }
  });

  it('a token that answers with a wrong signature: nothing is written', async () => {
    const { input, output } = files();
    const key: SigningKey = {
      ...{ certificate: signer.key.certificate, chain: signer.key.chain },
      sign: () => Promise.resolve(new Uint8Array(256)),
    };
    expect((await rejection(signFile(input, output, key))).code).toBe('TOKEN_SIGNATURE_WRONG');
    expect(existsSync(output)).toBe(false);
  });
});
