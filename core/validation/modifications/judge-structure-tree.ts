// The tags of a document (ISO 32000-2 14.7): a later revision may add those of the widgets and
// annotations it added, and nothing else.
import { integerOf, isArray, nameOf, PdfDict, type PdfObject, PdfRef } from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { Comparison } from './comparison.ts';
import { changedKeys, sameValue } from '../../pdf/equality.ts';
import { keyOf } from './role-graph.ts';
import { listOf, mayHavePage } from './structure-kids.ts';
import { wrapperOf } from './structure-wrapper.ts';

const ELEMENT_ENTRIES = new Set([
  'Type',
  'S',
  'P',
  'K',
  'Pg',
  'ID',
  'T',
  'Lang',
  'Alt',
  'C',
  'A',
  'NS',
]);
const MAX_DEPTH = 8;
const KID_WORK = 64;
const MAX_ENTRIES = 500_000;

export async function judgeStructureRoot(
  cx: Comparison,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (!(before instanceof PdfDict) || !(after instanceof PdfDict)) {
    cx.forbidden('STRUCTURE_CHANGED');
    return;
  }
  for (const key of changedKeys(before, after)) {
    const [a, b] = [before.get(key), after.get(key)];
    if (key === 'K') {
      const wrapper = await wrapperOf(cx);
      await judgeKids(cx, wrapper?.before ?? a, wrapper?.after ?? b);
    } else if (key === 'ParentTree') await judgeTree(cx, a, b);
    else if (key === 'ParentTreeNextKey' && grows(a, b)) extended(cx);
    // iText writes one that maps nothing.
    else if (key === 'RoleMap' && mapsNothing(a) && mapsNothing(b)) extended(cx);
    else cx.forbidden('STRUCTURE_CHANGED');
  }
}

function grows(a: PdfObject | undefined, b: PdfObject | undefined): boolean {
  const after = integerOf(b);
  return after !== undefined && (integerOf(a) ?? 0) <= after;
}

function mapsNothing(object: PdfObject | undefined): boolean {
  return object === undefined || (object instanceof PdfDict && object.entries.size === 0);
}

function extended(cx: Comparison): void {
  cx.found('STRUCTURE_EXTENDED', 'LTA_UPDATES');
}

export async function judgeStructureElement(
  cx: Comparison,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (isArray(before) && isArray(after)) {
    await judgeKids(cx, before, after);
    return;
  }
  if (!(before instanceof PdfDict) || !(after instanceof PdfDict)) {
    cx.forbidden('STRUCTURE_CHANGED');
    return;
  }
  for (const key of changedKeys(before, after)) {
    const [a, b] = [before.get(key), after.get(key)];
    if (key === 'K') await judgeKids(cx, a, b);
    else if (key === 'P' && (await isRewrapped(cx, a, b))) extended(cx);
    else if (key === 'Pg' && a === undefined && (await mayHavePage(cx, before.get('K'), b)))
      extended(cx);
    else cx.forbidden('STRUCTURE_CHANGED');
  }
}

/** An element that stood below the root, or a document that was dissolved, and stands below the new one. */
async function isRewrapped(
  cx: Comparison,
  a: PdfObject | undefined,
  b: PdfObject | undefined,
): Promise<boolean> {
  const wrapper = await wrapperOf(cx);
  return (
    a instanceof PdfRef && wrapper?.replaced.has(keyOf(a)) === true && sameValue(b, wrapper.ref)
  );
}

/** All earlier kids in their order, and new ones that only tag what is new. */
async function judgeKids(
  cx: Comparison,
  a: PdfObject | undefined,
  b: PdfObject | undefined,
): Promise<void> {
  const before = await listOf(cx.before, a);
  const after = await listOf(cx.after, b);
  let at = 0;
  for (const item of after) {
    if (at < before.length && sameValue(item, before[at])) at += 1;
    else if (!(await tagsNew(cx, item, 0))) at = before.length + 1;
  }
  if (at === before.length) extended(cx);
  else cx.forbidden('STRUCTURE_CHANGED');
}

/**
 * A new element whose only content is an object reference to an annotation.
 * @param described by an /Alt above it: that may be read aloud in place of the annotation, which then must be new as well
 */
async function tagsNew(
  cx: Comparison,
  item: PdfObject,
  depth: number,
  described = false,
): Promise<boolean> {
  if (depth > MAX_DEPTH) return false;
  if (item instanceof PdfRef && (await cx.existed(keyOf(item)))) return false;
  const dict = await cx.after.resolveDict(item);
  if (dict === undefined) return false;
  if (nameOf(dict.get('Type')) === 'OBJR') {
    const target = dict.get('Obj');
    if (!(target instanceof PdfRef) || !cx.graph.has(keyOf(target), 'annot')) return false;
    return !described || !(await cx.existed(keyOf(target)));
  }
  if (![...dict.entries.keys()].every((key) => ELEMENT_ENTRIES.has(key))) return false;
  const kids = await listOf(cx.after, dict.get('K'));
  const says = described || dict.get('Alt') !== undefined;
  for (const kid of kids) if (!(await tagsNew(cx, kid, depth + 1, says))) return false;
  // One that holds nothing could be read aloud by its /Alt.
  return kids.length > 0;
}

/** The parent tree, as a whole: every earlier number leads where it led (14.7.5.4). */
export async function judgeTree(
  cx: Comparison,
  a: PdfObject | undefined,
  b: PdfObject | undefined,
): Promise<void> {
  const before = await flatten(cx.before, a);
  const after = await flatten(cx.after, b);
  for (const [number, value] of before) {
    const now = after.get(number);
    // An array may have become an object of its own.
    if (!sameValue(value, now) && !(await cx.same(value, now))) {
      cx.forbidden('STRUCTURE_CHANGED');
      return;
    }
  }
  for (const [number, value] of after) {
    const known = before.has(number) || !(value instanceof PdfRef);
    if (known || !(await cx.existed(keyOf(value)))) continue;
    if (!(await holdsNew(cx, value, number))) {
      cx.forbidden('STRUCTURE_CHANGED');
      return;
    }
  }
  extended(cx);
}

/** Whether a page may be given that number: none of the tags that were signed is found by it (14.7.5.4). */
export async function isNewTagNumber(
  cx: Comparison,
  number: PdfObject | undefined,
): Promise<boolean> {
  const value = integerOf(number);
  if (value === undefined) return false;
  const signed = SIGNED_TAGS.get(cx) ?? signedTags(cx);
  SIGNED_TAGS.set(cx, signed);
  return !(await signed).has(value);
}

/** Asked for by each page. */
const SIGNED_TAGS = new WeakMap<Comparison, Promise<ReadonlyMap<number, PdfObject>>>();

async function signedTags({ before }: Comparison): Promise<ReadonlyMap<number, PdfObject>> {
  const root = await before.resolveDict((await before.catalog()).get('StructTreeRoot'));
  return flatten(before, root?.get('ParentTree'));
}

/** An element that was there, and got a new annotation which says that number of itself. */
async function holdsNew(cx: Comparison, element: PdfRef, number: number): Promise<boolean> {
  const dict = await cx.after.resolveDict(element);
  if (dict === undefined || !cx.graph.has(keyOf(element), 'struct-elem')) return false;
  for (const kid of await listOf(cx.after, dict.get('K'))) {
    cx.after.spend(KID_WORK);
    const target = kid instanceof PdfDict && nameOf(kid.get('Type')) === 'OBJR' && kid.get('Obj');
    if (!(target instanceof PdfRef) || (await cx.existed(keyOf(target)))) continue;
    const annotation = await cx.after.resolveDict(target);
    if (integerOf(annotation?.get('StructParent')) === number) return true;
  }
  return false;
}

async function flatten(
  reader: PdfReader,
  tree: PdfObject | undefined,
): Promise<Map<number, PdfObject>> {
  const found = new Map<number, PdfObject>();
  let visits = 0;
  const visit = async (object: PdfObject | undefined, depth: number): Promise<void> => {
    visits += 1;
    if (depth > 32 || visits > MAX_ENTRIES || found.size > MAX_ENTRIES) {
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'structure' });
    }
    const node = await reader.resolveDict(object);
    const numbers = (await reader.resolveArray(node?.get('Nums'))) ?? [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const number = integerOf(numbers[i]);
      const value = numbers[i + 1];
      if (number !== undefined && value !== undefined) found.set(number, value);
    }
    for (const kid of (await reader.resolveArray(node?.get('Kids'))) ?? []) {
      await visit(kid, depth + 1);
    }
  };
  await visit(tree, 0);
  return found;
}
