// One signing at a time: where the signed file goes, the key, the PIN, the host, and the new document.
import { basename, dirname, extname, join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { OpenedDocument } from '../../core/contract/document.ts';
import type { PayloadOf } from '../../core/contract/entry.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { signingContract } from '../../core/contract/signing.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { FileError } from '../../native/files/file-error.ts';
import { sameFile } from '../../native/files/file-source.ts';
import type { TokenChoice, TokenService } from '../../native/pkcs11/token-service.ts';
import type { StampOrder } from '../hosts/document-protocol.ts';
import type { Documents, OpenFile } from './documents.ts';
import { PinDesk, type PinDeskOptions } from './pin-desk.ts';
import { mainTexts } from './texts.ts';

type Progress = PayloadOf<(typeof signingContract)['signing.progress']>;

export interface SigningWish {
  readonly document: OpenFile;
  readonly choice: TokenChoice;
  readonly stamp: StampOrder | null;
  readonly reason: string;
  readonly location: string;
  readonly onProgress: (progress: Progress) => void;
}

export interface SigningParts {
  readonly window: BrowserWindow;
  readonly documents: Documents;
  readonly tokens: TokenService;
  readonly language: () => Settings['language'];
  readonly openPinWindow: PinDeskOptions['openWindow'];
}

interface Output {
  readonly path: string;
  readonly overwrite: boolean;
}

export class Signing {
  readonly #parts: SigningParts;
  #running: AbortController | null = null;

  constructor(parts: SigningParts) {
    this.#parts = parts;
  }

  /** @throws {PenaError} TOKEN_BUSY while another runs; CANCELLED; as signDocument */
  async start(wish: SigningWish): Promise<OpenedDocument> {
    if (this.#running !== null) throw new PenaError('TOKEN_BUSY');
    const running = new AbortController();
    this.#running = running;
    try {
      const output = await this.#askOutput(wish.document.file.path);
      await this.#sign(wish, output, running.signal);
      return await this.#parts.documents.open(output.path);
    } finally {
      this.#running = null;
      // The PIN was given for this document and for no other.
      await this.#parts.tokens.logOut().catch(() => undefined);
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  async #sign(wish: SigningWish, { path, overwrite }: Output, signal: AbortSignal): Promise<void> {
    const { documents, tokens, language, openPinWindow } = this.#parts;
    const { document, choice, stamp, reason, location, onProgress } = wish;
    const desk = new PinDesk({
      ...{ tokens, language, signal, openWindow: openPinWindow },
      onWaiting: (waiting) =>
        onProgress({ phase: waiting ? 'waiting-for-pin' : 'signing', done: 0, total: 0 }),
    });
    const key = await tokens.signingKey(choice, desk);
    const { certificate, chain } = key;
    if (signal.aborted) throw new PenaError('CANCELLED');
    const { name, file } = document;
    await documents.sign(
      {
        ...{ file, name, output: path, overwrite },
        ...{ certificate, chain: [...chain], stamp, reason, location },
      },
      {
        sign: (data, algorithm, sha256) =>
          key.sign(data, algorithm, { documents: [{ name, sha256 }] }),
        onProgress,
      },
      signal,
    );
  }

  /** @throws {PenaError} CANCELLED, FILE_OUTPUT_IS_INPUT */
  async #askOutput(input: string): Promise<Output> {
    const { window, language } = this.#parts;
    const texts = mainTexts(language());
    const stem = basename(input, extname(input));
    const { filePath } = await dialog.showSaveDialog(window, {
      title: texts.saveTitle,
      defaultPath: join(dirname(input), `${stem}-ditandatangani.pdf`),
      filters: [{ name: texts.pdfFiles, extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation'],
    });
    if (filePath === '') throw new PenaError('CANCELLED');
    // The dialog has asked before it named a file that is there; not for a name that we complete.
    const overwrite = extname(filePath) !== '';
    const path = overwrite ? filePath : `${filePath}.pdf`;
    if (path === input || (await sameFile(path, input))) {
      throw new FileError('FILE_OUTPUT_IS_INPUT', { file: basename(path) });
    }
    return { path, overwrite };
  }
}
