// PDFs among the papers, laid down for the viewer: in a folder of this user's alone, emptied when the window closes and,
// after a kill, at the next start. They are read by the document host as any PDF is, and never handed to another program.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeError } from '../../../native/files/file-error.ts';

export class PaperView {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.clear();
  }

  /** @returns its path. @throws {PenaError} FILE_* */
  async lay(sha256: string, bytes: Uint8Array): Promise<string> {
    const path = join(this.#folder, `${sha256}.pdf`);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(path, bytes, { mode: 0o600 });
    } catch (thrown) {
      throw writeError(thrown, path);
    }
    return path;
  }

  clear(): void {
    void rm(this.#folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
