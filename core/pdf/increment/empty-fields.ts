// Adds empty signature fields to a document, all in one increment (ISO 32000-2 12.7.5.5, 12.5.6.19).
import { integerOf, isArray, PdfDict, PdfName, type PdfObject, PdfRef } from '../objects.ts';
import type { Rectangle } from '../page-geometry.ts';
import type { Page } from '../pages.ts';
import type { PdfReader } from '../reader.ts';
import { textString } from '../text-string.ts';
import type { Increment } from './increment.ts';

export interface EmptyField {
  readonly name: string;
  /** What a reader shows for it (/TU). */
  readonly tooltip: string;
  readonly page: Page;
  /** In the page's user space; null: nowhere to be seen. */
  readonly rect: Rectangle | null;
  /** Further entries of the field. */
  readonly entries: Readonly<Record<string, PdfObject>>;
}

/** Print (12.5.3). */
const FLAGS = 4;
/** SignaturesExist (12.7.3, table 225): there are fields for them; AppendOnly comes with the first one. */
const SIGNATURES_EXIST = 1;

/** @throws {PdfError} PDF_OBJECT_BROKEN, PDF_LIMIT_EXCEEDED */
export async function addEmptyFields(
  reader: PdfReader,
  increment: Increment,
  fields: readonly EmptyField[],
): Promise<void> {
  const added = fields.map((field) => ({ field, ref: increment.add(dictOf(field)) }));
  await extendForm(
    reader,
    increment,
    added.map(({ ref }) => ref),
  );
  const pages = new Map<number, Page>(fields.map(({ page }) => [page.ref.num, page]));
  for (const page of pages.values()) {
    const refs = added.filter(({ field }) => field.page.ref.num === page.ref.num);
    const dict = await extended(
      ...([reader, increment, page.dict, 'Annots', refs.map(({ ref }) => ref)] as const),
    );
    if (dict !== page.dict) increment.set(page.ref, dict);
  }
}

function dictOf({ name, tooltip, page, rect, entries }: EmptyField): PdfDict {
  const corners =
    rect === null ? [0, 0, 0, 0] : [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height];
  return new PdfDict([
    ['Type', new PdfName('Annot')],
    ['Subtype', new PdfName('Widget')],
    ['FT', new PdfName('Sig')],
    ['T', textString(name)],
    ['TU', textString(tooltip)],
    ['F', FLAGS],
    ['Rect', corners.map((n) => Math.round(n * 1000) / 1000)],
    ['P', page.ref],
    ...Object.entries(entries),
  ]);
}

async function extendForm(
  reader: PdfReader,
  increment: Increment,
  refs: readonly PdfRef[],
): Promise<void> {
  const { ref: root, dict: catalog } = await increment.catalog();
  const entry = catalog.get('AcroForm');
  const form = (await reader.resolveDict(entry)) ?? new PdfDict([['Fields', []]]);
  const flags = integerOf(await reader.resolve(form.get('SigFlags'))) ?? 0;
  const next = (await extended(reader, increment, form, 'Fields', refs)).with({
    SigFlags: flags | SIGNATURES_EXIST,
  });
  if (entry instanceof PdfRef) increment.set(entry, next);
  else if (entry === undefined)
    increment.set(root, catalog.with({ AcroForm: increment.add(next) }));
  else increment.set(root, catalog.with({ AcroForm: next }));
}

/** An array that is an object of its own stays one: never a second array beside the first. */
async function extended(
  reader: PdfReader,
  increment: Increment,
  dict: PdfDict,
  key: string,
  items: readonly PdfRef[],
): Promise<PdfDict> {
  let entry = dict.get(key);
  const array = await reader.resolve(entry);
  const next = [...(isArray(array) ? array : []), ...items];
  if (!(entry instanceof PdfRef) || !isArray(array)) return dict.with({ [key]: next });
  for (;;) {
    const inner = await reader.object(entry.num, entry.gen);
    if (!(inner instanceof PdfRef)) break;
    entry = inner;
  }
  increment.set(entry, next);
  return dict;
}
