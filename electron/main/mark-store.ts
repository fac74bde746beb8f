// The mark that the person chose for the windows for secrets, in a file of its own: settings.json goes to
// the main window, this never does.
import { readFile } from 'node:fs/promises';
import { type WindowMark, windowMark } from '../../core/domain/window-mark.ts';
import { KeptJson } from '../../native/files/kept-json.ts';

export class MarkStore {
  readonly #kept: KeptJson<WindowMark | null>;

  private constructor(path: string, current: WindowMark | null) {
    this.#kept = new KeptJson(path, current);
  }

  /** A file that cannot be understood counts as no mark: the person then sees that it is gone. */
  static async open(path: string): Promise<MarkStore> {
    return new MarkStore(path, await read(path));
  }

  get current(): WindowMark | null {
    return this.#kept.current;
  }

  /** @throws {PenaError} FILE_* where it cannot be kept; then nothing has changed */
  async change(mark: WindowMark): Promise<void> {
    await this.#kept.change(() => mark);
  }
}

async function read(path: string): Promise<WindowMark | null> {
  try {
    return windowMark.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
