// Ctrl+C and its like: the first one stops cleanly, a second one at once.

/** 128 + the signal's number, as shells say it. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type SignalName = keyof typeof SIGNALS;

export class Interrupt {
  readonly #controller = new AbortController();
  #exitCode = 130;

  /** @param listen false for tests, where the process is not ours */
  constructor(listen = true) {
    if (!listen) return;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // A terminal that was closed cannot be asked again, and a second signal means it.
      process.on(name, () => {
        if (this.signal.aborted) process.exit(SIGNALS[name]);
        this.abort(name);
      });
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What the process ends with when it was interrupted. */
  get exitCode(): number {
    return this.#exitCode;
  }

  abort(name: SignalName): void {
    this.#exitCode = SIGNALS[name];
    this.#controller.abort();
  }
}
