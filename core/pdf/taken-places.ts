// What stands on a page already, for whoever looks for a place on it: stamps and fields, and text.
import { formFields } from './form-fields.ts';
import { widgetOf, widgetRectangle } from './increment/signature-field.ts';
import { integerOf, nameOf, type PdfDict, PdfRef } from './objects.ts';
import type { Rectangle } from './page-geometry.ts';
import type { Page } from './pages.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';
import { TextLook } from './text/page-text.ts';
import { runsOf } from './text/runs.ts';
import { textBoxes } from './text/text-boxes.ts';

export interface TakenPlaces {
  /** Signature fields, signed or not, and what else is laid over a page: user space. */
  readonly stamps: readonly Rectangle[];
  /** Around words and lines; empty also where there is more text than is looked at. */
  readonly text: readonly Rectangle[];
}

/** Of one page; what lies beyond is not looked at. */
const MOST_ANNOTATIONS = 5_000;
const MOST_RUNS = 5_000;
const MOST_TEXT = { operations: 1_000_000, glyphs: 200_000, forms: 2_000 };

/** Table 167: invisible, hidden, not to be viewed. */
const UNSEEN = 1 | 2 | 32;
/** They stand over text that says itself where it is, or are not seen at all. */
const NO_STAMPS = new Set(['Link', 'Popup', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut']);

/** @throws {PdfError} PDF_FORM_BROKEN, PDF_* for a page that cannot be read */
export async function takenPlaces(reader: PdfReader, page: Page): Promise<TakenPlaces> {
  return {
    stamps: [...(await annotations(reader, page)), ...(await fieldsNaming(reader, page))],
    text: await textOn(reader, page),
  };
}

async function annotations(reader: PdfReader, page: Page): Promise<Rectangle[]> {
  const listed = (await reader.resolveArray(page.dict.get('Annots'))) ?? [];
  const found: Rectangle[] = [];
  for (const item of listed.slice(0, MOST_ANNOTATIONS)) {
    const dict = await reader.resolveDict(item);
    if (dict === undefined || !(await isSeen(reader, dict))) continue;
    const rect = await widgetRectangle(reader, dict);
    if (rect !== null) found.push(rect);
  }
  return found;
}

async function isSeen(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  if (NO_STAMPS.has(nameOf(await reader.resolve(annotation.get('Subtype'))) ?? '')) return false;
  return ((integerOf(await reader.resolve(annotation.get('F'))) ?? 0) & UNSEEN) === 0;
}

/** Signature fields that name the page, which need not list them. */
async function fieldsNaming(reader: PdfReader, page: Page): Promise<Rectangle[]> {
  const found: Rectangle[] = [];
  for (const { ref, dict } of await formFields(reader, 'Sig')) {
    if (ref === null) continue;
    const widget = await widgetOf(reader, { ref, dict });
    const own = widget.dict.get('P');
    if (!(own instanceof PdfRef) || own.num !== page.ref.num) continue;
    const rect = await widgetRectangle(reader, widget.dict);
    if (rect !== null) found.push(rect);
  }
  return found;
}

async function textOn(reader: PdfReader, page: Page): Promise<Rectangle[]> {
  try {
    const runs = runsOf(await new TextLook(reader, MOST_TEXT).glyphsOf(page));
    return runs.slice(0, MOST_RUNS).flatMap((run) => {
      // What has no letter that is known is still something that is read.
      const seen = run.filter(({ text }) => text === '' || text.trim() !== '');
      return textBoxes(seen);
    });
  } catch (thrown) {
    // A page whose text is too much or cannot be read has stamps all the same.
    if (!(thrown instanceof PdfError)) throw thrown;
    return [];
  }
}
