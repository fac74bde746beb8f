// The documents that one window has open, and the processes that read them for it.
import { basename } from 'node:path';
import { documentHandle, type DocumentHandle } from '../../core/contract/shapes.ts';
import type { OpenedDocument } from '../../core/contract/document.ts';
import { toPenaError } from '../../core/domain/pena-error.ts';
import type { FileSource } from '../../native/files/file-source.ts';
import { DocumentClient, type SigningSide } from '../hosts/document-client.ts';
import type { AnswerOf, Operation, RequestOf } from '../hosts/document-protocol.ts';
import type { FileReference } from '../hosts/protocol-shapes.ts';
import { identify, openAgain } from '../hosts/file-identity.ts';
import { startDocumentHost } from '../hosts/start-host.ts';
import { Handles } from '../ipc/handles.ts';
import type { PasswordDesk } from './password-desk.ts';
import { UnlockedHost } from './unlocked-host.ts';

export interface OpenFile {
  readonly name: string;
  readonly file: FileReference;
  /** What the viewer is shown; kept open for the pages that it asks for. */
  readonly pages: FileSource;
  /** Where everything is done with it that needs its password; null: it needs none. */
  readonly unlocked: UnlockedHost | null;
}

type Reading = Exclude<
  Operation,
  'sign' | 'extend' | 'unlock' | 'view' | 'view-bytes' | 'view-close'
>;

/** Of files whose objects may be found all the same. */
const BROKEN: ReadonlySet<string> = new Set(['PDF_XREF_BROKEN', 'PDF_TRUNCATED']);

export class Documents {
  readonly #desk: PasswordDesk;
  readonly #files = new Handles<DocumentHandle, OpenFile>('doc', (text) =>
    documentHandle.parse(text),
  );
  /** One host for everything that is only read, started anew after a crash. */
  #reader: DocumentClient | null = null;
  #broken: FileReference | null = null;
  #closed = false;
  readonly #onRefused: (url: string) => void;

  /** @param onRefused told the address of a time-stamp authority that did not take its password */
  constructor(desk: PasswordDesk, onRefused: (url: string) => void) {
    this.#desk = desk;
    this.#onRefused = onRefused;
  }

  /**
   * Asks for the password of an encrypted document.
   * @param like of which this is the signed version: its password is not asked for again
   * @throws {PenaError} FILE_*, PDF_*; CANCELLED where no password is given
   */
  async open(path: string, like: OpenFile | null = null): Promise<OpenedDocument> {
    const identity = await identify(path);
    // fileName of the contract; the file systems in use allow no more bytes than this.
    const name = basename(path).slice(0, 255);
    this.#broken = null;
    try {
      return await this.#open(name, { path, identity }, like?.unlocked ?? null);
    } catch (thrown) {
      const { code } = toPenaError(thrown);
      if (BROKEN.has(code)) this.#broken = { path, identity };
      if (code !== 'PDF_PASSWORD_NEEDED') throw thrown;
      return this.#unlock(name, { path, identity }, 'open');
    }
  }

  /** What could not be opened last, and might be rebuilt. */
  get broken(): FileReference | null {
    return this.#broken;
  }

  /** The same file with another password, such as its owner's. @throws {PenaError} as `open` */
  async unlock(document: DocumentHandle): Promise<OpenedDocument> {
    const { name, file } = this.get(document);
    return this.#unlock(name, file, 'owner');
  }

  /**
   * The same file, as far as a signature covers it. No copy is made: what was signed is its first bytes.
   * @throws {PenaError} SIGNATURE_*, HANDLE_UNKNOWN, FILE_*, PDF_*
   */
  async openSigned(document: DocumentHandle, signature: number): Promise<OpenedDocument> {
    const open = this.get(document);
    const { name, file, unlocked } = open;
    const { end } = await this.read('signed-end', { file, signature }, open);
    return this.#open(name, { ...file, end }, unlocked);
  }

  async #unlock(
    document: string,
    file: FileReference,
    purpose: 'open' | 'owner',
  ): Promise<OpenedDocument> {
    const host = new UnlockedHost(this.#onRefused);
    try {
      await this.#desk.unlock({ document, purpose }, (password) => host.unlock(file, password));
      return await this.#open(document, file, host);
    } finally {
      host.abandon();
    }
  }

  async #open(
    name: string,
    file: FileReference,
    unlocked: UnlockedHost | null,
  ): Promise<OpenedDocument> {
    const counted = await this.read('inspect', { file }, { unlocked });
    const source = await openAgain(file);
    const { size } = source;
    let pages: FileSource = source;
    if (unlocked !== null) {
      await source.close();
      pages = await unlocked.view(file);
    }
    const document = this.#files.issue({ name, file, pages, unlocked });
    return { document, name, size, viewSize: pages.size, ...counted };
  }

  /** @throws {PenaError} HANDLE_UNKNOWN */
  get(document: DocumentHandle): OpenFile {
    return this.#files.get(document);
  }

  async close(document: DocumentHandle): Promise<void> {
    await this.#files.release(document).pages.close();
  }

  /**
   * Asks the host that reads, or the document's own.
   * @throws {PenaError} PDF_*, FILE_*, STAMP_*
   */
  read<O extends Reading>(
    operation: O,
    request: RequestOf<O>,
    of: Pick<OpenFile, 'unlocked'> | null = null,
  ): Promise<AnswerOf<O>> {
    if (of?.unlocked) return of.unlocked.client.request(operation, request);
    if (this.#reader?.running !== true) {
      this.#reader = new DocumentClient(startDocumentHost(), this.#onRefused);
    }
    return this.#reader.request(operation, request);
  }

  /**
   * Signs in a host of its own, which ends with it; where there is a password, in the one that has it.
   * @throws {PenaError} as signDocument
   */
  async sign(
    { unlocked }: OpenFile,
    order: RequestOf<'sign'>,
    side: SigningSide,
    signal: AbortSignal,
  ): Promise<AnswerOf<'sign'>> {
    if (unlocked !== null) return unlocked.client.request('sign', order, side, signal);
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
    await Promise.all(this.#files.releaseAll().map(({ pages }) => pages.close()));
  }
}
