// What a document host does for an encrypted document: it keeps the password, and gives main the content
// without the encryption, so that no window is ever told the password.
import { decryptedView } from '../../core/pdf/decrypted-view.ts';
import { PdfReader } from '../../core/pdf/reader.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { AnswerOf, RequestOf } from './document-protocol.ts';

export class Unlocked {
  readonly #views = new Map<number, ByteSource>();
  #next = 0;
  #password: Uint8Array | undefined = undefined;

  /** Undefined for a host whose documents need none. */
  get password(): Uint8Array | undefined {
    return this.#password;
  }

  /** Takes the bytes over, and wipes those that are wrong. @throws {PdfError} PDF_PASSWORD_INCORRECT, PDF_* */
  async unlock(source: ByteSource, password: Uint8Array): Promise<Record<string, never>> {
    try {
      await PdfReader.open(source, { password });
    } catch (thrown) {
      password.fill(0);
      throw thrown;
    }
    this.#password?.fill(0);
    this.#password = password;
    return {};
  }

  /** @throws {PdfError} PDF_LIMIT_EXCEEDED for a document too large to be held in memory; PDF_* */
  async view(source: ByteSource): Promise<AnswerOf<'view'>> {
    const { password } = this;
    const content = await decryptedView(await PdfReader.open(source, { password }));
    const view = this.#next++;
    this.#views.set(view, content);
    return { view, size: content.size };
  }

  async bytes({ view, offset, length }: RequestOf<'view-bytes'>): Promise<AnswerOf<'view-bytes'>> {
    const content = this.#views.get(view);
    if (content === undefined) throw new PenaError('HANDLE_UNKNOWN');
    return { bytes: await content.read(offset, length) };
  }

  close({ view }: RequestOf<'view-close'>): Record<string, never> {
    this.#views.delete(view);
    return {};
  }
}
