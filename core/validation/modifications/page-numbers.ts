// Which page an object number is, counted from 1 (ISO 32000-2 7.7.3): for sentences, so when asked.
import { PdfDict, PdfRef } from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { LIMITS } from '../../pdf/limits.ts';
import { isLeaf } from './roles.ts';

const MAX_PAGES = 100_000;

export class PageNumbers {
  readonly #reader: PdfReader;
  #numbers: Promise<ReadonlyMap<number, number>> | null = null;

  constructor(reader: PdfReader) {
    this.#reader = reader;
  }

  async numberOf(page: number): Promise<number | null> {
    this.#numbers ??= this.#count();
    return (await this.#numbers).get(page) ?? null;
  }

  async #count(): Promise<ReadonlyMap<number, number>> {
    const numbers = new Map<number, number>();
    const reader = this.#reader;
    // A node that stands in the tree twice has no pages that are new the second time.
    const seen = new Set<number>();
    const visit = async (ref: PdfRef, depth: number): Promise<void> => {
      if (depth > LIMITS.treeDepth || numbers.size >= MAX_PAGES || seen.has(ref.num)) return;
      seen.add(ref.num);
      const node = await reader.resolve(ref);
      if (!(node instanceof PdfDict)) return;
      if (isLeaf(node)) {
        if (!numbers.has(ref.num)) numbers.set(ref.num, numbers.size + 1);
        return;
      }
      for (const kid of (await reader.resolveArray(node.get('Kids'))) ?? []) {
        if (kid instanceof PdfRef) await visit(kid, depth + 1);
      }
    };
    try {
      const root = (await reader.catalog()).get('Pages');
      if (root instanceof PdfRef) await visit(root, 0);
    } catch (error) {
      // A tree that cannot be read has no numbers; what is wrong with it is said elsewhere.
      if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
    }
    return numbers;
  }
}
