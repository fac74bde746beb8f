// Stamps drawn from designs: what poppler reads and sees on them, and what is refused.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawStamp } from '../../../../core/pdf/appearance/draw-stamp.ts';
import type { StampContent } from '../../../../core/pdf/appearance/stamp-content.ts';
import { stampDesign, type StampDesign } from '../../../../core/domain/stamp-design.ts';
import { designOf, loadStampDesigns } from '../../../../native/files/stamp-designs.ts';
import { renderPage, type Raster } from '../../../support/other-validators.ts';
import { rejection } from '../../../support/rejection.ts';
import { png } from '../../../support/png.ts';
import { stampContent } from '../../../support/signing.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const SIZE = { width: 220, height: 80 };

async function drawn(changes: Partial<StampContent>, size = SIZE): Promise<string> {
  const path = join(temporaryFolder(), 'cap.pdf');
  writeFileSync(path, await drawStamp(await stampContent(changes), size));
  return path;
}

function textOf(path: string): string {
  return execFileSync('pdftotext', ['-layout', path, '-']).toString().trim();
}

function design(elements: readonly unknown[]): StampContent['design'] {
  const parsed: StampDesign = stampDesign.parse({
    ...{ format: 1, id: 'uji', title: { id: 'Uji', en: 'Test' }, size: SIZE, elements },
  });
  return { design: parsed, images: new Map() };
}

const at = ({ width, pixels }: Raster, x: number, y: number): number => pixels[y * width + x] ?? -1;

describe('the shipped designs', () => {
  const content = {
    name: 'Drs. H. I Gusti Ñurah Śàkya, M.Si.',
    position: 'Kepala Dinas',
    nip: '19700101 199001 1 001',
    location: 'Latihan',
    document: { id: '00112233445566778899aabbccddeeff', sha256: 'ab'.repeat(32) },
    specimen: png(60, 30, [0, 0, 120, 255]),
  };

  it.each([
    ['standar', ['Kepala Dinas', content.name, 'Latihan, 24 November 2026']],
    ['kotak-qr', ['Kepala Dinas', content.name, 'NIP 19700101 199001 1 001']],
    ['spesimen', ['Kepala Dinas', content.name, 'NIP 19700101 199001 1 001']],
    ['paraf', ['IGÑŚ', '24-11-2026']],
    ['logo', ['Kepala Dinas', content.name, 'NIP 19700101 199001 1 001']],
  ])(
    '%s says what it shall, at the size it proposes, and nothing of validity',
    async (id, said) => {
      const chosen = designOf(await loadStampDesigns(), id);
      const path = await drawn({ ...content, design: chosen }, chosen.design.size);
      const text = textOf(path).replace(/\s+/g, ' ');
      for (const part of said) expect(text).toContain(part);
      expect(text).not.toMatch(/\b(sah|valid|terverifikasi|verified)\b/i);
      expect(execFileSync('pdffonts', [path]).toString()).not.toMatch(
        / (no +(yes|no)|(yes|no) +no) +(yes|no) /,
      );
    },
  );
});

describe('a stamp drawn twice', () => {
  it('is the same, whatever was drawn between', async () => {
    const one = await stampContent({ name: 'SATU' });
    const first = await drawStamp(one, SIZE);
    for (let i = 0; i < 10; i += 1) await drawStamp({ ...one, name: `LAIN ${i}` }, SIZE);
    const again = await drawStamp({ ...one }, SIZE);
    expect(again.length).toBe(first.length);
    const time = new Date(one.time.getTime() + 60_000);
    expect(textOf(await drawn({ name: 'SATU', time }))).toContain('10.16');
  });
});

describe('images', () => {
  const image = { kind: 'image', source: 'specimen', place: 'rest', margin: 0 };

  it('keep their proportions and let the page through where they are clear', async () => {
    const layers = [
      {
        kind: 'vector',
        place: 'rest',
        margin: 0,
        size: [220, 80],
        paths: [{ d: 'M0 0H220V80H0Z', colour: '#808080' }],
      },
      image,
    ];
    const clear = await drawn({ design: design(layers), specimen: png(40, 40, [255, 0, 0, 0]) });
    expect(at(renderPage(clear, 1)!, 110, 40)).toBe(128);
    const solid = await drawn({ design: design(layers), specimen: png(40, 40, [0, 0, 0, 255]) });
    const raster = renderPage(solid, 1)!;
    // 40 x 40 in 220 x 80: 80 wide, from 70 to 150.
    expect([60, 80, 140, 160].map((x) => at(raster, x, 40))).toEqual([128, 0, 0, 128]);
  });

  it.each([
    ['no image', Buffer.from('teks')],
    ['a PNG cut short', png(40, 40, [0, 0, 0, 255]).subarray(0, 60)],
    ['a PNG of too many pixels', png(4001, 1, [0, 0, 0, 255])],
    ['a JPEG cut short', Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 9, 0, 9, 3])],
  ])('%s is refused', async (_name, specimen) => {
    const error = await rejection(drawn({ design: design([image]), specimen }));
    expect(error.code).toBe('STAMP_IMAGE_INVALID');
  });
});

it('a design with a specimen is refused without one, and no room stands empty', async () => {
  const image = { kind: 'image', source: 'specimen', place: 'rest' };
  const error = await rejection(drawn({ design: design([image]) }));
  expect(error.code).toBe('STAMP_SPECIMEN_MISSING');
});

describe('script', () => {
  it('Arabic names are shaped and stand from right to left', async () => {
    const name = 'محمد';
    const path = await drawn({
      name,
      design: design([{ kind: 'text', place: 'rest', lines: [{ text: '{name}' }] }]),
    });
    expect(textOf(path)).toContain(name);
    // Joined: the font's glyphs for U+FEE3 (meem, initial), U+FEA4 (hah, medial), U+FEE4 (meem, medial)
    // and U+FEAA (dal, final), which are 456, 666, 413 and 474 thousandths wide; isolated ones are wider.
    const box = execFileSync('pdftotext', ['-bbox', path, '-']).toString();
    const [, x0 = '', x1 = ''] = /<word xMin="([\d.]+)"[^>]* xMax="([\d.]+)"/.exec(box) ?? [];
    expect((Number(x1) - Number(x0)) / 12).toBeCloseTo((456 + 666 + 413 + 474) / 1000, 2);
  });

  it.each([
    ['Chinese', '王小明', '王'],
    ['Devanagari, which needs shaping', 'आनन्द', 'आ'],
    ['a mark that no letter composes with', 'q\u0301', '\u0301'],
  ])('%s is refused', async (_name, name, text) => {
    expect(await rejection(drawn({ name }))).toMatchObject({
      code: 'STAMP_TEXT_UNSUPPORTED',
      params: { text },
    });
  });

  it('Arabic without its fonts is refused', async () => {
    const { fonts } = await stampContent();
    const { regular, bold } = fonts;
    expect((await rejection(drawn({ name: 'محمد', fonts: { regular, bold } }))).code).toBe(
      'STAMP_TEXT_UNSUPPORTED',
    );
  });
});
