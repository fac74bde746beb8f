// Whether an object refers to another, in the part in which every entry leads on. Of a page that is asked about
// for each of its annotations, or in each revision, what it refers to is kept: a single question is answered without.
import type { PdfObject } from '../../pdf/objects.ts';
import { type Key, keyOf } from './role-graph.ts';
import { eachEdge } from './roles.ts';

const KEPT = 8;

export class References {
  /** By the value itself, which revisions share where it did not change. Null: asked about once. */
  readonly #kept = new Map<PdfObject, ReadonlySet<Key> | null>();

  hold(value: PdfObject, wanted: Key): boolean {
    const known = this.#kept.get(value);
    if (known instanceof Set) return known.has(wanted);
    if (this.#kept.size >= KEPT) this.#kept.clear();
    if (known === undefined) {
      this.#kept.set(value, null);
      let holds = false;
      eachEdge('content', value, 0, ({ ref }) => (holds ||= keyOf(ref) === wanted));
      return holds;
    }
    const found = new Set<Key>();
    eachEdge('content', value, 0, ({ ref }) => found.add(keyOf(ref)));
    this.#kept.set(value, found);
    return found.has(wanted);
  }
}
