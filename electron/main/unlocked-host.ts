// The process that has the password of one encrypted document. All that is done with the document, and with
// what comes of signing it, is done there; the password ends with the process.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { FileSource } from '../../native/files/file-source.ts';
import { DocumentClient } from '../hosts/document-client.ts';
import { VIEW_CHUNK } from '../hosts/document-protocol.ts';
import type { FileReference } from '../hosts/protocol-shapes.ts';
import { startDocumentHost } from '../hosts/start-host.ts';

export class UnlockedHost {
  readonly client: DocumentClient;
  /** Documents that are open through it. */
  #users = 0;

  /** @param onRefused told the address of a time-stamp authority that did not take its password */
  constructor(onRefused: (url: string) => void) {
    this.client = new DocumentClient(startDocumentHost(), onRefused);
  }

  /** @throws {PenaError} PDF_PASSWORD_INCORRECT, PDF_*, FILE_* */
  async unlock(file: FileReference, password: Uint8Array): Promise<void> {
    await this.client.request('unlock', { file, password });
  }

  /**
   * The document as the viewer is shown it, without its encryption. Closing it gives the host back.
   * @throws {PenaError} PDF_LIMIT_EXCEEDED for a document too large to be shown; PDF_*, FILE_*
   */
  async view(file: FileReference): Promise<FileSource> {
    const { client } = this;
    this.#users += 1;
    const { view, size } = await client.request('view', { file }).catch((thrown: unknown) => {
      this.#leave();
      throw thrown;
    });
    const read: ByteSource['read'] = async (offset, length) => {
      const wanted = Math.min(length, VIEW_CHUNK);
      const { bytes } = await client.request('view-bytes', { view, offset, length: wanted });
      if (bytes.byteLength > wanted) throw new PenaError('PDF_LIMIT_EXCEEDED', { limit: 'view' });
      return bytes;
    };
    let open = true;
    const close = async (): Promise<void> => {
      if (!open) return;
      open = false;
      await client.request('view-close', { view }).catch(() => undefined);
      this.#leave();
    };
    return { size, read, close };
  }

  /** Where nothing was opened. */
  abandon(): void {
    if (this.#users === 0) this.client.end();
  }

  #leave(): void {
    this.#users -= 1;
    this.abandon();
  }
}
