// Lists of tokens that did not come in time: they are still waited for, nobody asks for them twice, and what comes
// of one is kept for whoever asks next.
import type { AnswerOf } from './protocol.ts';

export type ListResult = PromiseSettledResult<AnswerOf<'list'>>;

/** Milliseconds for which a late answer still says how things are. */
const FRESH = 5_000;

export class OverdueLists {
  readonly #waiting = new Map<string, Promise<ListResult>>();
  readonly #late = new Map<string, { readonly result: ListResult; readonly at: number }>();
  readonly #listeners = new Set<() => void>();

  /** Null where this module's list is not waited for. */
  waiting(module: string): Promise<ListResult> | null {
    return this.#waiting.get(module) ?? null;
  }

  /** From now on it is waited for; the listeners are told when it has come, or failed. */
  add(module: string, coming: Promise<ListResult>): void {
    this.#waiting.set(module, coming);
    void coming.then((result) => {
      this.#waiting.delete(module);
      this.#late.set(module, { result, at: performance.now() });
      for (const listener of [...this.#listeners]) listener();
    });
  }

  /** What came late, once; null where nothing did. */
  take(module: string): ListResult | null {
    const late = this.#late.get(module);
    this.#late.delete(module);
    return late === undefined || performance.now() - late.at > FRESH ? null : late.result;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
