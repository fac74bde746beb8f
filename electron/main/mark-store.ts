// The mark that the person chose for the windows for secrets, in a file of its own: settings.json goes to
// the main window, this never does.
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type WindowMark, windowMark } from '../../core/domain/window-mark.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';

export class MarkStore {
  readonly #path: string;
  #current: WindowMark | null;

  private constructor(path: string, current: WindowMark | null) {
    this.#path = path;
    this.#current = current;
  }

  /** A file that cannot be understood counts as no mark: the person then sees that it is gone. */
  static async open(path: string): Promise<MarkStore> {
    return new MarkStore(path, await read(path));
  }

  get current(): WindowMark | null {
    return this.#current;
  }

  /** @throws {PenaError} FILE_* where it cannot be kept; then nothing has changed */
  async change(mark: WindowMark): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const output = await createAtomicOutput(this.#path, { overwrite: true });
    try {
      await output.append(new TextEncoder().encode(`${JSON.stringify(mark)}\n`));
      await output.commit();
    } finally {
      await output.abort();
    }
    this.#current = mark;
  }
}

async function read(path: string): Promise<WindowMark | null> {
  try {
    return windowMark.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
