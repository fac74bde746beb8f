// Objects as they were parsed, by where they stand: the revisions of a file share most of theirs, and what
// stands at an offset is the same in each of them.
import type { FileWindow } from './file-window.ts';
import { type IndirectObject, readIndirectObject } from './indirect-object.ts';
import { Recent } from './recent.ts';

const MOST = { count: 16_384, weight: 48 << 20 };

export class ParsedObjects {
  readonly #byOffset = new Recent<number, IndirectObject & { readonly seen: number }>(MOST);

  /** Bytes of memory, about. */
  get weight(): number {
    return this.#byOffset.weight;
  }

  kept(file: FileWindow, offset: number): IndirectObject | undefined {
    const kept = this.#byOffset.get(offset);
    // Who sees less of the file may read it differently.
    return kept !== undefined && kept.seen <= file.size ? kept : undefined;
  }

  /** See `readIndirectObject`. `file` is the file, or the file as it was earlier. */
  async at(file: FileWindow, offset: number): Promise<IndirectObject> {
    const kept = this.kept(file, offset);
    if (kept !== undefined) return kept;
    const found = await readIndirectObject(file, offset);
    const { seen, weight } = found;
    if (seen !== null && seen <= file.size) this.#byOffset.set(offset, { ...found, seen }, weight);
    return found;
  }
}
