// Asks the issuers of the desk's cases by OCSP and CRL as long as the desk is open: again and again, with pauses that
// grow, until they say revoked. Nothing else makes a case revoked.
import type { DeskHandle } from '../../../core/contract/desk.ts';
import type { Watched } from '../../../core/lifecycle/outbox/find-watched.ts';
import type { RevocationServices } from '../../../core/trust/revocation/services.ts';
import type { CaseDesk } from './case-desk.ts';

interface Parts {
  readonly cases: Pick<CaseDesk, 'watching' | 'askQuietly'>;
  readonly isOpen: () => boolean;
  readonly services: () => Promise<RevocationServices>;
  readonly now: () => Date;
  readonly onProblem: (thrown: unknown) => void;
}

/** Milliseconds: from the start to the first look, and between two. */
const BETWEEN = 15_000;
/** Minutes after each question about a case; the last one for ever after. */
const PAUSES = [1, 2, 5, 10, 30, 60];

export class DeskWatch {
  readonly #parts: Parts;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting = new Map<DeskHandle, { readonly rounds: number; readonly next: number }>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.round()
        .catch((thrown: unknown) => {
          if (!this.#stopped) this.#parts.onProblem(thrown);
        })
        .finally(() => {
          if (!this.#stopped) this.start();
        });
    }, BETWEEN);
    // It keeps no program alive.
    this.#timer.unref();
  }

  close(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Asks about every case that is due, one after the other; one that fails keeps no other from it. */
  async round(): Promise<void> {
    const { cases, isOpen, now } = this.#parts;
    if (!isOpen()) return;
    for (const { handle, watched } of cases.watching()) {
      const { rounds, next } = this.#waiting.get(handle) ?? { rounds: 0, next: 0 };
      if (this.#stopped || now().getTime() < next) continue;
      const minutes = PAUSES[Math.min(rounds, PAUSES.length - 1)] ?? 60;
      // Before it is asked: a question that fails waits as long.
      this.#waiting.set(handle, {
        rounds: rounds + 1,
        next: now().getTime() + minutes * 60_000,
      });
      await this.#ask(handle, watched);
    }
  }

  async #ask(handle: DeskHandle, watched: Watched): Promise<void> {
    const { cases, services, onProblem } = this.#parts;
    try {
      const revoked = await cases.askQuietly(handle, watched, await services());
      if (revoked) this.#waiting.delete(handle);
    } catch (thrown) {
      if (!this.#stopped) onProblem(thrown);
    }
  }
}
