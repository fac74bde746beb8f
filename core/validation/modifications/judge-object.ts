// One object that a later revision changed, in one of the parts that it plays: which rule looks at it.
import type { ForbiddenChange } from '../../domain/change-code.ts';
import { isArray, nameOf, PdfDict, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import { type Comparison, ownerDict } from './comparison.ts';
import { changedKeys } from '../../pdf/equality.ts';
import { judgeAnnotation, judgeAnnotationList, judgeAnnotationPart } from './judge-annotations.ts';
import { judgeCatalog, judgeForm, judgeMetadata, judgeValidationData } from './judge-catalog.ts';
import { judgeResourceCategory, judgeResources } from './form-resources.ts';
import {
  judgeFieldAppearance,
  judgeFieldDict,
  judgeFieldList,
  judgeFieldValue,
} from './judge-field.ts';
import { judgeAddedField } from './judge-signature.ts';
import {
  isNewTagNumber,
  judgeStructureElement,
  judgeStructureRoot,
  judgeTree,
} from './judge-structure-tree.ts';
import { type Key, refOf } from './role-graph.ts';
import { isLeaf, isWidget, kindOf, ownerOf, type Role } from './roles.ts';
import { isForeignEntry } from './foreign-entry.ts';
import { isRoundedBox, PAGE_BOXES } from './rounded-box.ts';

export interface Change {
  readonly key: Key;
  readonly before: PdfObject;
  readonly after: PdfObject;
}

export async function judgeChange(
  cx: Comparison,
  role: Role,
  { key, before, after }: Change,
): Promise<void> {
  switch (kindOf(role)) {
    case 'catalog':
      return judgeCatalog(cx, before, after);
    case 'page-node':
      return judgePage(cx, refOf(key).num, before, after);
    case 'form':
      return judgeForm(cx, before, after);
    case 'form-resources':
      return judgeResources(cx, before, after);
    case 'form-category':
      return judgeResourceCategory(cx, before, after);
    case 'fields':
      return judgeFieldList(cx, before, after);
    case 'field':
      if (before === null) return judgeAddedField(cx, refOf(key));
      if (onlyTyped(before, after)) return;
      return judgeFieldDict(cx, key, typed(before, after), after);
    case 'annots':
      return judgeAnnotationList(cx, ownerOf(role), before, after);
    case 'annot':
      if (onlyTyped(before, after)) return;
      return judgeAnnotation(cx, ownerOf(role), refOf(key), typed(before, after), after);
    case 'appearance':
      return judgeAppearance(cx, ownerOf(role));
    case 'annot-part':
      return judgePart(cx, ownerOf(role));
    case 'value':
      return judgeFieldValue(cx, ownerOf(role));
    case 'content':
      return judgeContent(cx, key, before, after);
    case 'dss':
      judgeValidationData(cx, after);
      return;
    case 'metadata':
      judgeMetadata(cx, after);
      return;
    case 'info':
      cx.found('METADATA_CHANGED', 'LTA_UPDATES');
      return;
    case 'extensions':
      cx.found('EXTENSIONS_CHANGED', 'LTA_UPDATES');
      return;
    case 'struct-root':
      return judgeStructureRoot(cx, before, after);
    case 'struct-elem':
      return judgeStructureElement(cx, before, after);
    case 'parent-tree':
      return judgeParentTree(cx, before, after);
    default:
      cx.forbidden(ALWAYS[kindOf(role)] ?? 'DOCUMENT_CHANGED');
  }
}

/** An annotation need not say that it is one (12.5.2, table 166): PDFBox writes it into those that do not. */
function typed(before: PdfObject, after: PdfObject): PdfObject {
  const says = after instanceof PdfDict && nameOf(after.get('Type')) === 'Annot';
  const silent = before instanceof PdfDict && before.get('Type') === undefined;
  if (!says || !silent || before.get('Subtype') === undefined) return before;
  return before.with({ Type: after.get('Type') });
}

function onlyTyped(before: PdfObject, after: PdfObject): boolean {
  const now = typed(before, after);
  if (now === before || !(now instanceof PdfDict) || !(after instanceof PdfDict)) return false;
  return changedKeys(now, after).length === 0;
}

/** Parts in which no change is explained. */
const ALWAYS: Readonly<Record<string, ForbiddenChange>> = {
  'page-kids': 'PAGES_CHANGED',
  signature: 'SIGNATURE_VALUE_CHANGED',
  permissions: 'PERMISSIONS_CHANGED',
  'struct-other': 'STRUCTURE_CHANGED',
  actions: 'ACTIONS_CHANGED',
  layers: 'LAYERS_CHANGED',
  names: 'NAMES_CHANGED',
  navigation: 'NAVIGATION_CHANGED',
  'form-other': 'FORM_CHANGED',
};

/** Entries of a page that show nothing. */
const UNSEEN = new Set(['Tabs', 'LastModified']);

async function judgePage(
  cx: Comparison,
  page: number,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (!(before instanceof PdfDict) || !(after instanceof PdfDict)) {
    cx.forbidden('PAGES_CHANGED', await cx.pageParams(page));
    return;
  }
  const leaf = isLeaf(before) && isLeaf(after);
  for (const key of changedKeys(before, after)) {
    const [a, b] = [before.get(key), after.get(key)];
    if (isForeignEntry(key, a, b)) {
      cx.found('EXTENSIONS_CHANGED', 'LTA_UPDATES');
    } else if (!leaf) {
      cx.forbidden('PAGES_CHANGED');
    } else if (UNSEEN.has(key)) {
      continue;
    } else if (key === 'Annots') {
      await judgeAnnotationList(cx, page, await cx.before.resolve(a), await cx.after.resolve(b));
    } else if (key === 'AA') cx.forbidden('ACTIONS_CHANGED');
    else if (key === 'StructParents' && a === undefined && (await isNewTagNumber(cx, b))) {
      cx.found('STRUCTURE_EXTENDED', 'LTA_UPDATES');
    } else if (key === 'Type' || key === 'Parent' || key === 'Kids') cx.forbidden('PAGES_CHANGED');
    else if (!(await cx.same(a, b)) && !(await isRounded(cx, key, a, b))) {
      cx.forbidden('PAGE_CONTENT_CHANGED', await cx.pageParams(page));
    }
  }
}

/** A box of the page in fewer digits. */
async function isRounded(
  cx: Comparison,
  key: string,
  a: PdfObject | undefined,
  b: PdfObject | undefined,
): Promise<boolean> {
  if (!PAGE_BOXES.has(key)) return false;
  return isRoundedBox(await cx.before.resolve(a), await cx.after.resolve(b));
}

async function judgeAppearance(cx: Comparison, owner: number): Promise<void> {
  const before = await ownerDict(cx.before, cx.graph, owner);
  const after = await ownerDict(cx.after, cx.graph, owner);
  // An appearance that came with a new annotation is looked at with it.
  if (before === undefined) return;
  if (isWidget(before)) return judgeFieldAppearance(cx, owner, before);
  if (after !== undefined) await judgeAnnotationPart(cx, pageOf(cx, owner), before, after);
}

/** Object number of the page that lists an annotation. */
function pageOf(cx: Comparison, annotation: number): number | null {
  for (const key of cx.graph.keysOf(annotation)) {
    const role = cx.graph.rolesOf(key).find((one) => kindOf(one) === 'annot');
    if (role !== undefined) return ownerOf(role);
  }
  return null;
}

async function judgePart(cx: Comparison, owner: number): Promise<void> {
  const before = await ownerDict(cx.before, cx.graph, owner);
  const after = await ownerDict(cx.after, cx.graph, owner);
  if (before === undefined) return;
  if (isWidget(before) || before.get('FT') !== undefined || after === undefined) {
    cx.forbidden('FIELD_CHANGED');
  } else await judgeAnnotationPart(cx, pageOf(cx, owner), before, after);
}

async function judgeParentTree(cx: Comparison, before: PdfObject, after: PdfObject): Promise<void> {
  const isNode = (object: PdfObject): boolean =>
    object instanceof PdfDict && (object.get('Nums') ?? object.get('Kids')) !== undefined;
  if (isNode(before) && isNode(after)) return judgeTree(cx, before, after);
  // An array of numbers and elements written as an object of its own, or the elements of one page.
  const numbers = (object: PdfObject): boolean => isArray(object) && typeof object[0] === 'number';
  if (isArray(before) && isArray(after) && (numbers(before) || numbers(after))) {
    return judgeTree(cx, new PdfDict([['Nums', before]]), new PdfDict([['Nums', after]]));
  }
  return judgeStructureElement(cx, before, after);
}

/** What a page or an appearance is drawn with: nothing of it may change. */
async function judgeContent(
  cx: Comparison,
  key: Key,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  const object = before ?? after;
  const dict = object instanceof PdfStream ? object.dict : object;
  const type = dict instanceof PdfDict ? nameOf(dict.get('Type')) : undefined;
  const kind = dict instanceof PdfDict ? nameOf(dict.get('Subtype')) : undefined;
  const code =
    type === 'Font' || type === 'FontDescriptor' || (await belongsToFont(cx, key))
      ? 'FONT_CHANGED'
      : kind === 'Image' || kind === 'Form'
        ? 'GRAPHIC_CHANGED'
        : 'PAGE_CONTENT_CHANGED';
  for (const page of pagesAbove(cx, key)) cx.forbidden(code, await cx.pageParams(page));
  if (pagesAbove(cx, key).length === 0) cx.forbidden(code);
}

async function belongsToFont(cx: Comparison, key: Key): Promise<boolean> {
  for (const parent of [...cx.graph.parentsOf(key)].slice(0, 8)) {
    if (parent < 0) continue;
    const { num, gen } = refOf(parent);
    const value = await cx.before.object(num, gen);
    const type = value instanceof PdfDict ? nameOf(value.get('Type')) : undefined;
    if (type === 'Font' || type === 'FontDescriptor') return true;
  }
  return false;
}

const MAX_STEPS = 20_000;
const MAX_PAGES_NAMED = 20;

/** Object numbers of the pages that an object is drawn on. */
function pagesAbove(cx: Comparison, key: Key): number[] {
  const seen = new Set([key]);
  const queue = [key];
  const pages: number[] = [];
  for (let at = 0; at < queue.length && at < MAX_STEPS; at += 1) {
    for (const parent of cx.graph.parentsOf(queue[at] ?? 0)) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      if (cx.graph.has(parent, 'page-node')) pages.push(refOf(parent).num);
      else queue.push(parent);
      if (pages.length >= MAX_PAGES_NAMED) return pages;
    }
  }
  return pages;
}
