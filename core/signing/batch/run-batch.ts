// Signs many documents with one key. The next ones are read, prepared and digested while the key signs; a
// bad document is left behind; trouble with the key ends the run; what an earlier run has signed stays.
import { readCertificate } from '../../cms/certificate.ts';
import type { BatchItem, BatchResult } from '../../domain/batch.ts';
import type { ErrorCode } from '../../domain/error-code.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { PenaError, toPenaError } from '../../domain/pena-error.ts';
import type { BatchState } from '../../ports/batch-state.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import type { Journal } from '../../ports/journal.ts';
import type { SigningKey, SigningPurpose } from '../../ports/token.ts';
import type { SigningRequest } from '../request.ts';
import { signDocument } from '../sign-document.ts';
import { BatchStopped, KeyGate } from './key-gate.ts';
import { digestOf } from './review.ts';
import { isSignedVersion } from './signed-version.ts';
import { countItems } from './summary.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface BatchJob {
  readonly file: string;
  readonly output: string;
  /** SHA-256 as it was reviewed; null: whatever is there. */
  readonly sha256: string | null;
  /** Why it need not be tried: found at the review. */
  readonly refusal: PenaError | null;
}

/** An opened file; given back when its document is done. */
export interface OpenedFile extends ByteSource {
  close(): Promise<void>;
}

/** What the shell adds to make a request of a job. */
export type JobRequest = Omit<SigningRequest, 'key' | 'signal' | 'onProgress'> & {
  readonly source: OpenedFile;
};

export interface BatchRun {
  readonly jobs: readonly BatchJob[];
  readonly key: SigningKey;
  /** SHA-256 of the certificate that the plan names. */
  readonly certificate: string;
  readonly open: (job: BatchJob) => Promise<JobRequest>;
  /** Looks a file over when its turn comes, and never throws; absent: all were looked over before. */
  readonly review?: (index: number) => Promise<BatchJob>;
  /** The file that is at the place of a job's output already; null where there is none. */
  readonly openExisting: (job: BatchJob) => Promise<OpenedFile | null>;
  readonly state: BatchState;
  readonly journal: Journal;
  /** Digest of the plan: what the journal calls the batch. */
  readonly plan: string;
  /** What a sealed batch was sealed with, as it is shown with the PIN. */
  readonly sealed?: SigningPurpose['sealed'];
  /** Documents that are read and prepared before the key has come to them. */
  readonly lookAhead?: number;
  /** Cancelled: the signature under way is finished, no other one begun. */
  readonly signal?: AbortSignal;
  /** As soon as each is known, in no fixed order. */
  readonly onItem?: (item: BatchItem) => void;
}

/** Enough that the key never waits for a document; more would only take memory. */
const LOOK_AHEAD = 24;
/** Files that are looked over at once: reading from the disk and parsing take turns. */
const REVIEWS = 4;
/** Signed, and on their way to the disk: flushing takes long, and many are flushed as quickly as one. */
const BEING_WRITTEN = 48;

/** @throws {PenaError} BATCH_CERTIFICATE */
export async function runBatch(run: BatchRun): Promise<BatchResult> {
  if (readCertificate(run.key.certificate).sha256 !== run.certificate) {
    throw new PenaError('BATCH_CERTIFICATE');
  }
  const batch = new RunningBatch(run);
  const cancel = (): void => batch.gate.stop(new PenaError('CANCELLED'));
  if (run.signal?.aborted === true) cancel();
  run.signal?.addEventListener('abort', cancel);
  try {
    return await batch.run();
  } finally {
    run.signal?.removeEventListener('abort', cancel);
  }
}

class RunningBatch {
  readonly gate: KeyGate;
  readonly #run: BatchRun;
  readonly #ahead: WaitingRoom;
  readonly #reviews = new WaitingRoom(REVIEWS);
  readonly #items: BatchItem[] = [];
  /** Jobs whose document is still to be signed, for the person at the PIN window. */
  readonly #waiting: Map<BatchJob, { readonly name: string; readonly sha256: string }>;
  #next = 0;

  constructor(run: BatchRun) {
    this.#run = run;
    this.gate = new KeyGate(run.key);
    this.#ahead = new WaitingRoom(run.lookAhead ?? LOOK_AHEAD);
    const known = run.jobs.filter(({ sha256, refusal }) => sha256 !== null && refusal === null);
    this.#waiting = new Map(
      known.map((job) => [job, { name: nameOf(job.file), sha256: job.sha256 ?? '' }]),
    );
  }

  async run(): Promise<BatchResult> {
    const { journal, plan: batch, certificate, jobs, state, sealed } = this.#run;
    const done = jobs.filter(({ output }) => state.signed.has(output)).length;
    await journal.append({
      ...{ kind: 'batch-begun', batch, certificate, files: jobs.length, done },
      sealed: sealed?.sha256 ?? null,
    });
    const workers = Math.min((this.#run.lookAhead ?? LOOK_AHEAD) + BEING_WRITTEN, jobs.length);
    await Promise.all(Array.from({ length: workers }, () => this.#work()));
    const items = this.#items;
    const stopped = this.gate.stopped?.code ?? null;
    const { signed, failed, left } = countItems(items);
    await journal.append({ kind: 'batch-ended', batch, signed, failed, left, stopped });
    return { items, stopped };
  }

  async #work(): Promise<void> {
    for (;;) {
      const index = this.#next;
      const planned = this.#run.jobs[index];
      if (planned === undefined) return;
      this.#next += 1;
      const job = await this.#reviewed(planned, index);
      const item = await this.#one(job);
      if (item.error !== null) await this.#refused(job, item.error.code);
      this.#waiting.delete(job);
      this.#items[index] = item;
      this.#run.onItem?.(item);
    }
  }

  /** Not once the run has stopped: what is left is looked over by the next one. */
  async #reviewed(planned: BatchJob, index: number): Promise<BatchJob> {
    const { review } = this.#run;
    if (review === undefined) return planned;
    const leave = await this.#reviews.enter();
    try {
      return this.gate.stopped === null ? await review(index) : planned;
    } finally {
      leave();
    }
  }

  async #one(job: BatchJob): Promise<BatchItem> {
    const { file, output } = job;
    const nothing = { file, output, field: null, level: null, documentSha256: null, size: null };
    if (job.refusal !== null && !this.#standsSigned(job)) {
      return { ...nothing, status: 'failed', error: told(job.refusal) };
    }
    try {
      return { ...nothing, error: null, ...(await this.#sign(job)) };
    } catch (thrown) {
      if (thrown instanceof BatchStopped) return { ...nothing, status: 'left', error: null };
      const error = toPenaError(thrown);
      if (!isOfDocument(error.code)) this.gate.stop(error);
      // Ctrl+C or a window that was closed: nothing is wrong with this document.
      if (error.code === 'CANCELLED') return { ...nothing, status: 'left', error: null };
      return { ...nothing, status: 'failed', error: told(error) };
    }
  }

  /** Whatever stands against signing it now, such as a password that is not there again. */
  #standsSigned({ output, sha256, refusal }: BatchJob): boolean {
    const earlier = this.#run.state.signed.get(output);
    return earlier !== undefined && earlier === sha256 && refusal?.code !== 'SEAL_BROKEN';
  }

  async #sign(job: BatchJob): Promise<Pick<BatchItem, 'status'> & Partial<BatchItem>> {
    const { state, open } = this.#run;
    this.gate.refuseStopped();
    const earlier = state.signed.get(job.output);
    if (earlier !== undefined && (job.sha256 === null || earlier === job.sha256)) {
      return { status: 'already-signed', documentSha256: earlier };
    }
    const leave = await this.#ahead.enter();
    let request: JobRequest;
    try {
      this.gate.refuseStopped();
      request = await open(job);
    } catch (thrown) {
      leave();
      throw thrown;
    }
    try {
      const document = await this.#isDone(job, request);
      if (document !== null) {
        // Signed, and killed before it was written down.
        await this.#done(job, { document, result: null, level: null });
        return { status: 'already-signed', documentSha256: document };
      }
      const key = this.gate.keyFor((purpose) => this.#look(job, purpose), leave);
      const signed = await signDocument({ ...request, key });
      const { field, level, documentSha256, resultSha256: result, size } = signed;
      await this.#done(job, { document: documentSha256, result, level });
      return { status: 'signed', field, level, documentSha256, size };
    } finally {
      leave();
      await request.source.close();
    }
  }

  /** In this order: what the state calls done, the journal knows of. */
  async #done(
    job: BatchJob,
    made: Pick<Extract<JournalEntry, { kind: 'signed' }>, 'document' | 'result' | 'level'>,
  ): Promise<void> {
    const { journal, certificate, plan: batch, state } = this.#run;
    await journal.append({ kind: 'signed', certificate, ...made, batch });
    await state.done(job.output, made.document);
  }

  async #refused({ sha256: document }: BatchJob, code: ErrorCode): Promise<void> {
    const { journal, certificate, plan: batch } = this.#run;
    await journal.append({ kind: 'refused', certificate, document, code, batch });
  }

  /** The document's digest where its result is there already; null where nothing is. */
  async #isDone(job: BatchJob, { source, password }: JobRequest): Promise<string | null> {
    const candidate = await this.#run.openExisting(job);
    if (candidate === null) return null;
    try {
      const { certificate } = this.#run;
      const question = { original: source, candidate, certificate, password };
      if (await isSignedVersion(question)) return job.sha256 ?? (await digestOf(source));
      throw new PenaError('FILE_OUTPUT_EXISTS', { file: job.output });
    } finally {
      await candidate.close();
    }
  }

  /** The last look before the key: what is signed is what was reviewed. */
  async #look(job: BatchJob, purpose: SigningPurpose): Promise<SigningPurpose> {
    const { state, sealed } = this.#run;
    const [document] = purpose.documents;
    if (document === undefined) throw new PenaError('INTERNAL');
    if (job.sha256 !== null && document.sha256 !== job.sha256) {
      throw new PenaError(sealed === undefined ? 'BATCH_INPUT_CHANGED' : 'SEAL_BROKEN', {
        file: nameOf(job.file),
      });
    }
    this.gate.refuseStopped();
    await state.prepared(job.output, document.sha256);
    // This one first, then what the same login will serve.
    this.#waiting.delete(job);
    const waiting = this.#waiting;
    return {
      // Looked at only where somebody is asked: for each of thousands it would be a list of thousands.
      get documents() {
        return [document, ...waiting.values()];
      },
      ...(sealed === undefined ? {} : { sealed }),
    };
  }
}

/** Errors of the document at hand, after which the next one has its chance. */
const OF_THE_DOCUMENT =
  /^(PDF_|STAMP_|TAG_|WORKFLOW_|FILE_|PREFLIGHT_|PRACTICE_SIGNED_ALREADY$|SEAL_BROKEN$|BATCH_INPUT_|INTERNAL$)/;
/** Of the folder, which is the same for the next one. */
const OF_THE_FOLDER: readonly ErrorCode[] = [
  ...(['FILE_DISK_FULL', 'FILE_FOLDER_MISSING', 'FILE_FOLDER_READ_ONLY'] as const),
];

function isOfDocument(code: ErrorCode): boolean {
  return OF_THE_DOCUMENT.test(code) && !OF_THE_FOLDER.includes(code);
}

function told({ code, params }: PenaError): BatchItem['error'] {
  return { code, params };
}

function nameOf(file: string): string {
  return file.split(/[/\\]/).at(-1) ?? file;
}
