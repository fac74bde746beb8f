// Stamps on tags: where they stand on the shown page, who takes which tag, and what is refused.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { formFields } from '../../../core/pdf/form-fields.ts';
import { widgetRectangle } from '../../../core/pdf/increment/signature-field.ts';
import { previewStamp } from '../../../core/signing/preview-stamp.ts';
import type { TagPlacement } from '../../../core/signing/request.ts';
import { openFileSource } from '../../../native/files/file-source.ts';
import { designOf, loadStampDesigns } from '../../../native/files/stamp-designs.ts';
import { pdfsigSays, type Raster, renderPage } from '../../support/other-validators.ts';
import { rejection } from '../../support/rejection.ts';
import { makeTestSigner, signFile, stampContent, type TestSigner } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { memorySource } from '../support/memory-source.ts';
import { classicFile } from '../support/small-files.ts';

const folder = sharedTemporaryFolder();
let signer: TestSigner;

beforeAll(async () => {
  signer = await makeTestSigner(folder);
});

/** Courier: every character 0.6 of the size wide. */
const FONT =
  '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>';

function page(content: string, entries = ''): Uint8Array {
  return classicFile({
    page: `/Contents 4 0 R ${FONT} ${entries}`,
    objects: [`<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`],
  });
}

const at = (x: number, y: number, text: string): string =>
  `BT /F1 20 Tf ${String(x)} ${String(y)} Td (${text}) Tj ET `;

interface Signed {
  readonly dir: string;
  readonly output: string;
  readonly rects: readonly (readonly number[])[];
}

/** Signs once for each placement, one after the other. */
async function sign(bytes: Uint8Array, ...placements: TagPlacement[]): Promise<Signed> {
  const dir = temporaryFolder();
  let input = join(dir, '0.pdf');
  writeFileSync(input, bytes);
  for (const [index, placement] of placements.entries()) {
    const output = join(dir, `${String(index + 1)}.pdf`);
    const content = await stampContent({ name: `PEJABAT ${String(index + 1)}` });
    await signFile(input, output, signer.key, { stamp: { ...placement, content } });
    input = output;
  }
  const source = await openFileSource(input);
  const reader = await PdfReader.open(source);
  const rects: number[][] = [];
  for (const { dict } of await formFields(reader, 'Sig')) {
    const { x, y, width, height } = (await widgetRectangle(reader, dict))!;
    rects.push([x, y, width, height].map((n) => Math.round(n)));
  }
  await source.close();
  return { dir, output: input, rects };
}

const SIZE = { tag: '#', width: 120, height: 50 };

describe('a stamp on a tag', () => {
  // Courier's descent is poppler's and ours by default: a quarter of the size. 12 characters of 12 points.
  it('stands with its lower left corner on the tag and covers it', async () => {
    const { output, rects } = await sign(page(at(100, 300, 'Mengetahui: #')), SIZE);
    expect(rects).toEqual([[100 + 12 * 12, 295, 120, 50]]);
    expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
  });

  it('or with its middle, if wished', async () => {
    const { rects } = await sign(page(at(200, 300, '#')), { ...SIZE, anchor: 'center' });
    // The tag: 12 wide, from 295 to 315.
    expect(rects).toEqual([[206 - 60, 305 - 25, 120, 50]]);
  });

  it('is moved as far as the page needs it', async () => {
    const { rects } = await sign(page(at(570, 830, '#')), SIZE);
    expect(rects).toEqual([[595 - 120, 842 - 50, 120, 50]]);
  });

  it.each([
    // A page turned by 90 degrees shows text that runs up the page; the corner that is lower left as shown
    // is at the right of the unturned page.
    [90, '0 20 -20 0 300 300 Tm', [305 - 50, 300, 50, 120]],
    [180, '-20 0 0 -20 300 300 Tm', [300 - 120, 305 - 50, 120, 50]],
    [270, '0 -20 20 0 300 300 Tm', [295, 300 - 120, 50, 120]],
  ])('on a page turned by %i degrees is upright', async (turn, matrix, rect) => {
    const content = `BT /F1 1 Tf ${matrix} (#) Tj ET`;
    const { rects } = await sign(page(content, `/Rotate ${String(turn)}`), SIZE);
    expect(rects).toEqual([rect]);
  });

  it('hides the tag even where its design lets the page through', async () => {
    const design = designOf(await loadStampDesigns(), 'paraf');
    const dir = temporaryFolder();
    const [input, output] = [join(dir, 'a.pdf'), join(dir, 'b.pdf')];
    writeFileSync(input, page(at(100, 300, '#######')));
    const content = await stampContent({ design, initials: '-' });
    const stamp = { tag: '#######', width: 100, height: 60, content };
    await signFile(input, output, signer.key, { stamp });
    // Along the tag's foot, within the border and below what the design draws.
    const dark = (raster: Raster): number => {
      let count = 0;
      for (let x = 103; x < 180; x += 1) {
        for (let y = 842 - 306; y < 842 - 300; y += 1) {
          if ((raster.pixels[y * raster.width + x] ?? 255) < 128) count += 1;
        }
      }
      return count;
    };
    expect(dark(renderPage(input, 1)!)).toBeGreaterThan(20);
    expect(dark(renderPage(output, 1)!)).toBe(0);
  });
});

describe('several tags', () => {
  const three = page(at(300, 100, '#') + at(50, 100, '#') + at(50, 500, '#'));

  it('are taken by signers in reading order', async () => {
    const inOrder = { ...SIZE, occurrence: 'all-in-order' as const };
    const { output, rects, dir } = await sign(three, inOrder, inOrder, inOrder);
    expect(rects.map(([x, y]) => [x, y])).toEqual([
      [50, 495],
      [50, 95],
      [300, 95],
    ]);
    expect(pdfsigSays(output)).toHaveLength(3);
    const fourth = signFile(output, join(dir, 'x.pdf'), signer.key, {
      stamp: { ...inOrder, content: await stampContent() },
    });
    expect(await rejection(fourth)).toMatchObject({
      ...{ code: 'TAG_NOT_FOUND', params: { tag: '#', found: 3 } },
    });
  });

  it('are chosen by number', async () => {
    expect((await sign(three, { ...SIZE, occurrence: 2 })).rects[0]?.slice(0, 2)).toEqual([50, 95]);
  });

  it('are ambiguous otherwise', async () => {
    expect(await rejection(sign(three, SIZE))).toMatchObject({
      ...{ code: 'TAG_AMBIGUOUS', params: { tag: '#', found: 3 } },
    });
  });
});

describe('what is refused', () => {
  it.each([
    ['no such tag', { ...SIZE, tag: '$' }, 'TAG_NOT_FOUND'],
    ['a number there is not', { ...SIZE, occurrence: 2 }, 'TAG_NOT_FOUND'],
    ['a tag that is none', { ...SIZE, tag: 'a b' }, 'TAG_INVALID'],
    ['a stamp larger than the page', { ...SIZE, width: 700 }, 'PDF_RECT_OUTSIDE_PAGE'],
  ])('%s', async (_name, placement, code) => {
    expect((await rejection(sign(page(at(100, 300, '#')), placement))).code).toBe(code);
  });
});

describe('the preview', () => {
  it('is as large as the stamp on the tag', async () => {
    const content = await stampContent();
    const source = memorySource(page(at(100, 300, '#')));
    const { pdf, place } = await previewStamp({ source }, { ...SIZE, content });
    expect(place).toMatchObject({ page: 1, rect: { width: 120, height: 50 } });
    expect(place?.rect.x).toBeCloseTo(100, 0);
    const path = join(temporaryFolder(), 'cap.pdf');
    writeFileSync(path, pdf);
    expect(renderPage(path, 1)).toMatchObject({ width: 120, height: 50 });
  });
});
