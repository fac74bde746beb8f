// Writes the footer into every page: one form for pages of one size, drawn after the page's own content.
import { drawStamp } from '../../pdf/appearance/draw-stamp.ts';
import { importForm } from '../../pdf/appearance/import-form.ts';
import { allPages } from '../../pdf/all-pages.ts';
import type { Increment } from '../../pdf/increment/increment.ts';
import type { PdfRef } from '../../pdf/objects.ts';
import { pageGeometry, type PageGeometry } from '../../pdf/page-geometry.ts';
import { PdfReader } from '../../pdf/reader.ts';
import { inMemory } from '../in-memory.ts';
import { fromShown, type PageDrawings } from '../page-drawing.ts';
import type { PlannedFooter } from './footer.ts';

/** @throws {PenaError} PDF_*, STAMP_* (a page too narrow for the sentence: STAMP_TOO_SMALL) */
export async function writeFooter(
  reader: PdfReader,
  increment: Increment,
  drawings: PageDrawings,
  footer: PlannedFooter,
): Promise<void> {
  const forms = new FooterForms(increment, footer);
  const { side: left, bottom } = footer.margin;
  for await (const page of allPages(reader)) {
    const geometry = await pageGeometry(reader, page);
    await drawings.draw(page, {
      ...{ form: await forms.for(geometry), name: 'PenaKaki', artifact: 'Footer' },
      matrix: fromShown(geometry, { left, bottom }),
    });
  }
}

class FooterForms {
  readonly #increment: Increment;
  readonly #footer: PlannedFooter;
  readonly #forms = new Map<string, PdfRef>();

  constructor(increment: Increment, footer: PlannedFooter) {
    this.#increment = increment;
    this.#footer = footer;
  }

  async for({ visible, rotate, userUnit }: PageGeometry): Promise<PdfRef> {
    const { height, margin, content } = this.#footer;
    const across = (rotate % 180 === 0 ? visible.width : visible.height) * userUnit;
    const width = Math.max(across - 2 * margin.side, 1);
    const key = width.toFixed(2);
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    const drawn = await drawStamp(content, { width, height });
    const form = await importForm(await PdfReader.open(inMemory(drawn)), this.#increment, 0);
    this.#forms.set(key, form);
    return form;
  }
}
