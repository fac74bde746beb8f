// What many files written into one folder need of the folder: cleared of a killed program's leavings once,
// and flushed for all that are waiting together. A name is on the disk before its writer goes on.
import { type FolderCare, syncFolder } from '../files/atomic-output.ts';
import { removeStaleFiles } from '../files/temporary-file.ts';

export class GroupedFolder implements FolderCare {
  readonly #tidied = new Map<string, Promise<void>>();
  /** The flush that has not begun yet: who comes now is served by it. */
  readonly #next = new Map<string, Promise<void>>();
  readonly #running = new Map<string, Promise<void>>();

  tidy(folder: string): Promise<void> {
    const tidied = this.#tidied.get(folder) ?? removeStaleFiles(folder);
    this.#tidied.set(folder, tidied);
    return tidied;
  }

  sync(folder: string): Promise<void> {
    const waiting = this.#next.get(folder);
    if (waiting !== undefined) return waiting;
    // One that has begun may have missed a name that was put in place since.
    const before = this.#running.get(folder) ?? Promise.resolve();
    const next = before
      .catch(() => undefined)
      .then(() => {
        this.#next.delete(folder);
        const running = syncFolder(folder);
        this.#running.set(folder, running);
        return running;
      });
    this.#next.set(folder, next);
    return next;
  }
}
