// The documents that one window has open, and the processes that read them for it.
import { basename } from 'node:path';
import { documentHandle, type DocumentHandle } from '../../core/contract/shapes.ts';
import type { OpenedDocument } from '../../core/contract/document.ts';
import type { FileSource } from '../../native/files/file-source.ts';
import { DocumentClient, type SigningSide } from '../hosts/document-client.ts';
import type { AnswerOf, FileReference, Operation, RequestOf } from '../hosts/document-protocol.ts';
import { identify, openAgain } from '../hosts/file-identity.ts';
import { startDocumentHost } from '../hosts/start-host.ts';
import { Handles } from '../ipc/handles.ts';

export interface OpenFile {
  readonly name: string;
  readonly file: FileReference;
  /** Kept open for the pages that the viewer asks for. */
  readonly source: FileSource;
}

type Reading = Exclude<Operation, 'sign' | 'extend'>;

export class Documents {
  readonly #files = new Handles<DocumentHandle, OpenFile>('doc', (text) =>
    documentHandle.parse(text),
  );
  /** One host for everything that is only read, started anew after a crash. */
  #reader: DocumentClient | null = null;
  #closed = false;
  readonly #onRefused: (url: string) => void;

  /** @param onRefused told the address of a time-stamp authority that did not take its password */
  constructor(onRefused: (url: string) => void) {
    this.#onRefused = onRefused;
  }

  /** @throws {PenaError} FILE_*, PDF_* */
  async open(path: string): Promise<OpenedDocument> {
    const identity = await identify(path);
    // fileName of the contract; the file systems in use allow no more bytes than this.
    return this.#open(basename(path).slice(0, 255), { path, identity });
  }

  /**
   * The same file, as far as a signature covers it. No copy is made: what was signed is its first bytes.
   * @throws {PenaError} SIGNATURE_*, HANDLE_UNKNOWN, FILE_*, PDF_*
   */
  async openSigned(document: DocumentHandle, signature: number): Promise<OpenedDocument> {
    const { name, file } = this.get(document);
    const { end } = await this.read('signed-end', { file, signature });
    return this.#open(name, { ...file, end });
  }

  async #open(name: string, file: FileReference): Promise<OpenedDocument> {
    const counted = await this.read('inspect', { file });
    const source = await openAgain(file);
    const document = this.#files.issue({ name, file, source });
    return { document, name, size: source.size, ...counted };
  }

  /** @throws {PenaError} HANDLE_UNKNOWN */
  get(document: DocumentHandle): OpenFile {
    return this.#files.get(document);
  }

  async close(document: DocumentHandle): Promise<void> {
    await this.#files.release(document).source.close();
  }

  /** Asks the host that reads. @throws {PenaError} PDF_*, FILE_*, STAMP_* */
  read<O extends Reading>(operation: O, request: RequestOf<O>): Promise<AnswerOf<O>> {
    if (this.#reader?.running !== true) {
      this.#reader = new DocumentClient(startDocumentHost(), this.#onRefused);
    }
    return this.#reader.request(operation, request);
  }

  /** Signs in a host of its own, which ends with it. @throws {PenaError} as signDocument */
  async sign(
    order: RequestOf<'sign'>,
    side: SigningSide,
    signal: AbortSignal,
  ): Promise<AnswerOf<'sign'>> {
    const client = new DocumentClient(startDocumentHost(), this.#onRefused);
    try {
      return await client.request('sign', order, side, signal);
    } finally {
      client.end();
    }
  }

  /** At the end of the window. */
  async closeAll(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#reader?.end();
    await Promise.all(this.#files.releaseAll().map(({ source }) => source.close()));
  }
}
