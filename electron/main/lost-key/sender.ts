// Brings what lies in the outbox to the authority: at once when somebody asks, and otherwise again and again in the
// background, with the outbox's own pauses; with it the authority's decisions and the issuers' revocations come in.
import { randomBytes } from 'node:crypto';
import { runHandIns } from '../../../core/lifecycle/applications/hand-in-round.ts';
import { runRound } from '../../../core/lifecycle/outbox/round.ts';
import type { KnownCertificates } from '../../../core/ports/known-certificates.ts';
import type { LostPlaces } from '../../../native/cases/places.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import { logUnexpected } from '../../ipc/failure.ts';
import { outsideOrder } from '../outside-orders.ts';
import type { DraftsAccess } from './drafts-access.ts';
import { httpClient, type ReportWays } from './ways.ts';

interface Parts {
  readonly drafts: Pick<DraftsAccess, 'isEmpty' | 'quietly'>;
  readonly ways: Pick<ReportWays, 'open'>;
  readonly known: Pick<KnownCertificates, 'find'>;
  /** Something may have been sent, answered or revoked. */
  readonly onChanged: () => void;
}

/** Milliseconds: from the start to the first look, and between two; the outbox says itself what is due. */
const FIRST = 3_000;
const BETWEEN = 30_000;
/** Looks between two rounds that ask authority and issuers although nothing is to be sent. */
const ASK_EVERY = 20;

export class ReportSender {
  readonly #parts: Parts;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #looks = 0;
  /** One after the other: the outbox is one's at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#schedule(FIRST);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  /** A round over everything, whether or not it is due. @throws {PenaError} OUTBOX_BUSY, FILE_*, SETTINGS_INVALID */
  async now(places: LostPlaces): Promise<void> {
    await this.#inTurn(() => this.#round(places, true));
  }

  #schedule(after: number): void {
    this.#timer = setTimeout(() => {
      this.#background()
        .catch((thrown: unknown) => logUnexpected('outbox', thrown))
        .finally(() => {
          if (!this.#stop.signal.aborted) this.#schedule(BETWEEN);
        });
    }, after);
    // It keeps no program alive.
    this.#timer.unref();
  }

  async #background(): Promise<void> {
    const { drafts, onChanged } = this.#parts;
    // No key is made for somebody who has never reported anything.
    if (await drafts.isEmpty()) return;
    const { places } = await drafts.quietly();
    if (places === null) return;
    const asks = this.#looks++ % ASK_EVERY === 0;
    if (!asks && !(await isDue(places, new Date()))) return;
    await this.#inTurn(() => this.#round(places, false));
    onChanged();
  }

  async #round(places: LostPlaces, atOnce: boolean): Promise<void> {
    const { proxy } = await effectiveSettings();
    const ways = await this.#parts.ways.open(atOnce);
    const { signal } = this.#stop;
    const now = (): Date => new Date();
    await runRound({
      ...{ places, atOnce, signal, now, known: this.#parts.known },
      channels: ways.reports,
      authorities: (await outsideOrder(null)).anchors,
      services: {
        ...{ http: httpClient(proxy.value, null), cache: null },
        random: (length) => new Uint8Array(randomBytes(length)),
      },
    });
    // After the reports (16(3)a, "sesegera mungkin"): a letter that hangs on its way holds no report up.
    await runHandIns({ ...places, channels: ways.applications, atOnce, signal, now });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

async function isDue({ outbox, handIns }: LostPlaces, now: Date): Promise<boolean> {
  for (const store of [outbox, handIns]) {
    for (const key of await store.keys()) {
      const { status } = await store.read(key).catch(() => ({ status: null }));
      const next = status?.nextAttempt ?? null;
      if (next !== null && new Date(next) <= now) return true;
    }
  }
  return false;
}
