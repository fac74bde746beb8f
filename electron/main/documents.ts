// The documents that one window has open, and the processes that read them for it.
import { basename } from 'node:path';
import { documentHandle, type DocumentHandle } from '../../core/contract/shapes.ts';
import type { OpenedDocument } from '../../core/contract/document.ts';
import { openFileSource, type FileSource } from '../../native/files/file-source.ts';
import { DocumentClient, type SigningSide } from '../hosts/document-client.ts';
import type { AnswerOf, FileReference, RequestOf } from '../hosts/document-protocol.ts';
import { identify } from '../hosts/file-identity.ts';
import { startDocumentHost } from '../hosts/start-host.ts';
import { Handles } from '../ipc/handles.ts';

export interface OpenFile {
  readonly name: string;
  readonly file: FileReference;
  /** Kept open for the pages that the viewer asks for. */
  readonly source: FileSource;
}

type Reading = 'inspect' | 'look-over' | 'preview' | 'validate' | 'test-stamp';

export class Documents {
  readonly #files = new Handles<DocumentHandle, OpenFile>('doc', (text) =>
    documentHandle.parse(text),
  );
  /** One host for everything that is only read, started anew after a crash. */
  #reader: DocumentClient | null = null;
  #closed = false;

  /** @throws {PenaError} FILE_*, PDF_* */
  async open(path: string): Promise<OpenedDocument> {
    const identity = await identify(path);
    const file = { path, identity };
    const counted = await this.read('inspect', { file });
    const source = await openFileSource(path);
    // fileName of the contract; the file systems in use allow no more bytes than this.
    const name = basename(path).slice(0, 255);
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
    if (this.#reader?.running !== true) this.#reader = new DocumentClient(startDocumentHost());
    return this.#reader.request(operation, request);
  }

  /** Signs in a host of its own, which ends with it. @throws {PenaError} as signDocument */
  async sign(
    order: RequestOf<'sign'>,
    side: SigningSide,
    signal: AbortSignal,
  ): Promise<AnswerOf<'sign'>> {
    const client = new DocumentClient(startDocumentHost());
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
