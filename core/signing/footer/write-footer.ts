// Writes the footer into every page: one form for pages of one size, drawn after the page's own content.
import { deflateSync } from 'node:zlib';
import { drawStamp } from '../../pdf/appearance/draw-stamp.ts';
import { importForm } from '../../pdf/appearance/import-form.ts';
import { allPages } from '../../pdf/all-pages.ts';
import type { Increment } from '../../pdf/increment/increment.ts';
import {
  isArray,
  PdfDict,
  PdfName,
  type PdfObject,
  type PdfRef,
  PdfStream,
} from '../../pdf/objects.ts';
import { pageGeometry, type PageGeometry } from '../../pdf/page-geometry.ts';
import type { Page } from '../../pdf/pages.ts';
import { PdfReader } from '../../pdf/reader.ts';
import { inMemory } from '../in-memory.ts';
import { balanceOf } from './content-balance.ts';
import type { PlannedFooter } from './footer.ts';

/** @throws {PenaError} PDF_*, STAMP_* (a page too narrow for the sentence: STAMP_TOO_SMALL) */
export async function writeFooter(
  reader: PdfReader,
  increment: Increment,
  footer: PlannedFooter,
): Promise<void> {
  const writer = new FooterWriter(reader, increment, footer);
  for await (const page of allPages(reader)) await writer.write(page);
}

/** Its name among a page's XObjects, where that is free. */
const NAME = 'PenaKaki';

class FooterWriter {
  readonly #reader: PdfReader;
  readonly #increment: Increment;
  readonly #footer: PlannedFooter;
  readonly #forms = new Map<string, PdfRef>();
  readonly #pieces = new Map<string, PdfRef>();

  constructor(reader: PdfReader, increment: Increment, footer: PlannedFooter) {
    this.#reader = reader;
    this.#increment = increment;
    this.#footer = footer;
  }

  async write(page: Page): Promise<void> {
    const reader = this.#reader;
    const geometry = await pageGeometry(reader, page);
    const form = await this.#form(geometry);
    const resources = (await reader.resolveDict(page.attributes.get('Resources'))) ?? NOTHING;
    const xobjects = (await reader.resolveDict(resources.get('XObject'))) ?? NOTHING;
    const name = freeName(xobjects);
    const { closing, mended } = await balanceOf(reader, page.dict);
    const own = mended === null ? await contentsOf(reader, page.dict) : [this.#mended(mended)];
    const drawn = `\n${closing}\n/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq ${this.#matrix(geometry)} cm /${name} Do Q\nEMC\n`;
    this.#increment.set(
      page.ref,
      page.dict.with({
        Contents: [this.#piece('q\n'), ...own, this.#piece(drawn)],
        // The page's own, even where it inherits them: pages beside it keep theirs.
        Resources: resources.with({ XObject: xobjects.with({ [name]: form }) }),
      }),
    );
  }

  /** One stream for all pages that need the same. */
  #piece(content: string): PdfRef {
    const known = this.#pieces.get(content);
    if (known !== undefined) return known;
    const stream = new PdfStream(new PdfDict([]), Buffer.from(content, 'latin1'));
    const ref = this.#increment.add(stream);
    this.#pieces.set(content, ref);
    return ref;
  }

  #mended(content: Uint8Array): PdfRef {
    const dict = new PdfDict([['Filter', new PdfName('FlateDecode')]]);
    return this.#increment.add(new PdfStream(dict, deflateSync(content)));
  }

  async #form({ visible, rotate, userUnit }: PageGeometry): Promise<PdfRef> {
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

  /** From points on the shown page, at the strip's lower left corner, to the page's user space. */
  #matrix({ visible, rotate, userUnit }: PageGeometry): string {
    const { x, y, width, height } = visible;
    const unit = 1 / userUnit;
    const side = this.#footer.margin.side * unit;
    const bottom = this.#footer.margin.bottom * unit;
    const numbers = {
      0: [unit, 0, 0, unit, x + side, y + bottom],
      90: [0, unit, -unit, 0, x + width - bottom, y + side],
      180: [-unit, 0, 0, -unit, x + width - side, y + height - bottom],
      270: [0, -unit, unit, 0, x + bottom, y + height - side],
    }[rotate];
    return numbers.map((n) => String(Number(n.toFixed(4)))).join(' ');
  }
}

/** The page's content streams, by reference. */
async function contentsOf(reader: PdfReader, page: PdfDict): Promise<readonly PdfObject[]> {
  const entry = page.get('Contents');
  const contents = await reader.resolve(entry);
  if (isArray(contents)) return contents;
  return entry === undefined || contents === null ? [] : [entry];
}

const NOTHING = new PdfDict([]);

function freeName(xobjects: PdfDict): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? NAME : `${NAME}${String(number)}`;
    if (!xobjects.entries.has(name)) return name;
  }
}
