// The mark of practice mode on every page: LATIHAN across it and a line at its head. It goes into the revision that
// the first signature covers, so that nobody can take it off again and leave the signature whole.
import { allPages } from '../../pdf/all-pages.ts';
import { contentOf, importForm } from '../../pdf/appearance/import-form.ts';
import type { StampFonts } from '../../pdf/appearance/stamp-content.ts';
import type { Increment } from '../../pdf/increment/increment.ts';
import { type PdfRef, PdfStream } from '../../pdf/objects.ts';
import { pageGeometry, type PageGeometry } from '../../pdf/page-geometry.ts';
import { findPage, type Page } from '../../pdf/pages.ts';
import { practiceMarkPage } from '../../pdf/paper/practice-mark.ts';
import { PdfReader } from '../../pdf/reader.ts';
import { inMemory } from '../in-memory.ts';
import { fromShown, type PageDrawings } from '../page-drawing.ts';

const NAME = 'PenaLatihan';

/** @throws {PenaError} PDF_* */
export async function writeWatermark(
  reader: PdfReader,
  increment: Increment,
  drawings: PageDrawings,
  fonts: StampFonts,
): Promise<void> {
  const marks = Marks.in(fonts);
  const forms = new Map<PdfReader, PdfRef>();
  for await (const page of allPages(reader)) {
    const geometry = await pageGeometry(reader, page);
    const mark = await marks.for(geometry);
    const form = forms.get(mark) ?? (await importForm(mark, increment, 0));
    forms.set(mark, form);
    const matrix = fromShown(geometry, { left: 0, bottom: 0 });
    await drawings.draw(page, { form, name: NAME, artifact: 'Watermark', matrix });
  }
}

/** Whether every page bears the mark: an earlier exercise was signed. @throws {PenaError} PDF_* */
export async function isWatermarked(reader: PdfReader, fonts: StampFonts): Promise<boolean> {
  const marks = Marks.in(fonts);
  for await (const page of allPages(reader)) {
    if (!(await bearsMark(reader, page, marks))) return false;
  }
  return true;
}

async function bearsMark(reader: PdfReader, page: Page, marks: Marks): Promise<boolean> {
  const resources = await reader.resolveDict(page.attributes.get('Resources'));
  const xobjects = await reader.resolveDict(resources?.get('XObject'));
  for (const [name, value] of xobjects?.entries ?? []) {
    if (!name.startsWith(NAME)) continue;
    const form = await reader.resolve(value);
    if (!(form instanceof PdfStream)) continue;
    const mark = await marks.for(await pageGeometry(reader, page));
    const { dict } = await findPage(mark, 1);
    const expected = await contentOf(mark, dict.get('Contents'));
    if (expected.equals(await reader.decodedData(form))) return true;
  }
  return false;
}

/** Sizes of pages whose drawing is kept: an office's documents have few. */
const MOST = 32;

/** One drawing for pages of one size, in a batch too. */
class Marks {
  static readonly #known = new WeakMap<StampFonts, Marks>();
  readonly #fonts: StampFonts;
  readonly #drawn = new Map<string, Promise<PdfReader>>();

  private constructor(fonts: StampFonts) {
    this.#fonts = fonts;
  }

  static in(fonts: StampFonts): Marks {
    const known = Marks.#known.get(fonts) ?? new Marks(fonts);
    Marks.#known.set(fonts, known);
    return known;
  }

  for(geometry: PageGeometry): Promise<PdfReader> {
    const { width, height } = shownSize(geometry);
    const key = `${String(width)} ${String(height)}`;
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    const { regular, bold } = this.#fonts;
    const drawn = practiceMarkPage(width, height, { regular, bold }).then((pdf) =>
      PdfReader.open(inMemory(pdf)),
    );
    if (this.#drawn.size >= MOST) this.#drawn.clear();
    this.#drawn.set(key, drawn);
    return drawn;
  }
}

/** As the page is shown, in tenths of a point: pages differ by less where a program has rounded. */
function shownSize({ visible, rotate, userUnit }: PageGeometry): { width: number; height: number } {
  const upright = rotate % 180 === 0;
  const tenths = (length: number): number => Math.max(Number((length * userUnit).toFixed(1)), 1);
  return {
    width: tenths(upright ? visible.width : visible.height),
    height: tenths(upright ? visible.height : visible.width),
  };
}
