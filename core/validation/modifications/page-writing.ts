// What can be read on the pages of a signed document, and where else they bear ink: so that it can be told
// whether something that came later lies over it. Pages are looked at when asked for, and once.
import {
  integerOf,
  isArray,
  nameOf,
  PdfDict,
  type PdfObject,
  PdfRef,
  PdfStream,
} from '../../pdf/objects.ts';
import { pageByReference } from '../../pdf/page-by-reference.ts';
import { pageGeometry } from '../../pdf/page-geometry.ts';
import type { Page } from '../../pdf/pages.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { pageContent } from '../../pdf/text/page-content.ts';
import { TextLook } from '../../pdf/text/page-text.ts';
import { boxAround, type PlacedGlyph } from '../../pdf/text/placed-glyph.ts';
import { runsOf } from '../../pdf/text/runs.ts';
import { Drawings } from './drawings.ts';
import { corners, fitting } from './mark-look.ts';
import { InkCells } from './ink-cells.ts';
import type { Corners } from './painted-patches.ts';
import { Painter } from './painter.ts';
import { START } from './painting-state.ts';
import type { Surface } from './surface.ts';
import { isPlaceholder } from './placeholder.ts';
import { spend } from './look-budget.ts';
import { type Key, keyOf } from './role-graph.ts';

/** An annotation that is to be seen. */
export interface Shown {
  readonly key: Key;
  readonly rect: Corners;
  readonly dict: PdfDict;
}

/** Hidden, or kept from the screen (12.5.3). */
const UNSEEN = 2 | 32;

export interface Word {
  readonly glyphs: readonly PlacedGlyph[];
  /** Around all of them, in points. */
  readonly box: Corners;
  /** Meant to be replaced by a stamp. */
  readonly placeholder: boolean;
}

/** About a second of work. */
const MOST = { operations: 2_000_000, glyphs: 500_000, forms: 5_000 };
/** What listing an annotation takes of the budget for looks. */
const LISTING = 16;
/** Pages whose ink is kept. */
const KEPT = 4;

export class PageWriting {
  readonly reader: PdfReader;
  readonly #look: TextLook;
  readonly #words = new Map<number, Promise<readonly Word[] | null>>();
  readonly #ink = new Map<number, Promise<InkCells | null>>();
  readonly #looks = new Map<PdfStream, Promise<readonly Word[] | null>>();
  readonly #drawings = new Map<number, Promise<Drawings | null>>();
  readonly #drawn = new Map<PdfStream, Promise<Drawings | null>>();

  #listed: { reader: PdfReader; page: number; shown: Promise<readonly Shown[] | null> } | null =
    null;

  /** @param reader of the first signed revision: what a page is drawn with may not change after it */
  constructor(reader: PdfReader) {
    this.reader = reader;
    this.#look = new TextLook(reader, MOST);
  }

  /** The words of a page's own content; null where they cannot be read. */
  words(page: PdfRef): Promise<readonly Word[] | null> {
    const known = this.#words.get(page.num);
    if (known !== undefined) return known;
    const words = orNull(async () =>
      wordsOf(await this.#look.glyphsOf(await pageByReference(this.reader, page))),
    );
    this.#words.set(page.num, words);
    return words;
  }

  /** Where a page's own content bears ink but for text; null where that cannot be told. */
  ink(page: PdfRef): Promise<InkCells | null> {
    const known = this.#ink.get(page.num);
    if (known !== undefined) return known;
    const ink = orNull(() => this.#inkOf(page));
    if (this.#ink.size >= KEPT) this.#ink.clear();
    this.#ink.set(page.num, ink);
    return ink;
  }

  /** Where a page's own drawings stand; null where that cannot be told. */
  drawings(page: PdfRef): Promise<Drawings | null> {
    const known = this.#drawings.get(page.num);
    if (known !== undefined) return known;
    const drawings = orNull(async () => {
      const surface = new Drawings(this.reader);
      await this.#paint(await pageByReference(this.reader, page), surface);
      return surface;
    });
    this.#drawings.set(page.num, drawings);
    return drawings;
  }

  /** Where the drawings of an annotation stand as an earlier revision shows it. */
  async drawn(before: PdfReader, { dict, rect }: Shown): Promise<Drawings | null> {
    const stream = await normalLook(before, dict);
    if (stream === null) return new Drawings(before);
    const known = this.#drawn.get(stream);
    if (known !== undefined) return known;
    const drawn = orNull(async () => {
      const fit = await fitting(before, stream, rect);
      const surface = new Drawings(before);
      if (fit !== null) await new Painter(before, surface).form(stream, { ...START, ctm: fit });
      return surface;
    });
    this.#drawn.set(stream, drawn);
    return drawn;
  }

  /** What is seen on a page of a revision beside its content; null where that is too much to look at. */
  annotations(before: PdfReader, page: PdfRef): Promise<readonly Shown[] | null> {
    if (this.#listed?.reader !== before || this.#listed.page !== page.num) {
      const shown = listShown(before, page);
      this.#listed = { reader: before, page: page.num, shown };
    }
    return this.#listed.shown;
  }

  /** The words of an annotation as an earlier revision shows it. */
  async shown(before: PdfReader, { dict, rect }: Shown): Promise<readonly Word[] | null> {
    const stream = await normalLook(before, dict);
    if (stream === null) return [];
    const known = this.#looks.get(stream);
    if (known !== undefined) return known;
    const words = orNull(async () => {
      const fit = await fitting(before, stream, rect);
      if (fit === null) return [];
      const look = before === this.reader ? this.#look : new TextLook(before, MOST);
      return wordsOf(await look.glyphsOfForm(stream, fit));
    });
    this.#looks.set(stream, words);
    return words;
  }

  async #inkOf(ref: PdfRef): Promise<InkCells> {
    const page = await pageByReference(this.reader, ref);
    const { visible } = await pageGeometry(this.reader, page);
    const { x, y, width, height } = visible;
    const place: Corners = [x, y, x + width, y + height];
    const ink = new InkCells(this.reader, place);
    await this.#paint(page, ink);
    return ink;
  }

  async #paint(page: Page, surface: Surface): Promise<void> {
    const resources = await this.reader.resolveDict(page.attributes.get('Resources'));
    const content = await pageContent(this.reader, page.dict);
    await new Painter(this.reader, surface).content(content, resources);
  }
}

async function listShown(reader: PdfReader, page: PdfRef): Promise<readonly Shown[] | null> {
  const shown: Shown[] = [];
  const list = await reader.resolve((await reader.resolveDict(page))?.get('Annots'));
  for (const item of isArray(list) ? list : []) {
    // Each revision of a page lists them anew: hundreds of signatures hold some ten thousands, an attack millions.
    if (!spend(reader, LISTING)) return null;
    const dict = item instanceof PdfRef ? await reader.resolveDict(item) : undefined;
    if (!(item instanceof PdfRef) || dict === undefined) continue;
    const flags = integerOf(await reader.resolve(dict.get('F'))) ?? 0;
    const rect = await corners(reader, dict.get('Rect'));
    if (rect !== null && (flags & UNSEEN) === 0) shown.push({ key: keyOf(item), rect, dict });
  }
  return shown;
}

/** The stream that an annotation shows at rest (12.5.5). */
async function normalLook(reader: PdfReader, annotation: PdfDict): Promise<PdfStream | null> {
  const looks = await reader.resolveDict(annotation.get('AP'));
  const normal: PdfObject = await reader.resolve(looks?.get('N'));
  if (normal instanceof PdfStream) return normal;
  if (!(normal instanceof PdfDict)) return null;
  const state = nameOf(await reader.resolve(annotation.get('AS')));
  const chosen = await reader.resolve(state === undefined ? undefined : normal.get(state));
  return chosen instanceof PdfStream ? chosen : null;
}

/** What stands between white space. */
function wordsOf(glyphs: readonly PlacedGlyph[]): Word[] {
  const words: Word[] = [];
  for (const run of runsOf(glyphs)) {
    let word: PlacedGlyph[] = [];
    const end = (): void => {
      if (word.length > 0) words.push(wordOf(word));
      word = [];
    };
    for (const glyph of run) {
      if (/^\s+$/u.test(glyph.text)) end();
      else word.push(glyph);
    }
    end();
  }
  return words;
}

function wordOf(glyphs: readonly PlacedGlyph[]): Word {
  const { x, y, width, height } = boxAround(glyphs);
  return { glyphs, box: [x, y, x + width, y + height], placeholder: isPlaceholder(glyphs) };
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PdfError) return null;
    throw error;
  }
}
