// Objects as they were parsed, by where they stand: the revisions of a file share most of theirs, and what
// stands at an offset is the same in each of them, and in a file that begins with this one.
import type { FileWindow } from './file-window.ts';
import { type IndirectObject, readIndirectObject } from './indirect-object.ts';
import { Recent } from './recent.ts';

const MOST = { count: 16_384, weight: 48 << 20 };
/** Files that begin with one another, each of which has its own; of more, all are put into one. */
const MOST_LAYERS = 8;

interface Kept extends IndirectObject {
  readonly seen: number;
}

function isSeen(found: IndirectObject): found is Kept {
  return found.seen !== null;
}

export class ParsedObjects {
  readonly #byOffset = new Recent<number, Kept>(MOST);
  /** Of files with which this one begins. */
  readonly #before: readonly ParsedObjects[];

  constructor(before: readonly ParsedObjects[] = []) {
    this.#before = before;
  }

  /** For a file that begins with this one, octet by octet: this one's own are not added to. */
  appended(): ParsedObjects {
    const layers = [...this.#before, this];
    if (layers.length < MOST_LAYERS) return new ParsedObjects(layers);
    const all = new ParsedObjects();
    for (const layer of layers) {
      for (const [offset, kept, weight] of layer.#byOffset.entries()) {
        all.#byOffset.set(offset, kept, weight);
      }
    }
    return new ParsedObjects([all]);
  }

  /** Bytes of memory, about. */
  get weight(): number {
    return this.#before.reduce((sum, one) => sum + one.#byOffset.weight, this.#byOffset.weight);
  }

  kept(file: FileWindow, offset: number): IndirectObject | undefined {
    let kept = this.#byOffset.get(offset);
    for (const before of this.#before) {
      if (kept !== undefined) break;
      kept = before.#byOffset.get(offset);
    }
    // Who sees less of the file may read it differently.
    return kept !== undefined && kept.seen <= file.size ? kept : undefined;
  }

  /** See `readIndirectObject`. `file` is the file, or the file as it was earlier. */
  async at(file: FileWindow, offset: number): Promise<IndirectObject> {
    const kept = this.kept(file, offset);
    if (kept !== undefined) return kept;
    const found = await readIndirectObject(file, offset);
    if (isSeen(found) && found.seen <= file.size) this.#byOffset.set(offset, found, found.weight);
    return found;
  }
}
