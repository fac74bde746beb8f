// One batch at a time: reviewed and signed in a host of its own, with the key and the person on this side.
import { basename, dirname, resolve } from 'node:path';
import type { z } from 'zod';
import type { batchContract, BatchHandle, ChosenBatch } from '../../core/contract/batch.ts';
import { batchHandle } from '../../core/contract/batch.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import { wantsPassword } from '../../core/signing/batch/passwords.ts';
import { csvSummary } from '../../core/signing/batch/summary.ts';
import type { TokenChoice } from '../../native/pkcs11/chosen-certificate.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import type { SigningSide } from '../hosts/document-client.ts';
import type { BatchOrder } from '../hosts/protocol-shapes.ts';
import { Handles } from '../ipc/handles.ts';
import { type BatchFiles, type BatchWish, planOf } from './batch-files.ts';
import { BatchDecisions } from './batch-decisions.ts';
import { BatchHost, type BatchHostParts, lock } from './batch-host.ts';
import { notePending } from './batch-pending.ts';
import { passWarnings } from './batch-warnings.ts';
import { type Batch, isOver, nameOf, type Review, shownResult, shownReview } from './open-batch.ts';
import { journalFolder, officeJournal } from './office-journal.ts';
import { keyWithKeptPin, pinKeeper } from './kept-pin.ts';
import { outsideOrder } from './outside-orders.ts';
import type { PasswordDesk } from './password-desk.ts';
import type { PendingStore } from './pending-store.ts';
import { PinDesk, type PinDeskOptions } from './pin-desk.ts';
import type { StampOwnerStore } from './stamp-owner-store.ts';
import type { StampPasswords } from './stamp-passwords.ts';
import type { Questions } from './questions.ts';
import { untilCancelled } from './until-cancelled.ts';

type Progress = z.infer<(typeof batchContract)['batch.progress']['payload']>;

type BatchStart = Pick<
  z.infer<(typeof batchContract)['batch.start']['request']>,
  'warningsSeen' | 'checkpoint'
>;

export interface BatchParts extends BatchHostParts {
  readonly tokens: TokenService;
  readonly language: PinDeskOptions['language'];
  readonly openPinWindow: PinDeskOptions['openWindow'];
  readonly questions: Questions;
  readonly pending: PendingStore;
  readonly store: SecretStore;
  readonly passwords: StampPasswords;
  readonly unlocking: PasswordDesk;
  readonly owner: StampOwnerStore;
  readonly onProgress: (progress: Progress) => void;
}

/** Milliseconds: the document at hand is signed before the batch stops, where the token answers. */
const GRACE = 2_000;

export class Batches {
  readonly #parts: BatchParts;
  readonly #batches = new Handles<BatchHandle, Batch>('bat', (text) => batchHandle.parse(text));
  readonly #host: BatchHost;

  constructor(parts: BatchParts) {
    this.#parts = parts;
    this.#host = new BatchHost(parts);
  }

  open(files: BatchFiles): ChosenBatch {
    const { name, paths, sealed } = files;
    return {
      batch: this.#batches.issue({
        ...{ files, reviewed: null, out: null, result: null, unlocked: null, closed: false },
      }),
      ...{ name, files: paths.length },
      sealed:
        sealed === null
          ? null
          : {
              sha256: sealed.sha256,
              by: sealed.sealedBy?.name.slice(0, 200) ?? null,
              certificate: sealed.plan.certificate,
              level: sealed.plan.level,
            },
    };
  }

  /** @throws {PenaError} BATCH_CERTIFICATE, BATCH_PLAN_INVALID, STAMP_*, HANDLE_UNKNOWN */
  async review(
    handle: BatchHandle,
    wish: BatchWish & Pick<BatchOrder, 'zone'> & { readonly choice: TokenChoice },
  ): Promise<Review> {
    this.#host.refuseIfBusy();
    const batch = this.#batches.get(handle);
    const plan = planOf(batch.files, wish);
    if (plan.certificate !== wish.certificate) throw new PenaError('BATCH_CERTIFICATE');
    const { certificate, chain } = await this.#parts.tokens.signingKey(wish.choice, {
      ask: () => Promise.resolve(null),
    });
    const inputs = batch.files.sealed?.inputs;
    const order = {
      ...{ plan, paths: [...batch.files.paths], inputs: inputs === undefined ? null : [...inputs] },
      ...{ certificate, chain: [...chain], zone: wish.zone, owner: this.#parts.owner.order },
    };
    const { rows } = await this.#host.work(batch, (client, signal) =>
      client.request('batch-review', order, this.#side(NOBODY), signal),
    );
    batch.reviewed = { plan, choice: wish.choice, order, rows, noted: new Set() };
    return shownReview(batch, rows);
  }

  /**
   * Asks for the password of an encrypted file, and tries it on the others that are locked. It lives in the
   * batch's own process, until the batch is done with or closed.
   * @throws {PenaError} CANCELLED, TOKEN_IN_USE_HERE, HANDLE_UNKNOWN, PDF_*, FILE_*
   */
  async unlock(handle: BatchHandle, row: number): Promise<Review> {
    const batch = this.#batches.get(handle);
    const { reviewed } = batch;
    const problemOf = (index: number) =>
      reviewed?.rows[index]?.problem ?? batch.result?.items[index]?.problem ?? null;
    const problem = problemOf(row);
    if (reviewed === null || problem === null || !wantsPassword(problem)) {
      throw new PenaError('IPC_REQUEST_INVALID');
    }
    const locked = [...reviewed.rows.keys()].filter((index) => wantsPassword(problemOf(index)));
    const purpose = problem.code === 'PDF_PERMISSION_DENIED' ? 'owner' : 'batch';
    const question = { document: nameOf(batch, row), purpose } as const;
    const { rows } = await this.#host.work(batch, (client, signal) =>
      this.#parts.unlocking.unlock(
        question,
        async (password) => {
          const order = { ...reviewed.order, row, problem, locked, password };
          const answer = await client.request('batch-unlock', order, this.#side(NOBODY), signal);
          batch.unlocked = client;
          return answer;
        },
        signal,
      ),
    );
    const found = new Map(locked.map((index, at) => [index, rows[at]]));
    reviewed.rows = reviewed.rows.map((before, index) => found.get(index) ?? before);
    return shownReview(batch, reviewed.rows);
  }

  /** Forgets the batch, and the passwords of its files. @throws {PenaError} HANDLE_UNKNOWN */
  close(handle: BatchHandle): void {
    const batch = this.#batches.release(handle);
    batch.closed = true;
    lock(batch);
  }

  /** At the end of the window. */
  closeAll(): void {
    this.cancel();
    for (const batch of this.#batches.releaseAll()) {
      batch.closed = true;
      lock(batch);
    }
  }

  /** Null where no folder was chosen yet. @throws {PenaError} HANDLE_UNKNOWN */
  outOf(handle: BatchHandle): string | null {
    return this.#batches.get(handle).out;
  }

  /** @throws {PenaError} FILE_OUTPUT_IS_INPUT where an original lies in it */
  setOut(handle: BatchHandle, out: string): void {
    const batch = this.#batches.get(handle);
    const inside = batch.files.paths.find((path) => resolve(dirname(path)) === resolve(out));
    if (inside !== undefined)
      throw new PenaError('FILE_OUTPUT_IS_INPUT', { file: basename(inside) });
    batch.out = out;
  }

  /**
   * @throws {PenaError} TOKEN_IN_USE_HERE, TOKEN_*, BATCH_*, FILE_*; PREFLIGHT_REFUSED for warnings that nobody has
   *   seen; IPC_REQUEST_INVALID before a review
   */
  async start(handle: BatchHandle, { warningsSeen, checkpoint }: BatchStart) {
    this.#host.refuseIfBusy();
    const batch = this.#batches.get(handle);
    const { reviewed, out, files } = batch;
    if (reviewed === null || out === null) throw new PenaError('IPC_REQUEST_INVALID');
    const outside = await outsideOrder(this.#parts.passwords);
    // Before any PIN: at the end there would be nobody to ask.
    if (checkpoint === 'time' && outside.authorities.length === 0) {
      throw new PenaError('TSA_UNAVAILABLE');
    }
    await passWarnings(reviewed, warningsSeen);
    const { sealed } = files;
    const shownSeal =
      sealed === null ? null : { sha256: sealed.sha256, count: sealed.inputs.length };
    const deciding = new BatchDecisions(this.#parts.questions, reviewed.plan.certificate);
    // Again, and before what follows ends the login: it may be another errand's by now.
    this.#host.refuseIfBusy();
    try {
      const result = await this.#host.work(batch, async (client, signal) => {
        const key = await untilCancelled(signal, () => this.#key(reviewed.choice, signal));
        const side: Pick<SigningSide, 'sign' | 'decide'> = {
          // The seal is main's own reading, and not the host's word.
          sign: (data, algorithm, { documents, count }) =>
            untilCancelled(
              signal,
              () =>
                key.sign(data, algorithm, {
                  ...{ documents, count },
                  ...(shownSeal === null ? {} : { sealed: shownSeal }),
                }),
              GRACE,
            ),
          decide: (question) => deciding.decide(question, signal),
        };
        const { order, rows } = reviewed;
        return client.request(
          'batch-run',
          {
            ...{ ...order, outside, out, journal: journalFolder(), reviewed: rows },
            ...{ sealed: shownSeal, checkpoint },
          },
          this.#side(side),
          signal,
        );
      });
      batch.result = result;
      if (isOver(result)) lock(batch);
      await notePending(this.#parts.pending, result, reviewed.plan, out, deciding.incomplete);
      return shownResult(batch, result);
    } finally {
      this.#parts.questions.drop();
      await this.#parts.tokens.leave().catch(() => undefined);
    }
  }

  get running(): boolean {
    return this.#host.running;
  }

  cancel(): void {
    this.#host.cancel();
  }

  /** The table of the last run, for an office program. @throws {PenaError} HANDLE_UNKNOWN */
  table(handle: BatchHandle): string {
    const { result, files } = this.#batches.get(handle);
    if (result === null) throw new PenaError('IPC_REQUEST_INVALID');
    const items = result.items.map(({ problem, ...item }, index) => ({
      ...item,
      file: basename(files.paths[index] ?? item.file),
      error: problem,
    }));
    return csvSummary({ items, stopped: result.stopped });
  }

  #key(choice: TokenChoice, signal: AbortSignal) {
    const { tokens, language, openPinWindow, store } = this.#parts;
    const onWaiting = (): void => undefined;
    const desk = new PinDesk({
      ...{ tokens, language, signal, openWindow: openPinWindow, onWaiting },
      store: pinKeeper(store),
    });
    return keyWithKeptPin(tokens, choice, desk, store, officeJournal());
  }

  #side(part: Pick<SigningSide, 'sign' | 'decide'>): SigningSide {
    const { onProgress } = this.#parts;
    return { ...part, onProgress: () => undefined, onBatchProgress: onProgress };
  }
}

const NOBODY: Pick<SigningSide, 'sign' | 'decide'> = {
  sign: () => Promise.reject(new PenaError('CANCELLED')),
  decide: () => Promise.resolve(false),
};
