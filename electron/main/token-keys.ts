// A certificate's beginning as the window asks for it: key pair and request on the token, the issued
// certificate brought back, a key without one removed. Each is one login, with the PIN from its own window.
import { basename, extname } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { TokenHandle } from '../../core/contract/shapes.ts';
import type {
  RequestWish,
  ShownTokenKeys,
  tokenKeysContract,
} from '../../core/contract/token-keys.ts';
import { requestPem } from '../../core/cms/certification-request.ts';
import type { CertificateRequest } from '../../core/domain/certificate-request.ts';
import type { JournalEntry } from '../../core/domain/journal-entry.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { TokenErrand } from '../../core/domain/token-errand.ts';
import { importCertificate } from '../../core/lifecycle/certificate-request/import-certificate.ts';
import {
  makeRequest,
  type WhichKey,
} from '../../core/lifecycle/certificate-request/make-request.ts';
import { requestOf } from '../../core/lifecycle/certificate-request/typed-request.ts';
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';
import type { Journal } from '../../core/ports/journal.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import type { TokenKeys } from '../../core/ports/token-keys.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { notingPrompt } from '../../native/journal/secret-notes.ts';
import { keyKindsOf, visibleKeys, withTokenKeys } from '../../native/pkcs11/key-life.ts';
import type { TokenService } from '../../native/pkcs11/token-service.ts';
import { failureOf, logUnexpected } from '../ipc/failure.ts';
import type { Certificates, KnownToken } from './certificates.ts';
import { IssuedFiles } from './issued-files.ts';
import { PinDesk, type PinDeskOptions } from './pin-desk.ts';
import { mainTexts } from './texts.ts';
import { shownKey } from './shown-key.ts';

type Contract = typeof tokenKeysContract;
type Made = ResponseOf<Contract['token.request']>;
type Imported = ResponseOf<Contract['token.importCertificate']>;

export interface TokenKeysParts {
  readonly window: BrowserWindow;
  readonly tokens: TokenService;
  readonly certificates: Certificates;
  readonly language: () => Settings['language'];
  readonly openPinWindow: PinDeskOptions['openWindow'];
  readonly journal: Journal;
  /** Something is being signed: its login must not be ended. */
  readonly busy: () => boolean;
}

/** A PIN for a key's life is never kept. */
const NO_KEYCHAIN: Pick<SecretStore, 'state'> = {
  state: () => Promise.resolve({ state: 'absent', why: 'no-service' }),
};
/** Most that the contract lets through (core/contract/token-keys.ts). */
const MOST_KEYS = 64;

export class TokenKeysDesk {
  readonly #parts: TokenKeysParts;
  readonly #issued = new IssuedFiles();
  #running: AbortController | null = null;

  constructor(parts: TokenKeysParts) {
    this.#parts = parts;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** At the end of the window: nobody types the PIN any more. */
  cancel(): void {
    this.#running?.abort();
  }

  /** @throws {PenaError} TOKEN_IN_USE_HERE, HANDLE_UNKNOWN, TOKEN_* */
  async keys(handle: TokenHandle): Promise<ShownTokenKeys> {
    const token = this.#idle(handle);
    const { tokens } = this.#parts;
    const kinds = await keyKindsOf(tokens, token);
    const keys = await visibleKeys(tokens, token);
    return { kinds: [...kinds], keys: keys.map(shownKey).slice(0, MOST_KEYS) };
  }

  /** @throws {PenaError} REQUEST_DATA_INVALID, TOKEN_KEYGEN_UNSUPPORTED, CANCELLED, FILE_*, as `keys` */
  async request(
    handle: TokenHandle,
    wish: RequestWish,
    key: { readonly kind: ShownTokenKeys['kinds'][number] } | { readonly keyId: string },
  ): Promise<Made> {
    const token = this.#idle(handle);
    const request = requestOf(wish);
    if ('kind' in key && !(await keyKindsOf(this.#parts.tokens, token)).includes(key.kind)) {
      throw new PenaError('TOKEN_KEYGEN_UNSUPPORTED', { token: token.label });
    }
    const path = await this.#askPath(request);
    // Whatever is wrong with the place is said before there is a key.
    const output = await createAtomicOutput(path.name, { overwrite: path.overwrite });
    try {
      return await this.#make(token, request, key, output, basename(path.name));
    } finally {
      await output.abort();
    }
  }

  /** @throws {PenaError} CERT_MALFORMED, CERT_EXPIRED, FILE_*, as `keys` */
  async choose(handle: TokenHandle): Promise<ResponseOf<Contract['token.chooseCertificate']>> {
    const token = this.#idle(handle);
    const { window, language, tokens } = this.#parts;
    const files = await dialog.showOpenDialog(window, {
      title: mainTexts(language()).issuedCertificate,
      filters: [{ name: 'PEM, DER', extensions: ['pem', 'crt', 'cer', 'der'] }],
      properties: ['openFile', 'multiSelections'],
    });
    if (files.canceled || files.filePaths.length === 0) return { chosen: null };
    return { chosen: await this.#issued.choose(files.filePaths, await visibleKeys(tokens, token)) };
  }

  /** @throws {PenaError} as importCertificate; CANCELLED; as `keys` */
  async importChosen(
    handle: TokenHandle,
    options: { readonly chain: boolean; readonly replace: boolean },
  ): Promise<Imported> {
    const { name, certificates } = this.#issued.chosen();
    const imported = await this.#withKeys(this.#idle(handle), 'import', name, (keys) =>
      importCertificate(certificates, keys, options, new Date()),
    );
    const { sha256 } = imported.certificate;
    await this.#note({ kind: 'certificate', did: 'imported', certificate: sha256 });
    return { stored: imported.stored, issuers: imported.chain, replaced: imported.replaced };
  }

  /** @throws {PenaError} CERT_KEY_MISSING, TOKEN_KEY_HAS_CERTIFICATE, CANCELLED, as `keys` */
  async remove(handle: TokenHandle, keyId: string): Promise<void> {
    await this.#withKeys(this.#idle(handle), 'remove-key', keyId, (keys) => keys.removeKey(keyId));
  }

  async #make(
    token: KnownToken,
    request: CertificateRequest,
    key: Parameters<TokenKeysDesk['request']>[2],
    output: AtomicOutput,
    file: string,
  ): Promise<Made> {
    const { name } = request;
    // Two keys of one person are told apart by the day.
    const label = `${name} ${new Date().toISOString().slice(0, 10)}`;
    const which: WhichKey = 'kind' in key ? { kind: key.kind, label } : key;
    let keyId = '';
    try {
      const made = await this.#withKeys(
        token,
        'kind' in key ? 'make-key' : 'request',
        name,
        (keys) => makeRequest(request, which, keys, (id) => (keyId = id)),
      );
      await output.append(requestPem(made.request));
      await output.commit();
      const certificate = made.publicKeySha256;
      await this.#note({ kind: 'certificate', did: 'requested', certificate });
      return { file, keyId, problem: null };
    } catch (thrown) {
      if (keyId === '' || !('kind' in key)) throw thrown;
      logUnexpected('token keys', thrown);
      return { file: null, keyId, problem: failureOf(thrown) };
    }
  }

  async #withKeys<T>(
    token: KnownToken,
    errand: TokenErrand,
    name: string,
    use: (keys: TokenKeys) => Promise<T>,
  ): Promise<T> {
    // Again: a signing may have begun while the place of the file was asked for.
    this.#refuseIfBusy();
    const { tokens, language, openPinWindow, journal } = this.#parts;
    const running = new AbortController();
    this.#running = running;
    try {
      const desk = new PinDesk({
        ...{ tokens, language, openWindow: openPinWindow, store: NO_KEYCHAIN },
        ...{ signal: running.signal, onWaiting: () => undefined },
      });
      const onProblem = (thrown: unknown): void => logUnexpected('journal', thrown);
      const prompt = notingPrompt(desk, null, { journal, onProblem });
      return await withTokenKeys(tokens, token, { errand, name, prompt }, use);
    } finally {
      this.#running = null;
    }
  }

  /** @throws {PenaError} TOKEN_IN_USE_HERE, HANDLE_UNKNOWN, TOKEN_NONE */
  #idle(handle: TokenHandle): KnownToken {
    this.#refuseIfBusy();
    return this.#parts.certificates.token(handle);
  }

  #refuseIfBusy(): void {
    if (this.running || this.#parts.busy()) throw new PenaError('TOKEN_IN_USE_HERE');
  }

  /** @throws {PenaError} CANCELLED */
  async #askPath({ name }: CertificateRequest): Promise<{ name: string; overwrite: boolean }> {
    const { window, language } = this.#parts;
    const stem = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
    const { filePath } = await dialog.showSaveDialog(window, {
      title: mainTexts(language()).saveRequestTitle,
      defaultPath: `permintaan-${stem}.csr`,
      filters: [{ name: 'PKCS#10', extensions: ['csr', 'pem'] }],
      properties: ['showOverwriteConfirmation'],
    });
    if (filePath === '') throw new PenaError('CANCELLED');
    // The dialog has asked before it named a file that is there; not for a name that we complete.
    const overwrite = extname(filePath) !== '';
    return { name: overwrite ? filePath : `${filePath}.csr`, overwrite };
  }

  async #note(entry: JournalEntry): Promise<void> {
    await this.#parts.journal
      .append(entry)
      .catch((thrown: unknown) => logUnexpected('journal', thrown));
  }
}
