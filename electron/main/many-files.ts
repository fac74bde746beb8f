// The files of the table in the verify view, and what was found of each.
import { basename, join } from 'node:path';
import {
  fileHandle,
  MOST_FILES,
  type CheckedFile,
  type FileHandle,
  type FileList,
} from '../../core/contract/many.ts';
import { commonName } from '../../core/domain/common-name.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { decisiveReason } from '../../core/domain/decisive-reason.ts';
import { DocumentClient } from '../hosts/document-client.ts';
import type { AnswerOf, RequestOf } from '../hosts/document-protocol.ts';
import { identify } from '../hosts/file-identity.ts';
import { startDocumentHost } from '../hosts/start-host.ts';
import { failureOf } from '../ipc/failure.ts';
import { Handles } from '../ipc/handles.ts';
import { type FoundFile, pdfPaths } from './pdf-paths.ts';

type Order = Omit<RequestOf<'validate'>, 'file'>;

interface Entry extends FoundFile {
  checked: CheckedFile | null;
  /** Null for a file that was not judged. */
  report: AnswerOf<'validate'> | null;
}

/** A host reads one file at a time: one that crashes it takes no other with it. */
interface Lane {
  client: DocumentClient | null;
  last: Promise<unknown>;
}

export class ManyFiles {
  readonly #lanes: readonly Lane[] = [newLane(), newLane()];
  #files = new Handles<FileHandle, Entry>('fil', (text) => fileHandle.parse(text));
  #entries: Entry[] = [];
  #turn = 0;
  /** When the last of them was. */
  #checkedAt: Date | null = null;

  /** Takes the place of the files before. */
  async list(chosen: readonly string[]): Promise<FileList> {
    const found = await pdfPaths(chosen, MOST_FILES);
    this.#files.releaseAll();
    this.#entries = found
      .slice(0, MOST_FILES)
      .map((file) => ({ ...file, checked: null, report: null }));
    this.#checkedAt = null;
    const files = this.#entries.map((entry) => ({
      file: this.#files.issue(entry),
      name: basename(entry.path).slice(0, 255),
      folder: entry.folder,
    }));
    return { files, more: found.length > MOST_FILES };
  }

  /** @throws {PenaError} HANDLE_UNKNOWN */
  pathOf(file: FileHandle): string {
    return this.#files.get(file).path;
  }

  /** A file that cannot be judged has its failure for a result. @throws {PenaError} HANDLE_UNKNOWN */
  async check(file: FileHandle, order: Order): Promise<CheckedFile> {
    const entry = this.#files.get(file);
    const lane = this.#lanes[this.#turn++ % this.#lanes.length] ?? newLane();
    const work = lane.last.then(() => read(lane, entry.path, order));
    lane.last = work.catch(() => undefined);
    this.#checkedAt = order.now;
    entry.report = await work.catch(() => null);
    entry.checked = await work.then(summary).catch((thrown: unknown): CheckedFile => ({
      ...{ verdict: 'INDETERMINATE', reason: null, failure: failureOf(thrown) },
      ...{ signers: [], time: null },
    }));
    return entry.checked;
  }

  /** What was checked so far, in the order of the table. */
  results(): readonly { readonly path: string; readonly checked: CheckedFile }[] {
    return this.#entries.flatMap(({ path, checked }) =>
      checked === null ? [] : [{ path, checked }],
    );
  }

  /** All of it, for one report. @throws {PenaError} HANDLE_UNKNOWN where nothing was checked yet */
  report(): Pick<RequestOf<'report'>, 'checkedAt' | 'files'> {
    const checked = this.#entries.filter((entry) => entry.checked !== null);
    if (this.#checkedAt === null || checked.length === 0) throw new PenaError('HANDLE_UNKNOWN');
    return {
      checkedAt: this.#checkedAt.toISOString(),
      files: checked.map(({ path, folder, report, checked: result }) => ({
        file: join(folder, basename(path)),
        report,
        problem: result?.failure ?? null,
      })),
    };
  }

  /** At the end of the window. */
  close(): void {
    for (const { client } of this.#lanes) client?.end();
  }
}

function newLane(): Lane {
  return { client: null, last: Promise.resolve() };
}

async function read(lane: Lane, path: string, order: Order): Promise<AnswerOf<'validate'>> {
  const identity = await identify(path);
  if (lane.client?.running !== true) lane.client = new DocumentClient(startDocumentHost());
  return lane.client.request('validate', { ...order, file: { path, identity } });
}

function summary(report: AnswerOf<'validate'>): CheckedFile {
  const signatures = report.signatures.filter(({ type }) => type === 'signature');
  const [first] = signatures;
  return {
    verdict: report.verdict,
    reason: decisiveReason(report),
    failure: null,
    signers: signatures.flatMap(({ signer }) =>
      signer === null ? [] : [commonName(signer.subject)],
    ),
    time: first?.bestTime ?? first?.claimedTime ?? null,
  };
}
