// Sees tokens come and go. Each module is asked in its own process and at its own pace, four times a second, so
// that one that hangs hides nothing of the others: not all modules have events (C_WaitForSlotEvent), and a call
// that waits for one blocks for good.

/** Milliseconds from an answer to the next question. A card that OpenSC reads takes 2 s by itself. */
const INTERVAL = 250;

/** The serial numbers of a module's tokens; null where it says nothing at the moment. */
type Look = (module: string) => Promise<readonly string[] | null>;
/** @param there whether a token with this serial number was there at the last look */
export type TokenListener = (there: (serial: string) => boolean) => void;

export class TokenWatch {
  readonly #modules: readonly string[];
  readonly #present: Look;
  readonly #interval: number;
  readonly #listeners = new Set<TokenListener>();
  /** Of a module that says nothing for a while, what it said last. */
  readonly #seen = new Map<string, readonly string[]>();
  /** Modules that are being asked, or will be. */
  readonly #running = new Set<string>();

  /** @param present one that fails says nothing at the moment */
  constructor(modules: readonly string[], present: Look, interval = INTERVAL) {
    this.#modules = modules;
    this.#present = present;
    this.#interval = interval;
  }

  /**
   * Calls `listener` whenever a token has come or gone; what the first look finds has not come. Looks only
   * while somebody listens.
   * @returns ends it
   */
  subscribe(listener: TokenListener): () => void {
    this.#listeners.add(listener);
    for (const module of this.#modules) {
      if (this.#running.has(module)) continue;
      this.#running.add(module);
      void this.#look(module);
    }
    return () => this.#listeners.delete(listener);
  }

  /** Nobody listens any more. */
  end(): void {
    this.#listeners.clear();
  }

  async #look(module: string): Promise<void> {
    const serials = await this.#present(module).catch(() => null);
    if (serials !== null) {
      const before = this.#seen.get(module);
      this.#seen.set(module, serials);
      if (before !== undefined && !sameTokens(before, serials)) this.#tell();
    }
    if (this.#listeners.size > 0) setTimeout(() => void this.#look(module), this.#interval).unref();
    else this.#running.delete(module);
  }

  #tell(): void {
    const there = (serial: string): boolean =>
      [...this.#seen.values()].some((serials) => serials.includes(serial));
    for (const listener of [...this.#listeners]) listener(there);
  }
}

function sameTokens(before: readonly string[], now: readonly string[]): boolean {
  return JSON.stringify([...before].sort()) === JSON.stringify([...now].sort());
}
