// The page tree (ISO 32000-2 7.7.3): how many pages, and one of them with what it inherits.
import { LIMITS } from './limits.ts';
import type { PdfDict } from './objects.ts';
import { integerOf, nameOf, type PdfObject, PdfRef } from './objects.ts';
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
  const kids = await kidsOf(reader, node);
  if (kids === null) {
    return before > 0 || node.ref === null ? null : { ref: node.ref, dict: node.dict, attributes };
  }
  enter(node, path);
  // From the nearer end: the last of 100,000 pages side by side is found as quickly as the first.
  const count = integerOf(await reader.resolve(node.dict.get('Count'))) ?? 0;
  const backwards = count === kids.length && before > count / 2;
  let left = backwards ? count - 1 - before : before;
  for (let i = 0; i < kids.length; i += 1) {
    const child = await childNode(reader, kids[backwards ? kids.length - 1 - i : i]);
    const pages = await pagesIn(reader, child);
    if (left < pages) {
      return descend(reader, child, backwards ? pages - 1 - left : left, attributes, path);
    }
    left -= pages;
  }
  return null;
}

/** The kids of a node of the tree; null for a page. */
async function kidsOf(reader: PdfReader, node: Node): Promise<readonly PdfObject[] | null> {
  const kids = await reader.resolveArray(node.dict.get('Kids'));
  if (kids === undefined) return null;
  return nameOf(await reader.resolve(node.dict.get('Type'))) === 'Page' ? null : kids;
}

function enter(node: Node, path: Set<string>): void {
  const key = node.ref ? `${String(node.ref.num)} ${String(node.ref.gen)}` : 'root';
  if (path.has(key) || path.size > LIMITS.treeDepth) {
    throw new PdfError('PDF_PAGE_TREE_BROKEN');
  }
  path.add(key);
}

async function childNode(reader: PdfReader, kid: PdfObject | undefined): Promise<Node> {
  const dict = await reader.resolveDict(kid);
  if (dict === undefined || !(kid instanceof PdfRef)) throw new PdfError('PDF_PAGE_TREE_BROKEN');
  return { ref: kid, dict };
}

async function pagesIn(reader: PdfReader, node: Node): Promise<number> {
  if ((await kidsOf(reader, node)) === null) return 1;
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
