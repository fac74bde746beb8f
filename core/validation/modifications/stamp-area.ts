// How much of a page a widget takes that a later revision shows (ISO 32000-2 12.5.2): by the pages that
// list it, whatever page it names itself.
import { APPEARANCE } from './appearance.ts';
import { integerOf, type PdfDict, PdfRef } from '../../pdf/objects.ts';
import { pageByReference } from '../../pdf/page-by-reference.ts';
import { pageGeometry } from '../../pdf/page-geometry.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { Comparison } from './comparison.ts';
import { corners } from './mark-look.ts';
import type { Corners } from './painted-patches.ts';
import { type Key, keyOf } from './role-graph.ts';
import { kindOf, ownerOf } from './roles.ts';

/** No stamp takes so much of a page unless to cover it. */
const LARGEST_STAMP = APPEARANCE.largestStampShare;
const MAX_DEPTH = 16;
/** NoZoom and NoRotate (12.5.3): it reaches beyond its rectangle on small or turned pages. */
const SHOWN_ELSEWHERE = 8 | 16;

export interface Place {
  readonly widget: PdfDict;
  readonly rect: Corners;
  readonly pages: ReadonlySet<PdfRef>;
  /** Under which the widget is known. */
  readonly own: ReadonlySet<Key>;
}

/** Where a field's widgets, or the one that it is itself, stand. */
export async function placesOf(
  cx: Comparison,
  dict: PdfDict,
  keys: Iterable<Key>,
  depth = 0,
  seen = new Set<Key>(),
): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const kid of (await cx.after.resolveArray(dict.get('Kids'))) ?? []) {
    if (!(kid instanceof PdfRef) || depth >= MAX_DEPTH || seen.has(keyOf(kid))) continue;
    seen.add(keyOf(kid));
    const widget = await cx.after.resolveDict(kid);
    if (widget === undefined) continue;
    places.push(...(await placesOf(cx, widget, [keyOf(kid)], depth + 1, seen)));
  }
  const rect = await corners(cx.after, dict.get('Rect'));
  if (rect === null) return places;
  const own = new Set(keys);
  return [...places, { widget: dict, rect, pages: pagesOf(cx, dict, own), own }];
}

/** Whether the widget, or one of the field's widgets, takes more of a page than a stamp does. */
export async function isLarge(
  cx: Comparison,
  dict: PdfDict,
  keys: Iterable<Key>,
): Promise<boolean> {
  for (const { rect, pages } of await placesOf(cx, dict, keys)) {
    const stamp = (rect[2] - rect[0]) * (rect[3] - rect[1]);
    for (const page of pages) {
      const whole = await visibleArea(cx, page);
      if (whole !== null && stamp > whole * LARGEST_STAMP) return true;
    }
  }
  return false;
}

/**
 * Whether a widget stands beside every page that lists it, where no screen and no printer shows it: iText puts the
 * looks of fields there that shall not be seen. What cannot be told is on the page.
 */
export async function isOffPage(
  cx: Comparison,
  widget: PdfDict,
  keys: Iterable<Key>,
): Promise<boolean> {
  const rect = await corners(cx.after, widget.get('Rect'));
  const pages = pagesOf(cx, widget, keys);
  if (rect === null || pages.size === 0 || widget.get('Kids') !== undefined) return false;
  const flags = integerOf(await cx.after.resolve(widget.get('F'))) ?? 0;
  if ((flags & SHOWN_ELSEWHERE) !== 0) return false;
  for (const page of pages) {
    for (const box of await boxesOf(cx, page)) {
      if (box === null || !isApart(rect, box)) return false;
    }
  }
  return true;
}

/** The sheet, and what is shown of it: a program may show the one or the other. */
async function boxesOf(cx: Comparison, page: PdfRef): Promise<readonly (Corners | null)[]> {
  try {
    const { attributes } = await pageByReference(cx.after, page);
    const crop = attributes.get('CropBox');
    const sheet = await corners(cx.after, attributes.get('MediaBox'));
    return crop === undefined ? [sheet] : [sheet, await corners(cx.after, crop)];
  } catch (error) {
    if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
    return [null];
  }
}

function isApart(a: Corners, b: Corners): boolean {
  return a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
}

/** The page that a widget, or one of the field's widgets, stands on, for sentences; none where it is not known. */
export async function pageOfField(
  cx: Comparison,
  dict: PdfDict,
  keys: Iterable<Key>,
): Promise<{ page?: number }> {
  for (const { pages } of await placesOf(cx, dict, keys)) {
    for (const { num } of pages) {
      const page = await cx.pages.numberOf(num);
      if (page !== null) return { page };
    }
  }
  return {};
}

function pagesOf(cx: Comparison, dict: PdfDict, keys: Iterable<Key>): Set<PdfRef> {
  const pages = new Set<PdfRef>();
  for (const key of keys) {
    for (const role of cx.graph.rolesOf(key)) {
      if (kindOf(role) === 'annot') pages.add(new PdfRef(ownerOf(role), 0));
    }
  }
  const own = dict.get('P');
  if (pages.size === 0 && own instanceof PdfRef) pages.add(own);
  return pages;
}

async function visibleArea(cx: Comparison, page: PdfRef): Promise<number | null> {
  try {
    const { visible } = await pageGeometry(cx.after, await pageByReference(cx.after, page));
    return visible.width * visible.height;
  } catch (error) {
    // A page that is none is judged where it is listed.
    if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
    return null;
  }
}
