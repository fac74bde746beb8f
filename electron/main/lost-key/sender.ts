// Brings what lies in the outbox to the authority: at once when somebody asks, and otherwise again and again in the
// background, with the outbox's own pauses; and asks the issuers whether they have revoked.
import { randomBytes } from 'node:crypto';
import { deliverDue } from '../../../core/lifecycle/outbox/deliver.ts';
import { watchRevocations } from '../../../core/lifecycle/outbox/watch.ts';
import { readCase } from '../../../core/lifecycle/lost-key/read-case.ts';
import { requeue } from '../../../core/lifecycle/lost-key/requeue.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import type { LostPlaces } from '../../../native/cases/places.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import { logUnexpected } from '../../ipc/failure.ts';
import type { DraftsAccess } from './drafts-access.ts';
import type { ReportWays } from './ways.ts';

interface Parts {
  readonly drafts: DraftsAccess;
  readonly ways: ReportWays;
  /** Something was sent, answered or revoked. */
  readonly onChanged: () => void;
}

/** Milliseconds: from the start to the first look, and between two; the outbox says itself what is due. */
const FIRST = 3_000;
const BETWEEN = 30_000;
/** Rounds of the background between two questions to the issuers. */
const WATCH_EVERY = 20;

export class ReportSender {
  readonly #parts: Parts;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #rounds = 0;
  /** One after the other: the outbox is one person's at a time. */
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
    await this.#inTurn(() => this.#round(places, false));
    if (this.#rounds++ % WATCH_EVERY === 0) await this.#inTurn(() => this.#watch(places));
    onChanged();
  }

  async #round({ cases, outbox }: LostPlaces, atOnce: boolean): Promise<void> {
    for (const id of await cases.ids()) {
      // One that cannot be read keeps no other from being sent.
      const lost = await readCase(cases, id).catch(() => null);
      if (lost !== null) await requeue(lost, outbox);
    }
    const channels = await this.#parts.ways.open(atOnce);
    // Without a way nothing is given up: it waits for one.
    if (channels.length === 0) return;
    const { signal } = this.#stop;
    await deliverDue({ store: outbox, channels, now: () => new Date(), signal, atOnce });
  }

  async #watch({ outbox }: LostPlaces): Promise<void> {
    const { proxy } = await effectiveSettings();
    const { value } = proxy;
    await watchRevocations(outbox, {
      http: createHttpClient({
        environment: process.env,
        proxy: value && { url: value.url, ...(value.bypass && { bypass: value.bypass }) },
      }),
      ...{ now: new Date(), cache: null, signal: this.#stop.signal },
      random: (length) => new Uint8Array(randomBytes(length)),
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
