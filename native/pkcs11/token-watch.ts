// Sees tokens come and go. Each module is asked in its own process, twice a second: not all modules have
// events (C_WaitForSlotEvent), and a call that waits for one blocks for good.

/** Milliseconds from an answer to the next question. A card that OpenSC reads takes 2 s by itself. */
const INTERVAL = 500;

/** By module: the serial numbers of its tokens. Modules that say nothing at the moment are left out. */
type Present = ReadonlyMap<string, readonly string[]>;
/** @param there whether a token with this serial number was there at the last look */
export type TokenListener = (there: (serial: string) => boolean) => void;

export class TokenWatch {
  readonly #present: () => Promise<Present>;
  readonly #interval: number;
  readonly #listeners = new Set<TokenListener>();
  /** Of a module that says nothing for a while, what it said last. */
  readonly #seen = new Map<string, readonly string[]>();
  #running = false;

  constructor(present: () => Promise<Present>, interval = INTERVAL) {
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
    if (!this.#running) {
      this.#running = true;
      void this.#look();
    }
    return () => this.#listeners.delete(listener);
  }

  /** Nobody listens any more. */
  end(): void {
    this.#listeners.clear();
  }

  async #look(): Promise<void> {
    const present = await this.#present();
    let changed = false;
    for (const [module, serials] of present) {
      const before = this.#seen.get(module);
      changed ||= before !== undefined && !sameTokens(before, serials);
      this.#seen.set(module, serials);
    }
    const there = (serial: string): boolean =>
      [...this.#seen.values()].some((serials) => serials.includes(serial));
    if (changed) for (const listener of [...this.#listeners]) listener(there);
    this.#running = this.#listeners.size > 0;
    if (this.#running) setTimeout(() => void this.#look(), this.#interval).unref();
  }
}

function sameTokens(before: readonly string[], now: readonly string[]): boolean {
  return JSON.stringify([...before].sort()) === JSON.stringify([...now].sort());
}
