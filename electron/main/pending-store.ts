// Documents that were signed without the time stamp they were to have, in pending.json of the program's own
// folder: a debt that is shown until it is paid. Paths stay here; windows get names and handles.
import { readFile, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import {
  type PendingDocument,
  pendingHandle,
  type PendingHandle,
} from '../../core/contract/proof.ts';
import { failure, isoTime, type Failure } from '../../core/contract/shapes.ts';
import { BASELINE_LEVELS } from '../../core/domain/signature-level.ts';
import { readError } from '../../native/files/file-error.ts';
import { KeptJson } from '../../native/files/kept-json.ts';
import { Handles } from '../ipc/handles.ts';

const entry = z.strictObject({
  path: z.string().min(1).max(4096),
  /** As the file was when it was signed. */
  identity: z.string().max(200),
  since: isoTime,
  wanted: z.enum(BASELINE_LEVELS),
  problem: failure,
});
export type PendingEntry = z.infer<typeof entry>;

const MOST = 10_000;
const shape = z.array(entry).max(MOST);

export class PendingStore {
  readonly #kept: KeptJson<readonly PendingEntry[]>;
  readonly #handles = new Handles<PendingHandle, string>('pnd', (text) =>
    pendingHandle.parse(text),
  );
  readonly #handleOf = new Map<string, PendingHandle>();

  private constructor(path: string, entries: readonly PendingEntry[]) {
    this.#kept = new KeptJson(path, entries);
  }

  /** A list that cannot be understood is put aside, not overwritten. @throws {FileError} where it cannot be read */
  static async open(path: string): Promise<PendingStore> {
    return new PendingStore(path, await read(path));
  }

  get entries(): readonly PendingEntry[] {
    return this.#kept.current;
  }

  /** As a window is shown them. */
  shown(): PendingDocument[] {
    return this.entries.map(({ path, since, wanted, problem }) => ({
      ...{ pending: this.#handle(path), name: basename(path).slice(0, 255) },
      ...{ since, wanted, problem },
    }));
  }

  async add(one: PendingEntry): Promise<void> {
    await this.#kept.change((all) =>
      [...all.filter(({ path }) => path !== one.path), one].slice(-MOST),
    );
  }

  /** Paid, or given up. */
  async remove(path: string): Promise<void> {
    await this.#kept.change((all) => all.filter((one) => one.path !== path));
  }

  async fail(path: string, problem: Failure): Promise<void> {
    await this.#kept.change((all) =>
      all.map((one) => (one.path === path ? { ...one, problem } : one)),
    );
  }

  /** @throws {PenaError} HANDLE_UNKNOWN */
  pathOf(pending: PendingHandle): string {
    return this.#handles.get(pending);
  }

  #handle(path: string): PendingHandle {
    const handle = this.#handleOf.get(path) ?? this.#handles.issue(path);
    this.#handleOf.set(path, handle);
    return handle;
  }
}

async function read(path: string): Promise<readonly PendingEntry[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    const error = readError(thrown, path);
    if (error.code === 'FILE_NOT_FOUND') return [];
    throw error;
  }
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    await rename(path, `${path}.${String(Date.now())}.broken`);
    return [];
  }
}
