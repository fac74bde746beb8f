// Objects as they were parsed, by where they stand: the revisions of a file share most of theirs, and what
// stands at an offset is the same in each of them.
import type { FileWindow } from './file-window.ts';
import { type IndirectObject, readIndirectObject } from './indirect-object.ts';

const KEPT_OBJECTS = 8192;
/** Bytes that the objects kept were parsed from; as values they take several times as much. */
const KEPT_BYTES = 4 << 20;

export class ParsedObjects {
  readonly #byOffset = new Map<number, IndirectObject & { readonly seen: number }>();
  #keptBytes = 0;

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
    if (found.seen !== null && found.seen <= file.size) this.#keep(offset, found, found.seen);
    return found;
  }

  #keep(offset: number, found: IndirectObject, seen: number): void {
    this.#keptBytes += seen - offset;
    if (this.#keptBytes > KEPT_BYTES || this.#byOffset.size >= KEPT_OBJECTS) {
      this.#byOffset.clear();
      this.#keptBytes = seen - offset;
    }
    this.#byOffset.set(offset, { ...found, seen });
  }
}
