// A field or widget that a later revision changed (ISO 32000-2 12.7.4, 12.7.5): filled in, signed, or
// something else.
import { integerOf, isArray, PdfDict, type PdfObject } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { hasWideBorder } from './annotation-cover.ts';
import { type Comparison, fieldInfo, type FieldInfo, inherited, ownerDict } from './comparison.ts';
import { changedKeys } from '../../pdf/equality.ts';
import { type FilledField, fillingCovers } from './filling-cover.ts';
import { judgeAddedField, judgeSigning, type SignedField } from './judge-signature.ts';
import { withField } from './kid-widgets.ts';
import { listChanges } from './list-changes.ts';
import type { Key } from './role-graph.ts';
import { pageOfField } from './stamp-area.ts';
import { showsItsValue } from './value-shown.ts';

/** What filling in may change, by the field's type; other types are not filled in. */
const FILLING: Readonly<Record<string, ReadonlySet<string>>> = {
  Tx: new Set(['V', 'AP', 'RV', 'DA', 'Q', 'M', 'NM']),
  Ch: new Set(['V', 'AP', 'I', 'TI', 'DA', 'Q', 'M', 'NM']),
  Btn: new Set(['V', 'AP', 'AS', 'M', 'NM']),
  Sig: new Set(['V', 'AP', 'M', 'NM', 'MK']),
};
/** Locked and LockedContents: nothing appears or vanishes by them (12.5.3). */
const HARMLESS_FLAGS = 128 | 512;
/** Writers set it when they fill in or sign; without it what was on paper vanishes from there. */
const PRINT = 4;
const READ_ONLY = 1;
/** A button that is pressed and has nothing to fill in (table 229). */
const PUSH_BUTTON = 1 << 16;

/** The list of /Fields, or of a field's /Kids. */
export async function judgeFieldList(
  cx: Comparison,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (!isArray(after) || !(isArray(before) || before === null)) {
    cx.forbidden('FORM_CHANGED');
    return;
  }
  const { added, removed } = listChanges(before ?? [], after);
  for (const item of removed) {
    const dict = await cx.before.resolveDict(item);
    if (dict === undefined) continue;
    cx.forbidden('FIELD_REMOVED', { field: (await fieldInfo(cx.before, dict)).name });
  }
  for (const item of added) await judgeAddedField(cx, item);
}

export async function judgeFieldDict(
  cx: Comparison,
  key: Key,
  was: PdfObject,
  is: PdfObject,
): Promise<void> {
  if (!(was instanceof PdfDict)) {
    cx.forbidden('FIELD_CHANGED');
    return;
  }
  const before = withField(cx, key, was);
  const info = await fieldInfo(cx.before, before);
  const params = { field: info.name };
  if (info.signed) {
    cx.forbidden('SIGNED_FIELD_CHANGED', params);
    return;
  }
  if (!(is instanceof PdfDict)) {
    cx.forbidden('FIELD_REMOVED', params);
    return;
  }
  const after = withField(cx, key, is);
  const filling = FILLING[info.type ?? ''] ?? new Set<string>();
  const differing: string[] = [];
  for (const part of changedKeys(before, after)) {
    const [a, b] = [before.get(part), after.get(part)];
    if (part === 'Kids') {
      await judgeFieldList(cx, await cx.before.resolve(a), await cx.after.resolve(b));
    } else if (filling.has(part)) differing.push(part);
    else if (part === 'F') {
      if (!(await displayHarmless(cx, a, b))) cx.forbidden('FIELD_CHANGED', params);
    } else if (part === 'Ff') {
      if (!(await flagsHarmless(cx, before, after))) cx.forbidden('FIELD_CHANGED', params);
    } else if (part === 'MK' && (await isTickSign(cx, info, before, after))) {
      // iText names the sign that it has drawn.
      differing.push(part);
    } else if (part === 'BS' && (await isThinFrame(cx, info, after))) {
      // PyMuPDF writes the frame anew when it fills in.
      differing.push(part);
    } else if (part === 'Rect' && (await isSignedUnseen(cx, info, before, after))) {
      differing.push(part);
    } else if (!(await cx.same(a, b))) cx.forbidden('FIELD_CHANGED', params);
  }
  if (info.type === 'Sig') {
    const value = await inherited(cx.after, after, 'V');
    const stamped = differing.some((part) => part === 'AP' || part === 'MK');
    if (differing.includes('V') || stamped) {
      await judgeSigning(cx, after, value, { name: info.name, added: false, keys: [key] });
    }
    return;
  }
  if (differing.length > 0)
    await judgeFilling(cx, { before, after, keys: [key] }, info, differing.includes('AP'));
}

/** A frame too thin to hide anything, of a field whose look is judged for itself. */
async function isThinFrame(cx: Comparison, { type }: FieldInfo, after: PdfDict): Promise<boolean> {
  const drawn = type !== 'Sig' && after.get('AP') !== undefined;
  return drawn && !(await hasWideBorder(cx.after, after));
}

/** PDFBox takes the place from an empty field that it signs without a look: nothing was shown there. */
async function isSignedUnseen(
  cx: Comparison,
  { type }: FieldInfo,
  before: PdfDict,
  after: PdfDict,
): Promise<boolean> {
  const shown = before.get('AP') ?? before.get('MK');
  if (type !== 'Sig' || shown !== undefined || after.get('MK') !== undefined) return false;
  if ((await cx.after.resolve(after.get('V'))) === null) return false;
  const rect = await cx.after.resolveArray(after.get('Rect'));
  const [left, bottom, right, top] = rect ?? [];
  return typeof left === 'number' && typeof bottom === 'number' && left === right && bottom === top;
}

/** The sign of a box that has a look, which viewers draw instead: only what draws looks anew asks for it (12.5.6.19). */
async function isTickSign(
  cx: Comparison,
  { type }: FieldInfo,
  before: PdfDict,
  after: PdfDict,
): Promise<boolean> {
  if (type !== 'Btn' || after.get('AP') === undefined || (await isPushed(cx, before, type)))
    return false;
  const old = (await cx.before.resolveDict(before.get('MK'))) ?? new PdfDict([]);
  const now = await cx.after.resolveDict(after.get('MK'));
  return now !== undefined && changedKeys(old, now).every((key) => key === 'CA');
}

function known(cx: Comparison, { name }: FieldInfo, owner: number): SignedField {
  return { name, added: false, keys: cx.graph.keysOf(owner) };
}

/** Annotation flags (12.5.3): nothing appears or vanishes, on the screen or on paper. */
async function displayHarmless(
  cx: Comparison,
  a: PdfObject | undefined,
  b: PdfObject | undefined,
): Promise<boolean> {
  const before = integerOf(await cx.before.resolve(a)) ?? 0;
  const after = integerOf(await cx.after.resolve(b)) ?? 0;
  const difference = before ^ after;
  if ((difference & ~after & PRINT) !== 0) return false;
  return (difference & ~(HARMLESS_FLAGS | PRINT)) === 0;
}

/**
 * Field flags (12.7.4.1), own or inherited: the same, as where MuPDF writes the default out, or made read-only, as
 * signing a field that locks others does. Nothing gets writable.
 */
async function flagsHarmless(cx: Comparison, before: PdfDict, after: PdfDict): Promise<boolean> {
  const [a, b] = [await fieldFlags(cx.before, before), await fieldFlags(cx.after, after)];
  return a === b || ((a ^ b) === READ_ONLY && (b & READ_ONLY) !== 0);
}

async function fieldFlags(reader: PdfReader, dict: PdfDict): Promise<number> {
  return integerOf(await reader.resolve(await inherited(reader, dict, 'Ff'))) ?? 0;
}

/**
 * A field was filled in. An appearance that changes while the value stays shows what was not there when
 * the document was signed (the shadow attack by replacing).
 */
async function judgeFilling(
  cx: Comparison,
  { before, after, keys }: FilledField,
  { name, type }: FieldInfo,
  appearance: boolean,
): Promise<void> {
  const params = { field: name };
  cx.found('FIELD_FILLED', 'FORM_FILLING', { params, field: name });
  if (await fillingCovers(cx, { before, after, keys }, type)) {
    const where = await pageOfField(cx, after, keys);
    cx.found('CONTENT_MAY_BE_COVERED', 'FORM_FILLING', { params: where, field: name });
  }
  const entered = (await valueChanged(cx, before, after)) && !(await isPushed(cx, before, type));
  if (!entered && (appearance || (await looksChanged(cx, before, after)))) {
    cx.found('APPEARANCE_WITHOUT_VALUE', 'FORM_FILLING', { params, field: name });
  }
  if (entered && !(await showsItsValue(cx, before, after, type))) {
    cx.found('VALUE_NOT_SHOWN', 'FORM_FILLING', { params, field: name });
  }
  if (entered && (await isForReading(cx, before))) {
    cx.found('READ_ONLY_FIELD_FILLED', 'FORM_FILLING', { params, field: name });
  }
}

/** What viewers draw a field with that draw it themselves (12.7.4.3). */
async function looksChanged(cx: Comparison, before: PdfDict, after: PdfDict): Promise<boolean> {
  for (const key of ['DA', 'Q', 'TI']) {
    if (!(await cx.same(before.get(key), after.get(key)))) return true;
  }
  return false;
}

async function isPushed(cx: Comparison, dict: PdfDict, type: string | undefined): Promise<boolean> {
  const flags = integerOf(await cx.before.resolve(await inherited(cx.before, dict, 'Ff'))) ?? 0;
  return type === 'Btn' && (flags & PUSH_BUTTON) !== 0;
}

/** Nobody can fill it in (12.7.4.1, table 227), nor does a calculation of the document (12.6.3, table 199). */
async function isForReading(cx: Comparison, dict: PdfDict): Promise<boolean> {
  if (((await fieldFlags(cx.before, dict)) & READ_ONLY) === 0) return false;
  const actions = await cx.before.resolveDict(await inherited(cx.before, dict, 'AA'));
  return actions?.get('C') === undefined;
}

async function valueChanged(cx: Comparison, before: PdfDict, after: PdfDict): Promise<boolean> {
  for (const key of ['V', 'AS', 'I', 'RV']) {
    const a = await inherited(cx.before, before, key);
    if (!(await cx.same(a, await inherited(cx.after, after, key)))) return true;
  }
  return false;
}

/** A part of an appearance that was changed in its place. `owner` is the widget's number. */
export async function judgeFieldAppearance(
  cx: Comparison,
  owner: number,
  widget: PdfDict,
): Promise<void> {
  const keys = cx.graph.keysOf(owner);
  const asKid = (dict: PdfDict): PdfDict =>
    [...keys].reduce((one, key) => withField(cx, key, one), dict);
  const info = await fieldInfo(cx.before, asKid(widget));
  const found = await ownerDict(cx.after, cx.graph, owner);
  if (info.signed || found === undefined) {
    cx.forbidden('SIGNED_FIELD_CHANGED', { field: info.name });
    return;
  }
  const now = asKid(found);
  if (info.type === 'Sig') {
    await judgeSigning(cx, now, await inherited(cx.after, now, 'V'), known(cx, info, owner));
    return;
  }
  await judgeFilling(cx, { before: widget, after: now, keys }, info, true);
}

/** A field's value that was changed in its place, or came to be where a reference led nowhere. */
export async function judgeFieldValue(cx: Comparison, owner: number): Promise<void> {
  const before = await ownerDict(cx.before, cx.graph, owner);
  const after = await ownerDict(cx.after, cx.graph, owner);
  if (before === undefined || after === undefined) {
    cx.forbidden('SIGNATURE_VALUE_CHANGED');
    return;
  }
  const info = await fieldInfo(cx.before, before);
  if (info.type === 'Sig') {
    if (info.signed) cx.forbidden('SIGNATURE_VALUE_CHANGED', { field: info.name });
    else {
      const value = await inherited(cx.after, after, 'V');
      await judgeSigning(cx, after, value, known(cx, info, owner));
    }
    return;
  }
  await judgeFilling(cx, { before, after, keys: cx.graph.keysOf(owner) }, info, false);
}
