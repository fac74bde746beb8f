// Annotations that a later revision added, changed or removed (ISO 32000-2 12.5). Comments are what
// DocMDP level 3 permits; some kinds can paint over what was signed (the "evil annotation" attack).
import { isArray, nameOf, PdfDict, type PdfObject, PdfRef } from '../../pdf/objects.ts';
import { mayCover } from './annotation-cover.ts';
import { type Comparison, fieldInfo, inherited } from './comparison.ts';
import { changedKeys } from '../../pdf/equality.ts';
import { judgeFieldDict } from './judge-field.ts';
import { judgeSigning } from './judge-signature.ts';
import { withField } from './kid-widgets.ts';
import { listChanges, orderChanged } from './list-changes.ts';
import { keyOf, readOrNull } from './role-graph.ts';
import { isWidget } from './roles.ts';
import { noteHidesText } from './text-cover.ts';

/** Kinds that carry files, play, or belong to the printing works. */
const ACTING = new Set([
  ...['FileAttachment', 'Sound', 'Movie', 'Screen', '3D', 'RichMedia', 'TrapNet', 'PrinterMark'],
  ...['Projection', 'Widget'],
]);
/** Entries that make an annotation do something. */
const ACTIONS = ['A', 'AA', 'PA', 'FS', 'Sound', 'Movie', 'OC'];
const HARMLESS_ACTIONS = new Set(['URI', 'GoTo']);

/** A page's /Annots. */
export async function judgeAnnotationList(
  cx: Comparison,
  page: number,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (!(isArray(before) || before === null) || !(isArray(after) || after === null)) {
    cx.forbidden('PAGE_CONTENT_CHANGED', await cx.pageParams(page));
    return;
  }
  const { added, removed } = listChanges(before ?? [], after ?? []);
  for (const item of removed) await judgeRemoved(cx, page, item);
  for (const item of added) await judgeAddedAnnotation(cx, page, item);
  if (orderChanged(before ?? [], after ?? [])) {
    // What is drawn later lies above.
    cx.found('CONTENT_MAY_BE_COVERED', 'ANNOTATIONS', { params: await cx.pageParams(page) });
  }
}

async function judgeRemoved(cx: Comparison, page: number, item: PdfObject): Promise<void> {
  const dict = await cx.before.resolveDict(item);
  if (dict === undefined) return;
  if (isWidget(dict)) {
    cx.forbidden('FIELD_REMOVED', { field: (await fieldInfo(cx.before, dict)).name });
    return;
  }
  const params = { ...(await cx.pageParams(page)), kind: kindName(dict) };
  cx.found('ANNOTATION_REMOVED', 'ANNOTATIONS', { params });
  if (await mayCover(cx.before, dict)) {
    // What lay under it comes to light (the shadow attack by hiding).
    cx.found('CONTENT_MAY_BE_COVERED', 'ANNOTATIONS', { params });
  }
}

export async function judgeAddedAnnotation(
  cx: Comparison,
  page: number,
  item: PdfObject,
): Promise<void> {
  const dict = await cx.after.resolve(item);
  if (dict === null) return;
  const where = await cx.pageParams(page);
  if (!(dict instanceof PdfDict)) {
    cx.forbidden('PAGE_CONTENT_CHANGED', where);
    return;
  }
  if (isWidget(dict)) {
    await judgeAddedWidget(cx, where, item, dict);
    return;
  }
  const params = { ...where, kind: kindName(dict) };
  if (ACTING.has(params.kind) || (await acts(cx, dict))) {
    cx.forbidden('ANNOTATION_ACTS', params);
    return;
  }
  cx.found('ANNOTATION_ADDED', 'ANNOTATIONS', { params });
  if ((await mayCover(cx.after, dict)) || (await noteHidesText(cx, page, item, dict))) {
    cx.found('CONTENT_MAY_BE_COVERED', 'ANNOTATIONS', { params });
  }
}

/** Only a widget of a signature field may come to a page, and only with that field. */
async function judgeAddedWidget(
  cx: Comparison,
  where: Readonly<Record<string, string | number>>,
  item: PdfObject,
  widget: PdfDict,
): Promise<void> {
  if (!(item instanceof PdfRef) || !cx.graph.has(keyOf(item), 'field')) {
    cx.forbidden('STAMP_WITHOUT_SIGNATURE', where);
    return;
  }
  const key = keyOf(item);
  const dict = withField(cx, key, widget);
  const info = await fieldInfo(cx.after, dict);
  const old = await readOrNull(cx.before, key);
  const wasSigned =
    old instanceof PdfDict && (await fieldInfo(cx.before, withField(cx, key, old))).signed;
  if (wasSigned) cx.forbidden('SIGNED_FIELD_CHANGED', { field: info.name });
  else if (info.type !== 'Sig') cx.forbidden('FIELD_ADDED', { field: info.name });
  else if (old !== undefined && old !== null) {
    // A field that was there and on no page: what it shows comes to light now.
    const value = await inherited(cx.after, dict, 'V');
    await judgeSigning(cx, dict, value, { name: info.name, added: true, keys: [key] });
  }
}

async function acts(cx: Comparison, dict: PdfDict): Promise<boolean> {
  if (!ACTIONS.some((key) => dict.get(key) !== undefined)) return false;
  const link = kindName(dict) === 'Link' && ACTIONS.every((k) => k === 'A' || !dict.get(k));
  const action = await cx.after.resolveDict(dict.get('A'));
  const type = nameOf(await cx.after.resolve(action?.get('S'))) ?? '';
  return !(link && HARMLESS_ACTIONS.has(type) && action?.get('Next') === undefined);
}

function kindName(dict: PdfDict): string {
  return (nameOf(dict.get('Subtype')) ?? '?').slice(0, 40);
}

/** An annotation, or a widget that is a field as well. */
export async function judgeAnnotation(
  cx: Comparison,
  page: number,
  item: PdfRef,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (before === null) {
    await judgeAddedAnnotation(cx, page, item);
    return;
  }
  if (before instanceof PdfDict && isWidget(before)) {
    await judgeFieldDict(cx, keyOf(item), before, after);
    return;
  }
  if (!(before instanceof PdfDict) || !(after instanceof PdfDict || after === null)) {
    cx.forbidden('PAGE_CONTENT_CHANGED', await cx.pageParams(page));
    return;
  }
  if (after === null) {
    await judgeRemovedDict(cx, page, before);
    return;
  }
  const params = { ...(await cx.pageParams(page)), kind: kindName(before) };
  const differing = changedKeys(before, after);
  // Where a link can be clicked is as much of what it does as where it leads.
  const isLink = kindName(before) === 'Link';
  const doing = [...ACTIONS, 'Subtype', 'Dest', ...(isLink ? ['Rect', 'QuadPoints'] : [])];
  if (differing.some((key) => doing.includes(key))) {
    cx.forbidden('ANNOTATION_ACTS', params);
    return;
  }
  await judgeAnnotationPart(cx, page, before, after, item);
}

async function judgeRemovedDict(cx: Comparison, page: number, dict: PdfDict): Promise<void> {
  await judgeRemoved(cx, page, dict);
}

/** Something of an annotation that is no field. */
export async function judgeAnnotationPart(
  cx: Comparison,
  page: number | null,
  before: PdfDict,
  after: PdfDict,
  item: PdfRef | null = null,
): Promise<void> {
  const where = page === null ? {} : await cx.pageParams(page);
  const params = { ...where, kind: kindName(before) };
  cx.found('ANNOTATION_CHANGED', 'ANNOTATIONS', { params });
  const moved = page !== null && item !== null && (await noteHidesText(cx, page, item, after));
  if (moved || (await mayCover(cx.before, before)) || (await mayCover(cx.after, after))) {
    cx.found('CONTENT_MAY_BE_COVERED', 'ANNOTATIONS', { params });
  }
}
