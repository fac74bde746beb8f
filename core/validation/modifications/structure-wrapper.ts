// A new element /Document between the root of the tags and what stood below it: iText 7 and later put one there whenever
// they change a document whose tags do not begin with one (ISO 32000-2 14.8.4.3), and dissolve one that stands beside
// others. What it holds is then judged as the root's own kids.
import { sameValue } from '../../pdf/equality.ts';
import { nameOf, type PdfDict, type PdfObject, PdfRef } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { Comparison } from './comparison.ts';
import { type Key, keyOf } from './role-graph.ts';
import { listOf, mayHavePage } from './structure-kids.ts';

export interface Wrapper {
  readonly ref: PdfRef;
  /** What the root led to before, and what the new element leads to now. */
  readonly before: readonly PdfObject[];
  readonly after: readonly PdfObject[];
  /** In whose stead it stands: the root, and elements /Document that it dissolved. */
  readonly replaced: ReadonlySet<Key>;
}

/** An element of these says nothing: no language, no text in place of its own, no page, no namespace. */
const PLAIN = new Set(['Type', 'S', 'P', 'K']);

const FOUND = new WeakMap<Comparison, Promise<Wrapper | null>>();

/** Null where the later revision has none. */
export function wrapperOf(cx: Comparison): Promise<Wrapper | null> {
  const found = FOUND.get(cx) ?? find(cx);
  FOUND.set(cx, found);
  return found;
}

async function find(cx: Comparison): Promise<Wrapper | null> {
  const [old, now] = [await rootOf(cx.before), await rootOf(cx.after)];
  const [ref, ...others] = await listOf(cx.after, now?.dict.get('K'));
  if (old === null || now === null || !(ref instanceof PdfRef) || others.length > 0) return null;
  if (await cx.existed(keyOf(ref))) return null;
  const dict = await plainDocument(cx.after, ref, 'Pg');
  if (dict === undefined || !sameValue(dict.get('P'), now.ref)) return null;
  const roles = await cx.after.resolveDict(now.dict.get('RoleMap'));
  if (roles?.get('Document') !== undefined) return null;
  const after = await listOf(cx.after, dict.get('K'));
  const kept = new Set(after.map((kid) => (kid instanceof PdfRef ? keyOf(kid) : -1)));
  const replaced = new Set([keyOf(old.ref)]);
  const before: PdfObject[] = [];
  for (const kid of await listOf(cx.before, old.dict.get('K'))) {
    const inner =
      kid instanceof PdfRef && !kept.has(keyOf(kid)) ? await within(cx.before, kid) : null;
    if (kid instanceof PdfRef && inner !== null) {
      replaced.add(keyOf(kid));
      before.push(...inner);
    } else before.push(kid);
  }
  const page = dict.get('Pg');
  if (page !== undefined && !(await mayHavePage(cx, before, page))) return null;
  return { ref, before, after, replaced };
}

interface Root {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
}

async function rootOf(reader: PdfReader): Promise<Root | null> {
  const catalog = await reader.resolveDict(reader.trailer.get('Root'));
  const ref = catalog?.get('StructTreeRoot');
  const dict = await reader.resolveDict(ref);
  return ref instanceof PdfRef && dict !== undefined ? { ref, dict } : null;
}

async function plainDocument(
  reader: PdfReader,
  ref: PdfRef,
  more = '',
): Promise<PdfDict | undefined> {
  const dict = await reader.resolveDict(ref);
  if (nameOf(dict?.get('S')) !== 'Document') return undefined;
  const keys = [...(dict?.entries.keys() ?? [])];
  return keys.every((key) => key === more || PLAIN.has(key)) ? dict : undefined;
}

/** The elements of one that may be dissolved; null where it may not. */
async function within(reader: PdfReader, ref: PdfRef): Promise<readonly PdfObject[] | null> {
  const dict = await plainDocument(reader, ref);
  if (dict === undefined) return null;
  const kids = await listOf(reader, dict.get('K'));
  return kids.every((kid) => kid instanceof PdfRef) ? kids : null;
}
