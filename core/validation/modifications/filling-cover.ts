// Whether a field that was filled in lays paint over the page where it laid none when the document was
// signed, or takes it away: a field prepared over a line hides it with its new look, or brings it to light
// ("Shadow Attacks", hiding and replacing by forms).
import { APPEARANCE } from './appearance.ts';
import { PdfDict, PdfName, type PdfObject } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { type Comparison, inherited } from './comparison.ts';
import { sameObject } from '../../pdf/equality.ts';
import { corners, type Look, lookOf, NOTHING } from './mark-look.ts';
import type { Key } from './role-graph.ts';
import { touchesInk } from './text-cover.ts';

/** A box to tick is smaller, in points. */
const LARGEST_BOX = APPEARANCE.largestTickBox;

export interface FilledField {
  readonly before: PdfDict;
  readonly after: PdfDict;
  /** Under which it is known. */
  readonly keys: Iterable<Key>;
}

export async function fillingCovers(
  cx: Comparison,
  { before, after, keys }: FilledField,
  type: string | undefined,
): Promise<boolean> {
  const rect = await corners(cx.after, after.get('Rect'));
  if (rect === null || rect[0] === rect[2] || rect[1] === rect[3]) return false;
  const [then, now] = [await shown(cx.before, before), await shown(cx.after, after)];
  if (type === 'Btn' && Math.max(rect[2] - rect[0], rect[3] - rect[1]) <= LARGEST_BOX) {
    // Ticks are drawn in many ways, and often anew.
    return now.pictures && !(await lookOf(cx.before, before.get('AP'), rect)).pictures;
  }
  if (now.pictures && !(then.pictures && (await sameLook(cx, before, after)))) return true;
  // Paint on blank paper hides nothing: lists mark what is chosen in them so.
  const paints = [then, now].some(({ covers, blots, pictures }) => covers || blots || pictures);
  const ground = await cx.before.resolveDict(await inherited(cx.before, before, 'MK'));
  const painted = ground?.get('BG') !== undefined;
  if (!paints && !painted) return false;
  const looks = { before: await chosen(cx.before, before), after: await chosen(cx.after, after) };
  return touchesInk(cx, { before, after, keys, looks }, painted);
}

/** What a widget shows: of several states, the one that is chosen; and what it shows to the pointer. */
async function shown(reader: PdfReader, widget: PdfDict): Promise<Look> {
  const rect = await corners(reader, widget.get('Rect'));
  const look = await reader.resolveDict(widget.get('AP'));
  const looks = [await chosen(reader, widget), look?.get('R'), look?.get('D')];
  const found: Look = { ...NOTHING };
  for (const one of looks) {
    const { covers, writes, blots, pictures } = await lookOf(reader, one, rect);
    found.covers ||= covers;
    found.writes ||= writes;
    found.blots ||= blots;
    found.pictures ||= pictures;
  }
  return found;
}

async function chosen(reader: PdfReader, widget: PdfDict): Promise<PdfObject> {
  const look = await reader.resolveDict(widget.get('AP'));
  const normal = await reader.resolve(look?.get('N'));
  const state = await reader.resolve(widget.get('AS'));
  return normal instanceof PdfDict && state instanceof PdfName
    ? reader.resolve(normal.get(state.value))
    : normal;
}

async function sameLook(cx: Comparison, before: PdfDict, after: PdfDict): Promise<boolean> {
  const value = await chosen(cx.before, before);
  return sameObject(
    { reader: cx.before, value },
    { reader: cx.after, value: await chosen(cx.after, after) },
  );
}
