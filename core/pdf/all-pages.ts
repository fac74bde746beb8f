// Every page of the tree in order, each with what it inherits (ISO 32000-2 7.7.3): one walk for all, where
// looking pages up one by one would walk the tree for each.
import { LIMITS } from './limits.ts';
import { nameOf, type PdfDict, type PdfObject, PdfRef } from './objects.ts';
import { INHERITED, type Page } from './pages.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';

interface Frame {
  readonly kids: readonly PdfObject[];
  readonly inherited: ReadonlyMap<string, PdfObject>;
  next: number;
}

/**
 * A page that stands in the tree twice comes once.
 * @throws {PdfError} PDF_PAGE_TREE_BROKEN
 */
export async function* allPages(reader: PdfReader): AsyncGenerator<Page> {
  const root = await reader.resolveDict((await reader.catalog()).get('Pages'));
  if (root === undefined) throw new PdfError('PDF_PAGE_TREE_BROKEN');
  const seen = new Set<number>();
  const stack = [await frameOf(reader, root, new Map())];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const kid = frame.kids[frame.next];
    frame.next += 1;
    if (kid === undefined) {
      stack.pop();
      continue;
    }
    const dict = await reader.resolveDict(kid);
    if (dict === undefined || !(kid instanceof PdfRef)) throw new PdfError('PDF_PAGE_TREE_BROKEN');
    if (seen.has(kid.num)) continue;
    seen.add(kid.num);
    if (await isPage(reader, dict)) {
      yield { ref: kid, dict, attributes: withOwn(frame.inherited, dict) };
      continue;
    }
    if (stack.length > LIMITS.treeDepth) throw new PdfError('PDF_PAGE_TREE_BROKEN');
    stack.push(await frameOf(reader, dict, frame.inherited));
  }
}

async function frameOf(
  reader: PdfReader,
  dict: PdfDict,
  inherited: ReadonlyMap<string, PdfObject>,
): Promise<Frame> {
  const kids = (await reader.resolveArray(dict.get('Kids'))) ?? [];
  return { kids, inherited: withOwn(inherited, dict), next: 0 };
}

async function isPage(reader: PdfReader, dict: PdfDict): Promise<boolean> {
  if (dict.get('Kids') === undefined) return true;
  return nameOf(await reader.resolve(dict.get('Type'))) === 'Page';
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
