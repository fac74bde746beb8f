// The page tree (ISO 32000-2 7.7.3): how many pages, and one of them with what it inherits.
import { LIMITS } from './limits.ts';
import { integerOf, isArray, nameOf, PdfDict, type PdfObject, PdfRef } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';

/** Page attributes that a node of the tree passes down. */
export const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

export interface Page {
  readonly ref: PdfRef;
  /** The page's own dictionary, as written. */
  readonly dict: PdfDict;
  /** The page's attributes, inherited ones included (7.7.3.4). */
  readonly attributes: ReadonlyMap<string, PdfObject>;
}

/** Throws PDF_PAGE_TREE_BROKEN. */
export async function countPages(reader: PdfReader): Promise<number> {
  const root = await treeRoot(reader);
  const count = integerOf(await reader.resolve(root.dict.get('Count')));
  if (count === undefined || count < 0) throw new PdfError('PDF_PAGE_TREE_BROKEN');
  return count;
}

/**
 * Finds a page. `number` counts from 1; 'last' is the last one.
 * Throws PDF_PAGE_NOT_FOUND, PDF_PAGE_TREE_BROKEN.
 */
export async function findPage(reader: PdfReader, number: number | 'last'): Promise<Page> {
  const count = await countPages(reader);
  const wanted = number === 'last' ? count : number;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > count) {
    throw new PdfError('PDF_PAGE_NOT_FOUND', { page: wanted, pages: count });
  }
  const page = await descend(reader, await treeRoot(reader), wanted - 1, new Map(), new Set());
  if (page === null) throw new PdfError('PDF_PAGE_TREE_BROKEN');
  return page;
}

interface Node {
  readonly ref: PdfRef | null;
  readonly dict: PdfDict;
}
async function treeRoot(reader: PdfReader): Promise<Node> {
  const pages = (await reader.catalog()).get('Pages');
  const dict = await reader.resolveDict(pages);
  if (dict === undefined) throw new PdfError('PDF_PAGE_TREE_BROKEN');
  return { ref: pages instanceof PdfRef ? pages : null, dict };
}

/** Goes down to the page that has `before` pages before it in this subtree. */
async function descend(
  reader: PdfReader,
  node: Node,
  before: number,
  inherited: ReadonlyMap<string, PdfObject>,
  path: Set<string>,
): Promise<Page | null> {
  const attributes = withOwn(inherited, node.dict);
  const kids = await reader.resolveArray(node.dict.get('Kids'));
  if (kids === undefined) {
    return before > 0 || node.ref === null ? null : { ref: node.ref, dict: node.dict, attributes };
  }
  enter(node, path);
  // Where every kid is a page, those before the wanted one need not be read.
  const flat = integerOf(node.dict.get('Count')) === kids.length;
  let left = flat ? 0 : before;
  for (const kid of flat ? kids.slice(before, before + 1) : kids) {
    const child = await childNode(reader, kid);
    const pages = await pagesIn(reader, child);
    if (flat && pages !== 1) throw new PdfError('PDF_PAGE_TREE_BROKEN');
    if (left < pages) return descend(reader, child, left, attributes, path);
    left -= pages;
  }
  return null;
}

function enter(node: Node, path: Set<string>): void {
  const key = node.ref ? `${String(node.ref.num)} ${String(node.ref.gen)}` : 'root';
  if (path.has(key) || path.size > LIMITS.treeDepth) {
    throw new PdfError('PDF_PAGE_TREE_BROKEN');
  }
  path.add(key);
}

async function childNode(reader: PdfReader, kid: PdfObject): Promise<Node> {
  const dict = await reader.resolveDict(kid);
  if (dict === undefined || !(kid instanceof PdfRef)) throw new PdfError('PDF_PAGE_TREE_BROKEN');
  return { ref: kid, dict };
}

async function pagesIn(reader: PdfReader, node: Node): Promise<number> {
  const kids = await reader.resolve(node.dict.get('Kids'));
  if (!isArray(kids)) return 1;
  if (nameOf(await reader.resolve(node.dict.get('Type'))) === 'Page') return 1;
  const count = integerOf(await reader.resolve(node.dict.get('Count')));
  if (count === undefined || count < 0) throw new PdfError('PDF_PAGE_TREE_BROKEN');
  return count;
}

function withOwn(
  inherited: ReadonlyMap<string, PdfObject>,
  dict: PdfDict,
): ReadonlyMap<string, PdfObject> {
  const own = INHERITED.flatMap((key) => {
    const value = dict.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return new Map([...inherited, ...own]);
}
