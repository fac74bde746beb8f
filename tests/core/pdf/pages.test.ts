// The page tree (ISO 32000-2 7.7.3).
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/pdf/limits.ts';
import { countPages, findPage } from '../../../core/pdf/pages.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { memorySource } from '../support/memory-source.ts';
import { refusal } from './support/code-of.ts';
import { Draft } from './support/draft.ts';
import { plain } from './support/plain.ts';

/** A file with these objects from number 2 on; 2 is the root of the page tree. */
function tree(...objects: readonly string[]): Promise<PdfReader> {
  const draft = new Draft();
  draft.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  objects.forEach((body, i) => draft.object(i + 2, body));
  return draft.finish().open();
}
const PAGE = '<< /Type /Page >>';
const node = (count: number, ...kids: readonly number[]): string =>
  `<< /Type /Pages /Count ${count} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;

/** Object numbers of all pages, in order. */
async function order(reader: PdfReader): Promise<number[]> {
  const found: number[] = [];
  for (let page = 1; page <= (await countPages(reader)); page += 1) {
    found.push((await findPage(reader, page)).ref.num);
  }
  return found;
}

describe('pages', () => {
  it.each([
    ['one', [node(1, 3), PAGE], [3]],
    ['side by side', [node(3, 3, 4, 5), PAGE, PAGE, PAGE], [3, 4, 5]],
    [
      'in a tree',
      [node(5, 3, 6, 7), node(2, 4, 5), PAGE, PAGE, PAGE, node(2, 8, 9), PAGE, PAGE],
      [4, 5, 6, 8, 9],
    ],
    // As many kids as pages, yet not each kid is a page.
    ['with an empty node', [node(3, 3, 6, 7), node(2, 4, 5), PAGE, PAGE, PAGE, node(0)], [4, 5, 6]],
    ['with an empty node first', [node(2, 3, 4), node(0), node(2, 5, 6), PAGE, PAGE], [5, 6]],
    ['without types', ['<</Count 2/Kids[3 0 R 4 0 R]>>', '<<>>', '<<>>'], [3, 4]],
    [
      'that have kids of their own making',
      [node(2, 3, 4), '<</Type/Page/Kids[4 0 R]>>', PAGE],
      [3, 4],
    ],
    ['with the same page twice', [node(2, 3, 3), PAGE], [3, 3]],
  ])('%s', async (_, objects, expected) => {
    const reader = await tree(...objects);
    expect(await order(reader)).toEqual(expected);
    expect((await findPage(reader, 'last')).ref.num).toBe(expected.at(-1));
  });

  it('none', async () => {
    const reader = await tree(node(0));
    expect(await countPages(reader)).toBe(0);
    expect(await refusal(findPage(reader, 'last'))).toBe('PDF_PAGE_NOT_FOUND');
  });

  it.each([0, 3, -1, 1.5, NaN, Infinity])('not number %d of two', async (page) => {
    const reader = await tree(node(2, 3, 4), PAGE, PAGE);
    expect(await refusal(findPage(reader, page))).toBe('PDF_PAGE_NOT_FOUND');
  });

  it('inherit four attributes, the nearest counting (table 31)', async () => {
    const reader = await tree(
      '<< /Count 2 /Kids [3 0 R 4 0 R] /MediaBox [0 0 1 1] /Rotate 90 /Resources 9 0 R /Contents 8 0 R >>',
      '<< /Count 1 /Parent 2 0 R /Kids [5 0 R] /MediaBox [0 0 2 2] /CropBox [0 0 1 2] >>',
      PAGE,
      '<< /Type /Page /Parent 3 0 R /Rotate 180 >>',
    );
    const page = await findPage(reader, 1);
    expect(Object.fromEntries([...page.attributes].map(([key, is]) => [key, plain(is)]))).toEqual({
      MediaBox: [0, 0, 2, 2],
      CropBox: [0, 0, 1, 2],
      Rotate: 180,
      Resources: '9 0 R',
    });
    expect(plain(page.dict)).toEqual({ Type: '/Page', Parent: '3 0 R', Rotate: 180 });
    expect([...(await findPage(reader, 2)).attributes.keys()].sort()).toEqual([
      ...['MediaBox', 'Resources', 'Rotate'],
    ]);
  });

  it('are found without those before them from the nearer end', async () => {
    const pages = Array.from({ length: 20_000 }, (_, i) => i + 3);
    const draft = new Draft();
    draft.object(1, '<< /Type /Catalog /Pages 2 0 R >>');
    draft.object(2, node(pages.length, ...pages));
    for (const num of pages) draft.object(num, `<< /Type /Page /Contents (${'x'.repeat(100)}) >>`);
    const source = memorySource(draft.finish().bytes);
    const reader = await PdfReader.open(source);
    expect((await findPage(reader, 'last')).ref.num).toBe(20_002);
    expect((await findPage(reader, 19_990)).ref.num).toBe(19_992);
    expect((await findPage(reader, 10)).ref.num).toBe(12);
    expect(source.bytesRead).toBeLessThan(source.size / 2);
  });
});

describe('a page tree is refused', () => {
  const many = Array.from({ length: LIMITS.treeDepth + 5 }, (_, i) => node(1, i + 3));
  it.each([
    ['that is its own kid', [node(1, 2)]],
    ['with a kid that is its ancestor', [node(1, 3), node(1, 2)]],
    ['deeper than any real one', [...many, PAGE]],
    ['with fewer pages than /Count', [node(3, 3, 4), PAGE, PAGE]],
    ['with a kid that does not exist', [node(2, 9, 3), PAGE]],
    ['with a kid that is no reference', ['<< /Count 1 /Kids [<< /Type /Page >>] >>']],
    ['with a kid that is no dictionary', [node(1, 3), '(page)']],
    ['with a kid without /Count', [node(2, 3, 4), '<< /Kids [4 0 R] >>', PAGE]],
    ['without /Count', ['<< /Kids [3 0 R] >>', PAGE]],
    ['with a negative /Count', ['<< /Count -1 /Kids [3 0 R] >>', PAGE]],
    ['that is no dictionary', ['[3 0 R]', PAGE]],
  ])('%s', async (_, objects) => {
    const reader = await tree(...objects);
    const all = async (): Promise<void> => {
      await findPage(reader, 1);
      await findPage(reader, 'last');
      await order(reader);
    };
    expect(await refusal(all())).toBe('PDF_PAGE_TREE_BROKEN');
  });

  it('where there is none', async () => {
    const draft = new Draft();
    draft.object(1, '<< /Type /Catalog >>');
    expect(await refusal(countPages(await draft.finish().open()))).toBe('PDF_PAGE_TREE_BROKEN');
  });
});
