// What an element of the tags holds, and the page that it says for it (ISO 32000-2 14.7.2, /K and /Pg): iText 7 adds a page
// to one that has none, with a reference to an annotation there. It must not give a page to what had none before.
import { LIMITS } from '../../pdf/limits.ts';
import { isArray, nameOf, PdfDict, type PdfObject, PdfRef } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { Comparison } from './comparison.ts';
import { keyOf } from './role-graph.ts';

const VISIT_WORK = 512;

/** One kid may be written without an array. */
export async function listOf(
  reader: PdfReader,
  object: PdfObject | undefined,
): Promise<readonly PdfObject[]> {
  const value = await reader.resolve(object);
  if (isArray(value)) return value;
  return value === null || object === undefined ? [] : [object];
}

/** Whether an element of these kids, which had no page, may be given one. */
export async function mayHavePage(
  cx: Comparison,
  kids: PdfObject | undefined,
  page: PdfObject | undefined,
): Promise<boolean> {
  if (!(page instanceof PdfRef) || !cx.graph.has(keyOf(page), 'page-node')) return false;
  return !(await lacksPage(cx, kids, 0));
}

/** Marked content, or an object, that takes its page from the elements above. */
async function lacksPage(
  cx: Comparison,
  kids: PdfObject | undefined,
  depth: number,
): Promise<boolean> {
  if (depth > LIMITS.treeDepth) return true;
  for (const kid of await listOf(cx.before, kids)) {
    cx.before.spend(VISIT_WORK);
    const dict = await cx.before.resolve(kid);
    if (!(dict instanceof PdfDict)) return true;
    if (dict.get('Pg') !== undefined) continue;
    const type = nameOf(dict.get('Type'));
    if (type === 'MCR' || type === 'OBJR') return true;
    if (await lacksPage(cx, dict.get('K'), depth + 1)) return true;
  }
  return false;
}
