// Whether a field that was filled in shows what its value says now (ISO 32000-2 12.7.4.3, 12.7.5.2.3). Where the look
// stayed as it was, programs that draw fields by their look show what was there before, and those that draw them from
// the value show the new one.
import { integerOf, isArray, nameOf, PdfDict, type PdfObject, PdfRef } from '../../pdf/objects.ts';
import { type Comparison, inherited } from './comparison.ts';
import { keyOf, readOrNull } from './role-graph.ts';

const MAX_WIDGETS = 1_000;
/** Hidden and NoView (12.5.3): there is no look to differ from. */
const UNSEEN = 2 | 32;

interface Widget {
  readonly before: PdfDict | undefined;
  readonly after: PdfDict;
}

/** @param before the field or one of its widgets, as `after` */
export async function showsItsValue(
  cx: Comparison,
  before: PdfDict,
  after: PdfDict,
  type: string | undefined,
): Promise<boolean> {
  if (type === 'Btn') return showsItsState(cx, after);
  if (await isDrawnAnew(cx)) return true;
  for (const widget of await widgetsOf(cx, before, after)) {
    if (widget.before !== undefined && (await keptItsLook(cx, widget.before, widget.after))) {
      return false;
    }
  }
  return true;
}

/** Viewers were told to draw each field from its value already when the document was signed. */
async function isDrawnAnew(cx: Comparison): Promise<boolean> {
  const form = await cx.before.resolveDict((await cx.before.catalog()).get('AcroForm'));
  return (await cx.before.resolve(form?.get('NeedAppearances'))) === true;
}

async function widgetsOf(cx: Comparison, before: PdfDict, after: PdfDict): Promise<Widget[]> {
  const kids = (await cx.after.resolveArray(after.get('Kids'))) ?? [];
  if (kids.length === 0) return [{ before, after }];
  const widgets: Widget[] = [];
  for (const kid of kids.slice(0, MAX_WIDGETS)) {
    const now = await cx.after.resolveDict(kid);
    const old = kid instanceof PdfRef ? await readOrNull(cx.before, keyOf(kid)) : undefined;
    if (now === undefined || now.get('T') !== undefined) continue;
    widgets.push({ before: old instanceof PdfDict ? old : undefined, after: now });
  }
  return widgets;
}

async function keptItsLook(cx: Comparison, before: PdfDict, after: PdfDict): Promise<boolean> {
  const flags = integerOf(await cx.after.resolve(after.get('F'))) ?? 0;
  if ((flags & UNSEEN) !== 0) return false;
  const [old, now] = [await normalLook(cx.before, before), await normalLook(cx.after, after)];
  return old !== undefined && now !== undefined && cx.same(old, now);
}

async function normalLook(
  reader: Comparison['after'],
  widget: PdfDict,
): Promise<PdfObject | undefined> {
  return (await reader.resolveDict(widget.get('AP')))?.get('N');
}

/** A box or a button of several: each shows the state that is the field's value, or none. */
async function showsItsState(cx: Comparison, dict: PdfDict): Promise<boolean> {
  const parent = await cx.after.resolveDict(dict.get('Parent'));
  const field = dict.get('T') === undefined && parent !== undefined ? parent : dict;
  const value = nameOf(await cx.after.resolve(await inherited(cx.after, field, 'V'))) ?? 'Off';
  const kids = await cx.after.resolve(field.get('Kids'));
  let known = value === 'Off';
  for (const one of isArray(kids) && kids.length > 0 ? kids.slice(0, MAX_WIDGETS) : [field]) {
    const widget = await cx.after.resolveDict(one);
    const states = await cx.after.resolve(
      widget === undefined ? null : await normalLook(cx.after, widget),
    );
    if (widget === undefined || !(states instanceof PdfDict)) continue;
    const shown = nameOf(await cx.after.resolve(widget.get('AS'))) ?? 'Off';
    const own = value !== 'Off' && states.get(value) !== undefined;
    known ||= own;
    if (shown !== (own ? value : 'Off')) return false;
  }
  return known;
}
