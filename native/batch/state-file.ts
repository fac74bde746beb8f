// The batch's state beside its results: lines that are only ever appended, so that a kill at any moment
// leaves at worst half a line. Held by one process at a time.
import { constants, writeSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { BatchState } from '../../core/ports/batch-state.ts';
import { writeError } from '../files/file-error.ts';
import { type HeldLock, takeLock } from '../journal/lock-file.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const line = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('batch'), plan: sha256, certificate: sha256 }),
  z.strictObject({ kind: z.literal('prepared'), output: z.string(), document: sha256 }),
  z.strictObject({ kind: z.literal('done'), output: z.string(), document: sha256 }),
]);
type Line = z.infer<typeof line>;

export interface BatchIdentity {
  /** Digest of the plan. */
  readonly plan: string;
  /** Digest of the certificate. */
  readonly certificate: string;
}

export class BatchStateFile implements BatchState {
  readonly signed = new Map<string, string>();
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #lock: HeldLock;

  private constructor(path: string, file: FileHandle, lock: HeldLock) {
    this.#path = path;
    this.#file = file;
    this.#lock = lock;
  }

  /**
   * @throws {PenaError} BATCH_BUSY where another process works on the same plan, BATCH_OTHER_RUN where
   *   what is there is another batch's, FILE_*
   */
  static async open(folder: string, identity: BatchIdentity): Promise<BatchStateFile> {
    const path = join(folder, `.pena-batch-${identity.plan.slice(0, 16)}.jsonl`);
    const lock = await takeLock(`${path}.lock`, 0);
    if ('busy' in lock) {
      throw new PenaError('BATCH_BUSY', lock.pid === null ? {} : { pid: lock.pid });
    }
    try {
      const { O_RDWR, O_APPEND, O_CREAT } = constants;
      const file = await open(path, O_RDWR | O_APPEND | O_CREAT, 0o600);
      const state = new BatchStateFile(path, file, lock);
      await state.#begin(identity);
      return state;
    } catch (thrown) {
      await lock.release();
      throw thrown instanceof PenaError ? thrown : writeError(thrown, path);
    }
  }

  prepared(output: string, document: string): Promise<void> {
    return this.#append({ kind: 'prepared', output, document });
  }

  done(output: string, document: string): Promise<void> {
    this.signed.set(output, document);
    return this.#append({ kind: 'done', output, document });
  }

  /** @param finished everything is signed: the results say so themselves, and nothing more is kept */
  async close(finished: boolean): Promise<void> {
    await this.#file.close();
    if (finished) await rm(this.#path, { force: true });
    await this.#lock.release();
  }

  async #begin(identity: BatchIdentity): Promise<void> {
    const text = await this.#file.readFile('utf8');
    const lines = text.split('\n').flatMap((one) => read(one));
    if (text !== '' && !text.endsWith('\n')) await this.#file.appendFile('\n');
    const [first] = lines;
    if (first === undefined) await this.#append({ kind: 'batch', ...identity });
    else if (
      first.kind !== 'batch' ||
      first.plan !== identity.plan ||
      first.certificate !== identity.certificate
    ) {
      await this.#file.close();
      throw new PenaError('BATCH_OTHER_RUN');
    }
    for (const one of lines) if (one.kind === 'done') this.signed.set(one.output, one.document);
  }

  /** Not flushed: the results are, and what of them is not written down here is recognised by itself. */
  #append(one: Line): Promise<void> {
    try {
      writeSync(this.#file.fd, `${JSON.stringify(one)}\n`);
      return Promise.resolve();
    } catch (thrown) {
      return Promise.reject(writeError(thrown, this.#path));
    }
  }
}

/** Half a line, and the line end that closed it, say nothing. */
function read(text: string): Line[] {
  try {
    return [line.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
