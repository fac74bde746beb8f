// Draws forms over pages' own content, as part of an increment: what the page draws stays as it was, and nothing of
// its state reaches what is drawn after it (ISO 32000-2 7.8.2, 8.4.2).
import { deflateSync } from 'node:zlib';
import type { Increment } from '../pdf/increment/increment.ts';
import {
  isArray,
  PdfDict,
  PdfName,
  type PdfObject,
  type PdfRef,
  PdfStream,
} from '../pdf/objects.ts';
import type { PageGeometry } from '../pdf/page-geometry.ts';
import type { Page } from '../pdf/pages.ts';
import type { PdfReader } from '../pdf/reader.ts';
import { balanceOf } from './footer/content-balance.ts';

export interface Drawing {
  readonly form: PdfRef;
  /** Its name among a page's XObjects, where that is free. */
  readonly name: string;
  /** Subtype of the artifact it is: no part of what the document says (14.8.2.2.2). */
  readonly artifact: 'Footer' | 'Watermark';
  /** From the form's space to the page's. */
  readonly matrix: string;
}

/** One for all that is drawn within an increment. */
export class PageDrawings {
  readonly #reader: PdfReader;
  readonly #increment: Increment;
  readonly #pieces = new Map<string, PdfRef>();
  /** Object numbers of pages whose own content stands between q and Q already. */
  readonly #closed = new Set<number>();

  constructor(reader: PdfReader, increment: Increment) {
    this.#reader = reader;
    this.#increment = increment;
  }

  async draw(page: Page, { form, name, artifact, matrix }: Drawing): Promise<void> {
    const reader = this.#reader;
    const dict = this.#closed.has(page.ref.num) ? await this.#increment.dict(page.ref) : page.dict;
    const inherited = dict.get('Resources') ?? page.attributes.get('Resources');
    const resources = (await reader.resolveDict(inherited)) ?? NOTHING;
    const xobjects = (await reader.resolveDict(resources.get('XObject'))) ?? NOTHING;
    const free = freeName(xobjects, name);
    const drawn = `/Artifact <</Type /Pagination /Subtype /${artifact}>> BDC\nq ${matrix} cm /${free} Do Q\nEMC\n`;
    this.#increment.set(
      page.ref,
      dict.with({
        Contents: [...(await this.#own(page, dict)), this.#piece(drawn)],
        // The page's own, even where it inherits them: pages beside it keep theirs.
        Resources: resources.with({ XObject: xobjects.with({ [free]: form }) }),
      }),
    );
  }

  /** What the page draws so far, with nothing left open. */
  async #own(page: Page, dict: PdfDict): Promise<readonly PdfObject[]> {
    const reader = this.#reader;
    if (this.#closed.has(page.ref.num)) return contentsOf(reader, dict);
    this.#closed.add(page.ref.num);
    const { closing, mended } = await balanceOf(reader, dict);
    const own = mended === null ? await contentsOf(reader, dict) : [this.#mended(mended)];
    return [this.#piece('q\n'), ...own, this.#piece(`\n${closing}\n`)];
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
}

/**
 * From points on the shown page, seen from `left` and `bottom` of its lower left corner, to the page's user space.
 * @returns the six numbers of `cm`
 */
export function fromShown(
  { visible, rotate, userUnit }: PageGeometry,
  from: { readonly left: number; readonly bottom: number },
): string {
  const { x, y, width, height } = visible;
  const unit = 1 / userUnit;
  const side = from.left * unit;
  const bottom = from.bottom * unit;
  const numbers = {
    0: [unit, 0, 0, unit, x + side, y + bottom],
    90: [0, unit, -unit, 0, x + width - bottom, y + side],
    180: [-unit, 0, 0, -unit, x + width - side, y + height - bottom],
    270: [0, -unit, unit, 0, x + bottom, y + height - side],
  }[rotate];
  return numbers.map((n) => String(Number(n.toFixed(4)))).join(' ');
}

/** The page's content streams, by reference. */
async function contentsOf(reader: PdfReader, page: PdfDict): Promise<readonly PdfObject[]> {
  const entry = page.get('Contents');
  const contents = await reader.resolve(entry);
  if (isArray(contents)) return contents;
  return entry === undefined || contents === null ? [] : [entry];
}

const NOTHING = new PdfDict([]);

function freeName(xobjects: PdfDict, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${String(number)}`;
    if (!xobjects.entries.has(name)) return name;
  }
}
