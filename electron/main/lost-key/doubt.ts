// The search for documents in doubt as the window runs it: each file read in a host of its own process, which a file
// that crashes it costs only that file.
import { basename, dirname, relative } from 'node:path';
import { type DoubtResult, MOST_DOUBTFUL } from '../../../core/contract/doubt.ts';
import type { ShownCase, CaseHandle } from '../../../core/contract/lost-key.ts';
import type { Zone } from '../../../core/domain/local-time.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { countInDoubt, type DoubtList } from '../../../core/lifecycle/doubt/doubt-list.ts';
import { doubtLetter } from '../../../core/lifecycle/doubt/doubt-letter.ts';
import { doubtTable } from '../../../core/lifecycle/doubt/doubt-table.ts';
import { searchDoubtful } from '../../../core/lifecycle/doubt/search.ts';
import { suspectDer } from '../../../core/lifecycle/doubt/suspect.ts';
import type { KnownCertificates } from '../../../core/ports/known-certificates.ts';
import { checkCheckpoint } from '../../../core/signing/journal/checkpoint.ts';
import { walkPdfs } from '../../../native/files/walk-pdfs.ts';
import { signedRecords } from '../../../native/journal/signed-records.ts';
import { DocumentClient } from '../../hosts/document-client.ts';
import { identify } from '../../hosts/file-identity.ts';
import { startDocumentHost } from '../../hosts/start-host.ts';
import { failureOf } from '../../ipc/failure.ts';
import { journalFolder } from '../office-journal.ts';
import { outsideOrder } from '../outside-orders.ts';
import type { LostKeyDesk } from './desk.ts';
import { letterFrom } from './files.ts';

interface Parts {
  readonly desk: LostKeyDesk;
  readonly known: Pick<KnownCertificates, 'find'>;
  readonly onProgress: (progress: { files: number; inDoubt: number }) => void;
}

/** Milliseconds between two words of how far it is. */
const TOLD_EVERY = 200;

export class DoubtSearch {
  readonly #parts: Parts;
  #stop: AbortController | null = null;
  #last: { readonly case: CaseHandle; readonly list: DoubtList } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Null: it was stopped. @throws {PenaError} OUTBOX_BUSY, HANDLE_UNKNOWN, CASE_*, JOURNAL_*, FILE_* */
  async search(handle: CaseHandle, folders: readonly string[]): Promise<DoubtResult | null> {
    // One at a time: a second one takes the place of the first.
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const host = new Host(stop.signal);
    try {
      const { lost, cases } = await this.#parts.desk.whole(handle);
      const certificate = await suspectDer(lost, cases, this.#parts.known);
      const { sha256, serial } = lost.certificate;
      const outside = await outsideOrder(null);
      const now = new Date();
      const list = await searchDoubtful(lost, {
        ...(await signedRecords(journalFolder(), sha256, checkCheckpoint)),
        ...{ steps: walkPdfs(folders), now, onFile: this.#telling() },
        examine: async (path) => {
          if (stop.signal.aborted) throw new PenaError('CANCELLED');
          const file = { path, identity: await identify(path) };
          return host.examine({ file, outside, now, certificate, serial });
        },
      });
      if (stop.signal.aborted) return null;
      this.#last = { case: handle, list };
      return shown(list, folders);
    } catch (thrown) {
      if (stop.signal.aborted) return null;
      throw thrown;
    } finally {
      host.end();
      if (this.#stop === stop) this.#stop = null;
    }
  }

  stop(): void {
    this.#stop?.abort();
  }

  /** @throws {PenaError} HANDLE_UNKNOWN where nothing was searched yet, LETTER_*, CASE_*, FILE_* */
  async file(as: 'csv' | 'pdf', zone: Zone, version: string): Promise<Uint8Array> {
    const { case: handle, list } = this.#found();
    if (as === 'csv') return Buffer.from(doubtTable(list));
    const { lost } = await this.#parts.desk.whole(handle);
    return letterFrom(
      'daftar-dokumen-diragukan',
      (template) => doubtLetter(template, list, lost, zone),
      version,
    );
  }

  /** @throws {PenaError} HANDLE_UNKNOWN, LETTER_*, CASE_*, FILE_* */
  async attach(zone: Zone, version: string): Promise<ShownCase> {
    const { case: handle, list } = this.#found();
    const pdf = await this.file('pdf', zone, version);
    const told = { kind: 'doubtful-documents', at: list.at, count: countInDoubt(list) } as const;
    return this.#parts.desk.addPaper(handle, pdf, told);
  }

  #found() {
    if (this.#last === null) throw new PenaError('HANDLE_UNKNOWN');
    return this.#last;
  }

  #telling(): (files: number, inDoubt: number) => void {
    let told = 0;
    return (files, inDoubt) => {
      if (Date.now() - told < TOLD_EVERY) return;
      told = Date.now();
      this.#parts.onProgress({ files, inDoubt });
    };
  }
}

type Order = Parameters<DocumentClient['request']>[1];

/** Started when first needed, and anew after a crash. */
class Host {
  #client: DocumentClient | null = null;

  constructor(signal: AbortSignal) {
    // What is under way fails, and the search with it.
    signal.addEventListener('abort', () => this.end());
  }

  async examine(order: Extract<Order, { certificate: Uint8Array | null; serial: string }>) {
    if (this.#client?.running !== true) this.#client = new DocumentClient(startDocumentHost());
    return (await this.#client.request('examine', order)).found;
  }

  end(): void {
    this.#client?.end();
  }
}

function shown(list: DoubtList, folders: readonly string[]): DoubtResult {
  const doubtful = list.signatures.filter(({ inDoubt }) => inDoubt);
  const place = (path: string) => {
    const top = folders.find((one) => path !== one && !relative(one, path).startsWith('..'));
    return {
      name: basename(path).slice(0, 255),
      folder: top === undefined ? '' : relative(top, dirname(path)).slice(-4096),
    };
  };
  return {
    ...{ since: list.since, files: list.files, journal: list.journal },
    inDoubt: countInDoubt(list),
    earlier: list.signatures.length - doubtful.length,
    signatures: doubtful.slice(0, MOST_DOUBTFUL).map((one) => ({
      ...{ ...place(one.path), field: one.field, claimedTime: one.claimedTime },
      ...{ provenTime: one.provenTime, proof: one.proof, indication: one.indication },
    })),
    journalOnly: list.journalOnly.slice(0, MOST_DOUBTFUL),
    unreadable: list.unreadable.slice(0, MOST_DOUBTFUL).map(({ path, code }) => ({
      ...place(path),
      problem: failureOf(new PenaError(code, { file: basename(path).slice(0, 255) })),
    })),
    skipped: list.skipped.slice(0, MOST_DOUBTFUL).map(({ path, why }) => ({ ...place(path), why })),
    notSeen: list.unreadable.length + list.skipped.length,
  };
}
