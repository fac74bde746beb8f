// Pays the debt of time stamps: completes one document after the other, and tells how far it is.
import { basename } from 'node:path';
import type { z } from 'zod';
import type { proofContract } from '../../core/contract/proof.ts';
import type { BaselineLevel } from '../../core/domain/signature-level.ts';
import type { Journal } from '../../core/ports/journal.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { DocumentClient } from '../hosts/document-client.ts';
import type { FileReference } from '../hosts/protocol-shapes.ts';
import { startDocumentHost } from '../hosts/start-host.ts';
import { failureOf, logUnexpected } from '../ipc/failure.ts';
import { digestOfFile, noteExtended } from './office-journal.ts';
import { outsideOrder } from './outside-orders.ts';
import type { PasswordDesk } from './password-desk.ts';
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

/** Whom it asks: for a document's password, and for what is kept for the authorities. */
interface Asked {
  readonly desk: PasswordDesk;
  readonly passwords: StampPasswords;
  readonly journal: Journal;
}

export class PendingWork {
  readonly #store: PendingStore;
  readonly #asked: Asked;
  readonly #onProgress: (progress: Progress) => void;
  #running: AbortController | null = null;

  constructor(store: PendingStore, asked: Asked, onProgress: (progress: Progress) => void) {
    this.#store = store;
    this.#asked = asked;
    this.#onProgress = onProgress;
  }

  /** @throws {PenaError} TOKEN_IN_USE_HERE while another runs */
  async completeAll(): Promise<Completed> {
    if (this.#running !== null) throw new PenaError('TOKEN_IN_USE_HERE');
    const running = (this.#running = new AbortController());
    const result: Completed = { completed: [], failed: [] };
    const keyring: DocumentClient[] = [];
    try {
      const entries = [...this.#store.entries];
      for (const entry of entries) {
        if (running.signal.aborted) break;
        await this.#complete(entry, keyring, running.signal, result);
        const done = result.completed.length + result.failed.length;
        this.#onProgress({ done, total: entries.length, failed: result.failed.length });
      }
      return result;
    } finally {
      for (const client of keyring) client.end();
      this.#running = null;
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  /** @param keyring processes that have a password which opened an earlier document of this run */
  async #complete(
    { path, identity, wanted }: PendingEntry,
    keyring: DocumentClient[],
    signal: AbortSignal,
    result: Completed,
  ): Promise<void> {
    const name = basename(path).slice(0, 255);
    const client = new DocumentClient(startDocumentHost(), this.#asked.passwords.refused);
    try {
      const file = { path, identity };
      const document = await digestOfFile(file);
      const extendIn = async (host: DocumentClient) => {
        // Anew for each request: its passwords are wiped once they were sent.
        const outside = await outsideOrder(this.#asked.passwords);
        return host.request('extend', { file, level: EXTENSION[wanted], outside }, null, signal);
      };
      let locked = await isLocked(extendIn(client));
      for (const host of keyring) locked &&= !host.running || (await isLocked(extendIn(host)));
      if (locked) {
        await this.#unlock(client, file, signal);
        keep(keyring, client);
        await extendIn(client);
      }
      await this.#store.remove(path);
      await noteExtended(this.#asked.journal, document, EXTENSION[wanted]).catch(
        (thrown: unknown) => logUnexpected('journal', thrown),
      );
      result.completed.push(name);
    } catch (thrown) {
      const problem = failureOf(thrown);
      if (problem.code === 'CANCELLED') return;
      await this.#store.fail(path, problem);
      result.failed.push({ name, problem });
    } finally {
      if (!keyring.includes(client)) client.end();
    }
  }

  /** @throws {PenaError} PDF_PASSWORD_NEEDED where none is given: the document stays in the list with that */
  async #unlock(client: DocumentClient, file: FileReference, signal: AbortSignal): Promise<void> {
    const document = basename(file.path).slice(0, 255);
    try {
      await this.#asked.desk.unlock(
        { document, purpose: 'complete' },
        (password) => client.request('unlock', { file, password }),
        signal,
      );
    } catch (thrown) {
      if (failureOf(thrown).code !== 'CANCELLED' || signal.aborted) throw thrown;
      throw new PenaError('PDF_PASSWORD_NEEDED');
    }
  }
}

/** Passwords at once; each is a process of its own. */
const MOST_KEPT = 4;

function keep(keyring: DocumentClient[], client: DocumentClient): void {
  keyring.push(client);
  if (keyring.length > MOST_KEPT) keyring.shift()?.end();
}

/** Whether it fails for want of the right password; what else it fails for is thrown. */
async function isLocked(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (thrown) {
    const { code } = failureOf(thrown);
    if (code === 'PDF_PASSWORD_NEEDED' || code === 'PDF_PASSWORD_INCORRECT') return true;
    throw thrown;
  }
}
