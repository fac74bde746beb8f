// A page known by its reference, with what it inherits (ISO 32000-2 7.7.3.4): upwards along /Parent.
import { LIMITS } from './limits.ts';
import type { PdfObject, PdfRef } from './objects.ts';
import { INHERITED, type Page } from './pages.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';

/** Throws PDF_PAGE_TREE_BROKEN. */
export async function pageByReference(reader: PdfReader, ref: PdfRef): Promise<Page> {
  const dict = await reader.resolveDict(ref);
  if (dict === undefined) throw new PdfError('PDF_PAGE_TREE_BROKEN');
  const attributes = new Map<string, PdfObject>();
  let node = dict;
  for (let depth = 0; depth <= LIMITS.treeDepth; depth += 1) {
    for (const key of INHERITED) {
      const value = node.get(key);
      if (value !== undefined && !attributes.has(key)) attributes.set(key, value);
    }
    const parent = await reader.resolveDict(node.get('Parent'));
    if (parent === undefined) return { ref, dict, attributes };
    node = parent;
  }
  throw new PdfError('PDF_PAGE_TREE_BROKEN');
}
