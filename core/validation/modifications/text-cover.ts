// Whether a widget that a later revision shows lies over what was to be read in the revision before: a
// stamp of a further signer over text (the "sneaky signature" attack, and hiding by an overlay), a field
// filled in over anything at all.
import { APPEARANCE } from './appearance.ts';
import { nameOf, type PdfDict, type PdfObject, PdfRef, type PdfStream } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { PlacedGlyph } from '../../pdf/text/placed-glyph.ts';
import { hasWideBorder } from './annotation-cover.ts';
import type { Comparison } from './comparison.ts';
import { corners, eachStream, fitting } from './mark-look.ts';
import { type Drawings, hidesDrawing } from './drawings.ts';
import type { InkCells } from './ink-cells.ts';
import { spend } from './look-budget.ts';
import { Overprint } from './overprint.ts';
import { OpaqueCells } from './opaque-cells.ts';
import type { Corners, Point } from './painted-patches.ts';
import { Painter } from './painter.ts';
import { START } from './painting-state.ts';
import { type Hidden, hiddenOf } from './picture-ink.ts';
import type { Word } from './page-writing.ts';
import { type Key, keyOf } from './role-graph.ts';
import { placesOf } from './stamp-area.ts';
import { steps } from './steps.ts';

/** More of them under one stamp may be text that is made to look like them. */
const PLACEHOLDERS = APPEARANCE.placeholders;
/** So many of a letter's points painted over, and it cannot be told from another. */
const HIDDEN = APPEARANCE.hiddenPointsOfLetter;
/** Across and up a letter, in shares of its box: nine points. */
const POINTS = [0.2, 0.5, 0.8].flatMap((u) => [0.35, 0.5, 0.65].map((v) => [u, v] as const));

/** The number of a page on which a stamp hides such a thing; 0 where the page has none, null where it hides none. */
export interface UnderStamp {
  text: number | null;
  drawing: number | null;
  /** A picture of which nobody can tell what it shows there. */
  unread: number | null;
  /** Text that it leaves to be seen, and that may be read as another because of it. */
  altered: number | null;
}

/** Placeholders for stamps do not count, nor what the same widget showed before. */
export async function underStamp(
  cx: Comparison,
  dict: PdfDict,
  keys: Iterable<Key>,
): Promise<UnderStamp> {
  const under: UnderStamp = { text: null, drawing: null, unread: null, altered: null };
  for (const { widget, rect, pages, own } of await placesOf(cx, dict, keys)) {
    const paint = await paintOf(cx.after, widget, rect);
    const print = new Overprint(cx, widget, rect);
    for (const page of pages) {
      const number = (await cx.pages.numberOf(page.num)) ?? 0;
      if (await print.alters(page, own)) under.altered ??= number;
      if (!paint.hides) continue;
      if (await liesOver(cx, paint, page, own, PLACEHOLDERS)) {
        under.text ??= number;
        continue;
      }
      const hidden = await hiddenDrawings(cx, paint, page, own);
      if (hidden === 'ink') under.drawing ??= number;
      if (hidden === 'unread') under.unread ??= number;
    }
  }
  return under;
}

/** Pictures and the like, of the page and of what is shown on it. */
async function hiddenDrawings(
  cx: Comparison,
  paint: OpaqueCells,
  page: PdfRef,
  own: ReadonlySet<Key>,
): Promise<Hidden> {
  const covers = (point: Point): boolean => paint.covers(point);
  let worst: Hidden = 'nothing';
  const look = async (reader: PdfReader, drawn: Drawings | null): Promise<boolean> => {
    const boxes = drawn?.boxes ?? null;
    if (drawn === null || boxes === null) return true;
    if (boxes.some((box) => paint.meets(box) && hidesDrawing(covers, box))) return true;
    for (const picture of drawn.pictures) {
      if (!paint.meets(picture.box)) continue;
      const hidden = await hiddenOf(reader, picture, paint.place, covers);
      if (hidden === 'ink') return true;
      if (hidden === 'unread') worst = hidden;
    }
    return false;
  };
  if (await look(cx.writing.reader, await cx.writing.drawings(page))) return 'ink';
  for (const one of (await cx.writing.annotations(cx.before, page)) ?? []) {
    if (own.has(one.key) || !paint.meets(one.rect)) continue;
    if (await look(cx.before, await cx.writing.drawn(cx.before, one))) return 'ink';
  }
  return worst;
}

/** A field before and after it was filled in, with the looks that are chosen of its states. */
export interface Refilled {
  readonly before: PdfDict;
  readonly after: PdfDict;
  readonly keys: Iterable<Key>;
  readonly looks: { readonly before: PdfObject; readonly after: PdfObject };
}

/**
 * Whether a field lays paint over text or over any other ink of a page where it laid none, or bares what it hid.
 * @param painted its ground was to be painted from the beginning: then only text counts
 */
export async function touchesInk(
  cx: Comparison,
  { before, after, keys, looks }: Refilled,
  painted: boolean,
): Promise<boolean> {
  const was = await corners(cx.before, before.get('Rect'));
  for (const { widget, rect, pages, own } of await placesOf(cx, after, keys)) {
    if (widget !== after) continue;
    const pointed = await cx.after.resolveDict(after.get('AP'));
    const then = await paintOf(cx.before, before, was ?? rect, [looks.before]);
    const now = await paintOf(cx.after, after, rect, [looks.after]);
    const ever = await paintOf(cx.after, after, rect, [
      looks.after,
      ...['R', 'D'].map((key) => pointed?.get(key) ?? null),
    ]);
    if (!then.hides && !ever.hides) continue;
    for (const page of pages) {
      const ink = painted ? undefined : await cx.writing.ink(page);
      for (const [layer, spared] of [
        [without(ever, then), painted ? PLACEHOLDERS : 0],
        [without(then, now), PLACEHOLDERS],
      ] as const) {
        if (await liesOver(cx, layer, page, own, spared)) return true;
        if (ink === null) return true;
        if (ink !== undefined && laysOver(cx, layer, ink, rect)) return true;
      }
    }
  }
  return false;
}

/** Where something lies over a page. */
type Layer = Pick<OpaqueCells, 'covers' | 'meets'>;

function without(paint: OpaqueCells, other: OpaqueCells): Layer {
  return {
    covers: (point) => paint.covers(point) && !other.covers(point),
    meets: (place) => paint.meets(place),
  };
}

/** Whether a note's sign lies over text of its page: viewers draw one of their own where it has none. */
export async function noteHidesText(
  cx: Comparison,
  page: number,
  item: PdfObject,
  note: PdfDict,
): Promise<boolean> {
  if (nameOf(note.get('Subtype')) !== 'Text') return false;
  const rect = await corners(cx.after, note.get('Rect'));
  if (rect === null) return false;
  const paint = await paintOf(cx.after, note, rect);
  if (note.get('AP') === undefined) paint.tooMuch();
  const own = new Set(item instanceof PdfRef ? [keyOf(item)] : []);
  return paint.hides && (await liesOver(cx, paint, new PdfRef(page, 0), own, 0));
}

/**
 * Whether a layer and ink meet in a rectangle, but for its edge: there forms have the frames of their fields.
 * A rectangle may be any size; beyond the page there is no ink. What is too much to look at counts as met.
 */
function laysOver(cx: Comparison, layer: Layer, ink: InkCells, rect: Corners): boolean {
  const left = Math.max(rect[0] + EDGE, ink.place[0]);
  const bottom = Math.max(rect[1] + EDGE, ink.place[1]);
  const right = Math.min(rect[2] - EDGE, ink.place[2]);
  const top = Math.min(rect[3] - EDGE, ink.place[3]);
  if (!(right > left && top > bottom)) return false;
  if (!spend(cx.after, ((right - left) * (top - bottom)) / 64)) return true;
  for (const x of steps(left, right, STEP)) {
    for (const y of steps(bottom, top, STEP)) {
      if (layer.covers([x, y]) && ink.covers([x, y])) return true;
    }
  }
  return false;
}

/** Between two points that are looked at: in points. */
const STEP = 2;
/** In points. */
const EDGE = 3;

async function paintOf(
  reader: PdfReader,
  widget: PdfDict,
  rect: Corners,
  shown: readonly (PdfObject | undefined)[] = [widget.get('AP')],
): Promise<OpaqueCells> {
  const paint = new OpaqueCells(reader, rect);
  const painter = new Painter(reader, paint);
  const looks: PdfStream[] = [];
  for (const one of shown) {
    const all = await eachStream(reader, one, 0, async (stream) => {
      looks.push(stream);
      const fit = await fitting(reader, stream, rect);
      if (fit !== null) await painter.form(stream, { ...START, ctm: fit });
    });
    if (!all) paint.tooMuch();
  }
  // Without an appearance, viewers paint the background and border that the dictionary names (table 192).
  const look = await reader.resolveDict(widget.get('MK'));
  const bordered = look?.get('BC') !== undefined && (await hasWideBorder(reader, widget));
  if (looks.length === 0 && (bordered || ['BG', 'I'].some((key) => look?.get(key) !== undefined)))
    paint.tooMuch();
  return paint;
}

/** @param spared placeholders that may be covered */
async function liesOver(
  cx: Comparison,
  paint: Layer,
  page: PdfRef,
  own: ReadonlySet<Key>,
  spared: number,
): Promise<boolean> {
  let left = spared;
  const hidden = (words: readonly Word[] | null): boolean =>
    words === null ||
    words.some(({ placeholder, glyphs }) => {
      if (!glyphs.some((one) => hides(paint, one))) return false;
      if (placeholder) left -= 1;
      return !placeholder || left < 0;
    });
  if (hidden(await cx.writing.words(page))) return true;
  const annotations = await cx.writing.annotations(cx.before, page);
  if (annotations === null) return true;
  for (const one of annotations) {
    if (own.has(one.key) || !paint.meets(one.rect)) continue;
    if (hidden(await cx.writing.shown(cx.before, one))) return true;
  }
  return false;
}

function hides(paint: Layer, { corners: [first, right, up] }: PlacedGlyph): boolean {
  if (first === undefined || right === undefined || up === undefined) return false;
  const at = (u: number, v: number, i: 0 | 1): number =>
    first[i] + (right[i] - first[i]) * u + (up[i] - first[i]) * v;
  return POINTS.filter(([u, v]) => paint.covers([at(u, v, 0), at(u, v, 1)])).length >= HIDDEN;
}
