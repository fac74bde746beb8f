// The process in which a batch is worked on: one piece of work at a time. Where passwords of its files were given, it
// lives until the batch is done with, since they live in it alone.
import { PenaError } from '../../core/domain/pena-error.ts';
import { DocumentClient } from '../hosts/document-client.ts';
import { startDocumentHost } from '../hosts/start-host.ts';
import type { Batch } from './open-batch.ts';
import type { StampPasswords } from './stamp-passwords.ts';

export interface BatchHostParts {
  readonly passwords: Pick<StampPasswords, 'refused'>;
  /** Another errand has the token: its login must not be ended. */
  readonly busy: () => boolean;
}

export class BatchHost {
  readonly #parts: BatchHostParts;
  #running: AbortController | null = null;

  constructor(parts: BatchHostParts) {
    this.#parts = parts;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  cancel(): void {
    this.#running?.abort();
  }

  /** @throws {PenaError} TOKEN_IN_USE_HERE */
  refuseIfBusy(): void {
    if (this.running || this.#parts.busy()) throw new PenaError('TOKEN_IN_USE_HERE');
  }

  /**
   * In the process that has the batch's passwords; where none were given, in one that ends with the work.
   * @throws {PenaError} TOKEN_IN_USE_HERE, and what the work throws
   */
  async work<T>(
    batch: Batch,
    work: (client: DocumentClient, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.refuseIfBusy();
    const running = (this.#running = new AbortController());
    if (batch.unlocked?.running === false) batch.unlocked = null;
    const client =
      batch.unlocked ?? new DocumentClient(startDocumentHost(), this.#parts.passwords.refused);
    try {
      return await work(client, running.signal);
    } finally {
      if (batch.unlocked !== client || batch.closed) client.end();
      this.#running = null;
    }
  }
}

/** Ends the process that has the batch's passwords, and with it the passwords. */
export function lock(batch: Batch): void {
  batch.unlocked?.end();
  batch.unlocked = null;
}
