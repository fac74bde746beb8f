// Tags found in page text, against poppler's pdftotext -bbox on files of every way of writing text.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fontkit from '@cantoo/fontkit';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { findTags, type FoundTag } from '../../../../core/pdf/text/find-tags.ts';
import { loadFonts } from '../../../../native/files/resources.ts';
import { corpusDir, NO_CORPUS } from '../../../support/corpus.ts';
import { rejection } from '../../../support/rejection.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { classicFile } from '../../support/small-files.ts';
import { memorySource } from '../../support/memory-source.ts';

interface Word {
  readonly page: number;
  readonly text: string;
  /** From the upper left corner of the shown page. */
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

const ENTITIES = new Map(
  Object.entries({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }),
);

function wordsOf(path: string): Word[] {
  const options = { maxBuffer: 1 << 28 };
  const { stdout } = spawnSync('pdftotext', ['-bbox', '-cropbox', path, '-'], options);
  let page = 0;
  return stdout
    .toString()
    .split('\n')
    .flatMap((line) => {
      if (line.includes('<page ')) page += 1;
      const found = /xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*)<\/word>/.exec(line);
      if (found === null) return [];
      const [, x0, y0, x1, y1, escaped = ''] = found;
      const text = escaped.replace(/&\w+;/g, (entity) => ENTITIES.get(entity) ?? entity);
      return [{ page, text, x0: Number(x0), y0: Number(y0), x1: Number(x1), y1: Number(y1) }];
    });
}

/** Left, right and middle height of a tag on the shown page, from its upper left corner. */
function shown({ box, geometry }: FoundTag): { x0: number; x1: number; y: number } {
  const { visible: v, rotate } = geometry;
  const [x, y] = [box.x - v.x, box.y - v.y];
  switch (rotate) {
    case 0:
      return { x0: x, x1: x + box.width, y: v.height - y - box.height / 2 };
    case 90:
      return { x0: y, x1: y + box.height, y: x + box.width / 2 };
    case 180:
      return { x0: v.width - x - box.width, x1: v.width - x, y: y + box.height / 2 };
    case 270:
      return { x0: v.height - y - box.height, x1: v.height - y, y: v.width - x - box.width / 2 };
  }
}

function agrees(tag: FoundTag, word: Word): boolean {
  const { x0, x1, y } = shown(tag);
  const level = Math.abs(y - (word.y0 + word.y1) / 2) < 0.35 * tag.size;
  const across = Math.max(Math.abs(x0 - word.x0), Math.abs(x1 - word.x1)) < 0.75;
  return tag.number === word.page && level && across;
}

async function find(bytes: Uint8Array, tag: string): Promise<FoundTag[]> {
  return findTags(await PdfReader.open(memorySource(bytes)), tag);
}

async function expectAsPoppler(bytes: Uint8Array, tag: string, count: number): Promise<void> {
  const path = join(temporaryFolder(), 'tanda.pdf');
  writeFileSync(path, bytes);
  const words = wordsOf(path).filter(({ text }) => text === tag);
  const tags = await find(bytes, tag);
  expect([tags.length, words.length]).toEqual([count, count]);
  // Each of ours is one of poppler's.
  expect(tags.filter((found) => words.some((word) => agrees(found, word))).length).toBe(count);
}

/** A page of 595 by 842 whose content is given; fonts F1 Helvetica and F2 Times, both without widths. */
function page(content: string, entries = '', objects: readonly string[] = []): Uint8Array {
  const data = Buffer.from(content, 'latin1').toString('latin1');
  const fonts =
    '<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >> >>';
  return classicFile({
    page: `/Contents 4 0 R /Resources << /Font ${fonts} /XObject << /X 5 0 R >> >> ${entries}`,
    objects: [`<< /Length ${String(data.length)} >>\nstream\n${data}\nendstream`, ...objects],
  });
}

describe('hand-written text', () => {
  it.each([
    ['Tj after other text', '/F1 12 Tf 72 700 Td (Tertanda  ) Tj (#) Tj'],
    ['TJ with kerning', '/F1 12 Tf 72 700 Td [(Nama) -2000 (#)] TJ'],
    ['character and word spacing', '/F2 14 Tf 3 Tc 9 Tw 72 700 Td (a b ) Tj (#) Tj'],
    ['horizontal scaling', '/F2 14 Tf 60 Tz 72 700 Td (Kota Latihan ) Tj (#) Tj'],
    ['lines by TL, T* and quotes', "/F1 10 Tf 14 TL 72 700 Td (satu) Tj T* (dua) ' (# tiga) '"],
    ['the double quote, which sets spacing', '/F1 10 Tf 14 TL 72 700 Td 20 1 (x # y) "'],
    ['TD, which sets the leading', '/F1 10 Tf 72 700 TD 0 -20 TD (dua) Tj T* (#) Tj'],
    ['a scaled text matrix', '/F1 1 Tf 18 0 0 12 100 300 Tm (ab ) Tj (#) Tj'],
    ['rise', '/F1 12 Tf 72 700 Td (a ) Tj 5 Ts (#) Tj'],
  ])('%s', async (_name, text) => {
    await expectAsPoppler(page(`q BT ${text} ET Q`), '#', 1);
  });

  it('under transformations that q and Q keep apart', async () => {
    const content =
      'q 2 0 0 2 50 40 cm q 3 0 0 3 0 0 cm Q BT /F1 10 Tf 20 30 Td (# ) Tj ET Q BT /F1 10 Tf 20 700 Td (#) Tj ET';
    await expectAsPoppler(page(content), '#', 2);
  });

  it('in a form with a matrix, within a form', async () => {
    const form = (entries: string, data: string): string =>
      `<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] ${entries} /Length ${String(data.length)} >>\nstream\n${data}\nendstream`;
    const inner = form('/Matrix [1 0 0 1 30 40]', 'BT /F1 12 Tf 5 5 Td (#) Tj ET');
    const outer = form(
      '/Matrix [1.5 0 0 1.5 10 20] /Resources << /XObject << /Y 6 0 R >> >>',
      '/Y Do',
    );
    // The inner form has no resources; nor has the outer one a font: nothing can be shown.
    expect(await find(page('/X Do', '', [outer, inner]), '#')).toEqual([]);
    const fonts = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
    const whole = outer.replace('/XObject <<', `${fonts} /XObject <<`);
    await expectAsPoppler(page('1 0 0 1 7 9 cm /X Do', '', [whole, inner]), '#', 1);
  });

  it.each([0, 90, 180, 270])('on a page turned by %i degrees and cropped', async (turn) => {
    const across = { 0: '1 0 0 1', 90: '0 1 -1 0', 180: '-1 0 0 -1', 270: '0 -1 1 0' }[turn] ?? '';
    const content = `BT /F1 12 Tf ${across} 300 400 Tm (ab ) Tj (#) Tj ET`;
    const entries = `/Rotate ${String(turn)} /CropBox [50 60 500 800]`;
    await expectAsPoppler(page(content, entries), '#', 1);
  });

  it('compressed by filters one after the other', async () => {
    const content = 'BT /F1 12 Tf 72 700 Td (#) Tj ET';
    const hex = `${deflateSync(content).toString('hex')}>`;
    const bytes = classicFile({
      page: '/Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>',
      objects: [
        `<< /Filter [/ASCIIHexDecode /FlateDecode] /Length ${String(hex.length)} >>\nstream\n${hex}\nendstream`,
      ],
    });
    await expectAsPoppler(bytes, '#', 1);
  });
});

describe('what counts as a tag', () => {
  it('stands together on one line, however it is cut up', async () => {
    const split = 'BT /F1 12 Tf 72 700 Td [($) 5 ({t) -3 (td) ] TJ (1}) Tj ET';
    expect((await find(page(split), '${ttd1}')).length).toBe(1);
    const apart = 'BT /F1 12 Tf 72 700 Td (${t) Tj 0 -20 Td (td1}) Tj ET';
    expect(await find(page(apart), '${ttd1}')).toEqual([]);
  });

  it('comes in reading order, not in the order of the file', async () => {
    const at = (x: number, y: number): string =>
      `BT /F1 12 Tf ${String(x)} ${String(y)} Td (#) Tj ET `;
    const content = at(300, 100) + at(50, 101) + at(300, 500) + at(50, 700);
    const boxes = (await find(page(content), '#')).map(({ box }) => Math.round(box.x));
    expect(boxes).toEqual([50, 300, 50, 300]);
    const turned = await find(page(content, '/Rotate 180'), '#');
    expect(turned.map(({ box }) => Math.round(box.x))).toEqual([300, 50, 300, 50]);
  });

  it('lies in the visible part of the page', async () => {
    const content = 'BT /F1 12 Tf 20 700 Td (#) Tj 100 0 Td (#) Tj ET';
    const tags = await find(page(content, '/CropBox [50 0 595 842]'), '#');
    expect(tags.map(({ box }) => Math.round(box.x))).toEqual([120]);
  });

  it.each(['', 'a b', 'x'.repeat(17)])('%j is none', async (tag) => {
    expect((await rejection(find(page(''), tag))).code).toBe('TAG_INVALID');
  });
});

describe('embedded fonts', () => {
  it('subset and with glyph numbers for codes', async () => {
    const document = await PDFDocument.create();
    document.registerFontkit(fontkit);
    const { regular } = await loadFonts();
    const font = await document.embedFont(regular, { subset: true });
    const times = await document.embedFont(StandardFonts.TimesRomanItalic);
    const first = document.addPage([400, 300]);
    first.drawText('Kepala Dinas ${ttd1} Ñurah', { x: 40, y: 200, size: 13, font });
    const second = document.addPage([400, 300]);
    second.setRotation(degrees(90));
    second.drawText('Mengetahui ${ttd1}', {
      x: 200,
      y: 40,
      size: 9,
      font: times,
      rotate: degrees(90),
    });
    await expectAsPoppler(await document.save(), '${ttd1}', 2);
  });
});

describe('hostile files', () => {
  it('a form that draws itself', async () => {
    const data = 'BT /F1 12 Tf 5 5 Td (#) Tj ET /X Do';
    const form = `<< /Subtype /Form /BBox [0 0 9 9] /Length ${String(data.length)} >>\nstream\n${data}\nendstream`;
    expect((await find(page('/X Do', '', [form]), '#')).length).toBe(1);
  });

  const multiplying = (last: string): Uint8Array => {
    const form = (next: number): string => {
      const data = '/X Do '.repeat(100);
      return `<< /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${String(next)} 0 R >> >> /Length ${String(data.length)} >>\nstream\n${data}\nendstream`;
    };
    const forms = Array.from({ length: 10 }, (_, index) => form(6 + index));
    return page('/X Do', '', [...forms, last]);
  };

  it('forms that multiply and show text: bounded', async () => {
    const data = 'BT /F1 12 Tf 5 5 Td (#) Tj ET';
    const last = `<< /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >> /Length ${String(data.length)} >>\nstream\n${data}\nendstream`;
    const error = await rejection(find(multiplying(last), '#'));
    expect(error.code).toBe('PDF_LIMIT_EXCEEDED');
  });

  it('forms that multiply and show no text: passed over', async () => {
    expect(await find(multiplying('null'), '#')).toEqual([]);
  });
});

/** Text that poppler takes from where we do not look: annotations, or an embedded font's own program. */
const ELSEWHERE = new Set([
  ...['annotation-tx.pdf', 'issue12750.pdf', 'issue15092.pdf', 'issue15096.pdf', 'issue19083.pdf'],
  ...['bug1811510.pdf', 'bug1918115.pdf', 'issue11045.pdf', 'arial_unicode_en_cidfont.pdf'],
  // Fonts whose codes are neither one byte nor glyph numbers, and the two symbol fonts.
  ...['issue16538.pdf', 'issue20232.pdf', 'noembed-identity.pdf', 'standard_fonts.pdf'],
  ...['issue15443.pdf', 'issue7769.pdf', 'issue8187.pdf'],
  // Refused: its content does not end where it says.
  'issue1293r.pdf',
]);

const corpus = corpusDir();
const files =
  corpus === null
    ? []
    : [
        ...readdirSync(join(corpus, 'odd')).map((name) => join(corpus, 'odd', name)),
        ...['003', '004'].map((n) => join(corpus, 'bsre', `permenkominfo-2024-${n}.pdf`)),
      ].filter((path) => path.endsWith('.pdf') && ![...ELSEWHERE].some((n) => path.endsWith(n)));

describe.skipIf(corpus === null)(
  `words of the corpus${corpus === null ? ` (${NO_CORPUS})` : ''}`,
  () => {
    it('stand where poppler sees them', async () => {
      let compared = 0;
      for (const path of files) {
        const words = wordsOf(path);
        const all = words.map(({ text }) => text).join(' ');
        const unique = words
          .filter(({ text }) => /^\S{2,16}$/.test(text) && all.split(text).length === 2)
          .slice(0, 12);
        if (unique.length === 0) continue;
        const reader = await PdfReader.open(memorySource(readFileSync(path)));
        for (const word of unique) {
          const tags = await findTags(reader, word.text);
          const right = tags.length === 1 && agrees(tags[0]!, word);
          expect([path, word.text, right]).toEqual([path, word.text, true]);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(100);
    }, 300_000);
  },
);
