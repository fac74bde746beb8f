// The mark of practice mode on every page: LATIHAN across it and a line at its head. It goes into the revision that
// the first signature covers, so that nobody can take it off again and leave the signature whole.
import { allPages } from '../../pdf/all-pages.ts';
import type { Increment } from '../../pdf/increment/increment.ts';
import { PdfDict, PdfName, type PdfRef, PdfStream } from '../../pdf/objects.ts';
import { pageGeometry, type PageGeometry } from '../../pdf/page-geometry.ts';
import type { Page } from '../../pdf/pages.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { fromShown, type PageDrawings } from '../page-drawing.ts';

const NAME = 'PenaLatihan';
const WORD = 'LATIHAN';
const LINE = 'LATIHAN: ditandatangani untuk berlatih, tidak berlaku sebagai dokumen resmi';

/** Widths in Helvetica-Bold, in thousandths of its size (ISO 32000-2 9.6.2.2; Adobe's metrics). */
const WORD_WIDTH = (611 + 722 + 611 + 278 + 722 + 722 + 722) / 1000;
const CAPITALS = 0.718;
/** About, of the line: it is made to fit with room to spare. */
const LINE_WIDTH = LINE.length * 0.56;

/** @throws {PenaError} PDF_* */
export async function writeWatermark(
  reader: PdfReader,
  increment: Increment,
  drawings: PageDrawings,
): Promise<void> {
  const forms = new Map<string, PdfRef>();
  const resources = new PdfDict([
    ['Font', new PdfDict([['F', increment.add(FONT)]])],
    ['ExtGState', new PdfDict([['G', increment.add(LIGHT)]])],
  ]);
  for await (const page of allPages(reader)) {
    const geometry = await pageGeometry(reader, page);
    const size = shownSize(geometry);
    const key = `${size.width.toFixed(1)} ${size.height.toFixed(1)}`;
    const form = forms.get(key) ?? increment.add(formOf(size, resources));
    forms.set(key, form);
    const matrix = fromShown(geometry, { left: 0, bottom: 0 });
    await drawings.draw(page, { form, name: NAME, artifact: 'Watermark', matrix });
  }
}

/** Whether every page bears the mark: an earlier exercise was signed. @throws {PenaError} PDF_* */
export async function isWatermarked(reader: PdfReader): Promise<boolean> {
  for await (const page of allPages(reader)) if (!(await bearsMark(reader, page))) return false;
  return true;
}

async function bearsMark(reader: PdfReader, page: Page): Promise<boolean> {
  const resources = await reader.resolveDict(page.attributes.get('Resources'));
  const xobjects = await reader.resolveDict(resources?.get('XObject'));
  for (const [name, value] of xobjects?.entries ?? []) {
    if (!name.startsWith(NAME)) continue;
    const form = await reader.resolve(value);
    if (!(form instanceof PdfStream)) continue;
    const drawn = Buffer.from(await reader.decodedData(form)).toString('latin1');
    if (drawn === contentOf(shownSize(await pageGeometry(reader, page)))) return true;
  }
  return false;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** As the page is shown, in points. */
function shownSize({ visible, rotate, userUnit }: PageGeometry): Size {
  const upright = rotate % 180 === 0;
  return {
    width: (upright ? visible.width : visible.height) * userUnit,
    height: (upright ? visible.height : visible.width) * userUnit,
  };
}

const FONT = new PdfDict([
  ['Type', new PdfName('Font')],
  ['Subtype', new PdfName('Type1')],
  ['BaseFont', new PdfName('Helvetica-Bold')],
  ['Encoding', new PdfName('WinAnsiEncoding')],
]);

/** What is below stays readable. */
const LIGHT = new PdfDict([
  ['Type', new PdfName('ExtGState')],
  ['ca', 0.2],
]);

function formOf(size: Size, resources: PdfDict): PdfStream {
  const dict = new PdfDict([
    ['Type', new PdfName('XObject')],
    ['Subtype', new PdfName('Form')],
    ['BBox', [0, 0, size.width, size.height]],
    ['Resources', resources],
  ]);
  return new PdfStream(dict, Buffer.from(contentOf(size), 'latin1'));
}

/** From corner to corner, as large as fits; the line beside the upper edge. */
function contentOf({ width, height }: Size): string {
  const angle = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // The word's corners stay on the page: its length and height, turned, take this much of each side.
  const across = WORD_WIDTH * cos + CAPITALS * sin;
  const up = WORD_WIDTH * sin + CAPITALS * cos;
  const size = 0.86 * Math.min(width / across, height / up);
  const [length, tall] = [WORD_WIDTH * size, CAPITALS * size];
  const x = width / 2 - (length * cos - tall * sin) / 2;
  const y = height / 2 - (length * sin + tall * cos) / 2;
  const small = Math.min(9, (0.9 * width) / LINE_WIDTH, height / 4);
  const at = [(width - LINE_WIDTH * small) / 2, height - 1.6 * small].map(text).join(' ');
  return [
    '0.8 0.1 0.1 rg',
    `BT /F ${text(small)} Tf ${at} Td (${LINE}) Tj ET`,
    `/G gs BT /F ${text(size)} Tf ${[cos, sin, -sin, cos, x, y].map(text).join(' ')} Tm (${WORD}) Tj ET`,
    '',
  ].join('\n');
}

function text(number: number): string {
  return String(Number(number.toFixed(4)));
}
