// Writes a batch's results in a thread of its own. Each needs half a dozen calls to the system, some of which
// wait for the disk: handing them over one by one costs more than all the rest of a small document.
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { type ErrorParams, PenaError } from '../../core/domain/pena-error.ts';
import type { FileToWrite } from './write-group.ts';

export type Room = Uint8Array<ArrayBuffer>;

export interface WriteOrder extends FileToWrite {
  readonly id: number;
  readonly bytes: Room;
}

export interface WriteAnswer {
  readonly id: number;
  /** The memory, given back. */
  readonly bytes: Room;
  readonly problem: { readonly code: ErrorCode; readonly params: ErrorParams } | null;
}

interface Pending {
  readonly resolve: (room: Room) => void;
  readonly reject: (error: PenaError) => void;
}

/** From so many files on, starting a thread is worth while. */
const MANY = 50;

/** The thread's first word. */
export const READY = 'ready';

export class FileWriter {
  readonly #worker: Worker;
  /** False where the thread could not be started: then nothing is written here. */
  readonly ready: Promise<boolean>;
  readonly #pending = new Map<number, Pending>();
  #alive = true;
  #next = 0;
  /** Asked for in this moment: they go to the thread together, as waking it takes longer than writing. */
  #asked: WriteOrder[] = [];

  /** Null for a batch that is written as quickly without. */
  static forMany(files: number): FileWriter | null {
    return files < MANY ? null : new FileWriter();
  }

  constructor(entry = builtEntry()) {
    const worker = new Worker(entry);
    this.#worker = worker;
    this.ready = new Promise((resolve) => {
      worker.on('message', (message: readonly WriteAnswer[] | typeof READY) => {
        if (message === READY) resolve(true);
        else for (const answer of message) this.#receive(answer);
      });
      const ended = (): void => {
        resolve(false);
        this.#end();
      };
      worker.on('error', ended);
      worker.once('exit', ended);
    });
  }

  /** Whether it can still be given something. */
  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Resolves when the file is in its place and would survive a power cut.
   * @param file its memory is taken over, and comes back as the result
   * @throws {PenaError} FILE_*
   */
  write(file: Omit<WriteOrder, 'id'>): Promise<Room> {
    // A thread that has ended would never answer.
    if (!this.#alive) return Promise.reject(new PenaError('FILE_WRITE_FAILED'));
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#pending.set(id, { resolve, reject });
      if (this.#asked.length === 0) setImmediate(() => this.#send());
      this.#asked.push({ ...file, id });
    });
  }

  /** When nothing is being written any more. */
  async close(): Promise<void> {
    this.#alive = false;
    await this.#worker.terminate();
  }

  #send(): void {
    const orders = this.#asked;
    this.#asked = [];
    // Of a thread that has ended meanwhile, all were told so.
    if (!this.#alive) return;
    this.#worker.postMessage(
      orders,
      orders.map(({ bytes }) => bytes.buffer),
    );
  }

  #receive({ id, bytes, problem }: WriteAnswer): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (problem === null) pending?.resolve(bytes);
    else pending?.reject(new PenaError(problem.code, problem.params));
  }

  #end(): void {
    this.#alive = false;
    for (const { reject } of this.#pending.values()) reject(new PenaError('FILE_WRITE_FAILED'));
    this.#pending.clear();
  }
}

/** From the TypeScript sources (tests) it is the one in out/: Node 20 runs no .ts. */
function builtEntry(): string {
  const path = fileURLToPath(new URL('./writer-thread.js', import.meta.url));
  return import.meta.url.endsWith('.ts')
    ? path.replace(/([\\/])(native[\\/]batch[\\/]writer-thread\.js)$/, '$1out$1$2')
    : path;
}
