// Puts a signature into the document: field and widget, form, page (ISO 32000-2 12.7.3, 12.7.5.5, 12.5).
import {
  isArray,
  integerOf,
  nameOf,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
} from '../objects.ts';
import type { Rectangle } from '../page-geometry.ts';
import type { Page } from '../pages.ts';
import type { PdfReader } from '../reader.ts';
import { fieldLockDict, type FieldLock } from '../permissions/field-lock.ts';
import { textString } from '../text-string.ts';
import { extendArray } from './extend-array.ts';
import type { FieldPlan } from './field-plan.ts';
import type { Increment } from './increment.ts';

/** Print and Locked (12.5.3): shown on paper, not moved by accident. */
const FLAGS = 132;
/** SignaturesExist and AppendOnly (12.7.3, table 225). */
const SIG_FLAGS = 3;

export interface FieldContent {
  /** The signature dictionary. */
  readonly value: PdfRef;
  /** What the signature locks; goes into a new field as its /Lock. */
  readonly lock: FieldLock | null;
  /** Form XObject; null for an invisible signature. */
  readonly appearance: PdfRef | null;
  /** The page that a new field's widget stands on, and where, in its user space; null: nowhere to be seen. */
  readonly page: Page;
  readonly rect: Rectangle | null;
}

/** Throws PDF_FORM_BROKEN, PDF_OBJECT_BROKEN. */
export async function writeSignatureField(
  reader: PdfReader,
  increment: Increment,
  plan: FieldPlan,
  content: FieldContent,
): Promise<void> {
  if (plan.kind === 'existing') {
    await fillField(reader, increment, plan.field, content);
    await updateForm(reader, increment, null);
    return;
  }
  const field = increment.add(newField(plan.name, content));
  await updateForm(reader, increment, field);
  const { ref } = content.page;
  // As it will be: something else may change the page in this increment.
  const dict = await increment.dict(ref);
  const page = await extendArray(reader, increment, dict, 'Annots', field);
  if (page !== dict) increment.set(ref, page);
}

function newField(name: string, { value, appearance, lock, page, rect }: FieldContent): PdfDict {
  const corners =
    rect === null ? [0, 0, 0, 0] : [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height];
  return new PdfDict([
    ['Type', new PdfName('Annot')],
    ['Subtype', new PdfName('Widget')],
    ['FT', new PdfName('Sig')],
    ['T', textString(name)],
    ['F', FLAGS],
    ['Rect', corners.map((n) => Math.round(n * 1000) / 1000)],
    ['P', page.ref],
    ['V', value],
    ...(appearance === null ? [] : [['AP', new PdfDict([['N', appearance]])] as const]),
    ...(lock === null ? [] : [['Lock', fieldLockDict(lock, 'SigFieldLock')] as const]),
  ]);
}

async function fillField(
  reader: PdfReader,
  increment: Increment,
  field: { readonly ref: PdfRef; readonly dict: PdfDict },
  { value, appearance }: FieldContent,
): Promise<void> {
  const look: Record<string, PdfObject> =
    appearance === null ? {} : { AP: new PdfDict([['N', appearance]]) };
  const widget = await widgetOf(reader, field);
  if (widget.ref.num === field.ref.num) {
    increment.set(field.ref, field.dict.with({ V: value, ...look }));
    return;
  }
  increment.set(field.ref, field.dict.with({ V: value }));
  if (appearance !== null) increment.set(widget.ref, widget.dict.with(look));
}

/** A field's widget: the field itself, or its first kid (12.7.4.1). */
export async function widgetOf(
  reader: PdfReader,
  field: { readonly ref: PdfRef; readonly dict: PdfDict },
): Promise<{ readonly ref: PdfRef; readonly dict: PdfDict }> {
  if (nameOf(await reader.resolve(field.dict.get('Subtype'))) === 'Widget') return field;
  const [kid] = (await reader.resolveArray(field.dict.get('Kids'))) ?? [];
  const dict = await reader.resolveDict(kid);
  return kid instanceof PdfRef && dict !== undefined ? { ref: kid, dict } : field;
}

/** Makes or extends the interactive form. `field` is a new field; null changes only the flags. */
async function updateForm(
  reader: PdfReader,
  increment: Increment,
  field: PdfRef | null,
): Promise<void> {
  const { ref: root, dict: catalog } = await increment.catalog();
  const entry = catalog.get('AcroForm');
  const form = (await reader.resolveDict(entry)) ?? new PdfDict([['Fields', []]]);
  const flags = integerOf(await reader.resolve(form.get('SigFlags'))) ?? 0;
  const extended =
    field === null ? form : await extendArray(reader, increment, form, 'Fields', field);
  const next =
    (flags & SIG_FLAGS) === SIG_FLAGS ? extended : extended.with({ SigFlags: flags | SIG_FLAGS });
  if (next === form) return;
  if (entry instanceof PdfRef) increment.set(entry, next);
  else if (entry === undefined)
    increment.set(root, catalog.with({ AcroForm: increment.add(next) }));
  else increment.set(root, catalog.with({ AcroForm: next }));
}

/** A widget's /Rect in user space; null where it has none or covers nothing. */
export async function widgetRectangle(
  reader: PdfReader,
  widget: PdfDict,
): Promise<Rectangle | null> {
  const value = await reader.resolve(widget.get('Rect'));
  if (!isArray(value) || value.length !== 4) return null;
  const corners: number[] = [];
  for (const item of value) {
    const number = await reader.resolve(item);
    if (typeof number !== 'number') return null;
    corners.push(number);
  }
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = corners;
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  return width > 0 && height > 0
    ? { x: Math.min(x0, x1), y: Math.min(y0, y1), width, height }
    : null;
}
