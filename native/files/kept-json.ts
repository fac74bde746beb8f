// A small JSON file that the program keeps beside its state in memory: one change after the other, so that two at once
// lose none, and each whole or not at all.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SerialQueue } from '../process/serial-queue.ts';
import { createAtomicOutput } from './atomic-output.ts';
import { writeError } from './file-error.ts';

export class KeptJson<T> {
  readonly #path: string;
  readonly #changes = new SerialQueue();
  #current: T;

  /** @param current what the file says, or what holds where there is none */
  constructor(path: string, current: T) {
    this.#path = path;
    this.#current = current;
  }

  /** As it is kept: a change that is still being written does not hold yet. */
  get current(): T {
    return this.#current;
  }

  /**
   * @param next given what the changes before have left; what it throws changes nothing
   * @throws {FileError} FILE_* where it cannot be kept; then nothing has changed
   */
  change(next: (current: T) => T): Promise<T> {
    return this.#changes.run(async () => {
      const changed = next(this.#current);
      await writeJson(this.#path, changed);
      this.#current = changed;
      return changed;
    });
  }
}

/** Whole or not at all, in a folder that is made where it is missing. @throws {FileError} FILE_* */
export async function writeJson(path: string, value: unknown): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw writeError(thrown, path);
  }
  const output = await createAtomicOutput(path, { overwrite: true });
  try {
    await output.append(new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
    await output.commit();
  } finally {
    await output.abort();
  }
}
