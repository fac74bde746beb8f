// Pays the debt of time stamps: completes one document after the other, and tells how far it is.
import { basename } from 'node:path';
import type { z } from 'zod';
import type { proofContract } from '../../core/contract/proof.ts';
import type { BaselineLevel } from '../../core/domain/signature-level.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { DocumentClient } from '../hosts/document-client.ts';
import { startDocumentHost } from '../hosts/start-host.ts';
import { failureOf } from '../ipc/failure.ts';
import { outsideOrder } from './outside-orders.ts';
import type { StampPasswords } from './stamp-passwords.ts';
import type { PendingEntry, PendingStore } from './pending-store.ts';

type Completed = z.infer<(typeof proofContract)['pending.complete']['response']>;
type Progress = z.infer<(typeof proofContract)['pending.progress']['payload']>;

/** A document time stamp proves the time as one inside the signature does (ETSI EN 319 142-1 5.4.3). */
const EXTENSION = {
  'B-B': 'T',
  'B-T': 'T',
  'B-LT': 'LT',
  'B-LTA': 'LTA',
} as const satisfies Record<BaselineLevel, string>;

export class PendingWork {
  readonly #store: PendingStore;
  readonly #passwords: StampPasswords;
  readonly #onProgress: (progress: Progress) => void;
  #running: AbortController | null = null;

  constructor(
    store: PendingStore,
    passwords: StampPasswords,
    onProgress: (progress: Progress) => void,
  ) {
    this.#store = store;
    this.#passwords = passwords;
    this.#onProgress = onProgress;
  }

  /** @throws {PenaError} TOKEN_BUSY while another runs; SETTINGS_INVALID */
  async completeAll(): Promise<Completed> {
    if (this.#running !== null) throw new PenaError('TOKEN_BUSY');
    const running = (this.#running = new AbortController());
    const result: Completed = { completed: [], failed: [] };
    try {
      const entries = [...this.#store.entries];
      for (const entry of entries) {
        if (running.signal.aborted) break;
        // Anew for each: its passwords are wiped once they were sent.
        const outside = await outsideOrder(this.#passwords);
        await this.#complete(entry, outside, running.signal, result);
        const done = result.completed.length + result.failed.length;
        this.#onProgress({ done, total: entries.length, failed: result.failed.length });
      }
      return result;
    } finally {
      this.#running = null;
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  async #complete(
    { path, identity, wanted }: PendingEntry,
    outside: Awaited<ReturnType<typeof outsideOrder>>,
    signal: AbortSignal,
    result: Completed,
  ): Promise<void> {
    const name = basename(path).slice(0, 255);
    const client = new DocumentClient(startDocumentHost(), this.#passwords.refused);
    try {
      const order = { file: { path, identity }, level: EXTENSION[wanted], outside };
      await client.request('extend', order, null, signal);
      await this.#store.remove(path);
      result.completed.push(name);
    } catch (thrown) {
      const problem = failureOf(thrown);
      if (problem.code === 'CANCELLED') return;
      await this.#store.fail(path, problem);
      result.failed.push({ name, problem });
    } finally {
      client.end();
    }
  }
}
