// What an object refers to, in the part in which every entry leads on. Kept for the last few: a page is asked
// about for each of its annotations.
import type { PdfObject } from '../../pdf/objects.ts';
import { type Key, keyOf } from './role-graph.ts';
import { eachEdge } from './roles.ts';

const KEPT = 8;

export class References {
  readonly #kept = new Map<Key, ReadonlySet<Key>>();

  of(key: Key, value: PdfObject): ReadonlySet<Key> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const found = new Set<Key>();
    eachEdge('content', value, 0, ({ ref }) => found.add(keyOf(ref)));
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(key, found);
    return found;
  }
}
