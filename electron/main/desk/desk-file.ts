// The file of the registration authority's desk, where the office's policy names one: opened with the desk's secret,
// which is typed in the window for secrets and not kept.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { ReportStore } from '../../../core/ports/report-receiver.ts';
import { applicationsPath } from '../../../native/registration/applications-path.ts';
import { openReportStore } from '../../../native/registration/report-store.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import type { AskSecret } from '../lost-key/ask-secret.ts';

export class DeskFile {
  readonly #ask: AskSecret;
  #store: ReportStore | null = null;
  #applications: ReportStore | null = null;
  /** Kept while the file is open, for the receiver: as much as the keys that the open files hold. */
  #secret: Uint8Array | null = null;

  constructor(ask: AskSecret) {
    this.#ask = ask;
  }

  /** Null: this computer is not the authority's. @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_* */
  async path(): Promise<string | null> {
    return (await effectiveSettings()).policy?.registrationAuthority?.deskStore ?? null;
  }

  get isOpen(): boolean {
    return this.#store !== null;
  }

  /** @throws {PenaError} RA_STORE_UNREADABLE where the secret was not given yet */
  get store(): ReportStore {
    if (this.#store === null) throw new PenaError('RA_STORE_UNREADABLE');
    return this.#store;
  }

  /** @throws {PenaError} RA_STORE_UNREADABLE where the secret was not given yet */
  get applications(): ReportStore {
    if (this.#applications === null) throw new PenaError('RA_STORE_UNREADABLE');
    return this.#applications;
  }

  /** @param work gets the desk's secret, and keeps nothing of it. @throws {PenaError} RA_STORE_UNREADABLE; as `work` */
  async withSecret<T>(work: (secret: Uint8Array) => T | Promise<T>): Promise<T> {
    if (this.#secret === null) throw new PenaError('RA_STORE_UNREADABLE');
    return work(this.#secret);
  }

  /**
   * Asks until the secret is right or the window is left; a file that is not there yet is made, with a secret that is
   * chosen now.
   * @throws {PenaError} CANCELLED, RA_STORE_NEWER, RA_STORE_UNREADABLE where none can be made, TOKEN_IN_USE_HERE
   */
  async unlock(): Promise<void> {
    if (this.#store !== null) return;
    const path = await this.path();
    const file = basename(path ?? '').slice(0, 200);
    if (path === null) throw new PenaError('FILE_NOT_FOUND', { file });
    const what = existsSync(path) ? 'desk' : 'desk-first';
    for (let previousWrong = false; ; previousWrong = true) {
      const secret = await this.#ask({ what, server: file, previousWrong });
      if (secret === null) throw new PenaError('CANCELLED');
      try {
        const store = what === 'desk' ? openOrNull(path, secret) : openReportStore(path, secret);
        if (store === null) continue;
        this.#applications = openBeside(store, applicationsPath(path), secret);
        this.#store = store;
        this.#secret = secret.slice();
        return;
      } finally {
        secret.fill(0);
      }
    }
  }

  close(): void {
    this.#store?.close();
    this.#applications?.close();
    this.#store = null;
    this.#applications = null;
    this.#secret?.fill(0);
    this.#secret = null;
  }
}

/** Null for another secret than its own. */
function openOrNull(path: string, secret: Uint8Array): ReportStore | null {
  try {
    return openReportStore(path, secret);
  } catch (thrown) {
    if (thrown instanceof PenaError && thrown.code === 'RA_STORE_UNREADABLE') return null;
    throw thrown;
  }
}

/** The secret is right here: what cannot be opened now is another desk's file, and no secret will help. */
function openBeside(store: ReportStore, path: string, secret: Uint8Array): ReportStore {
  try {
    return openReportStore(path, secret);
  } catch (thrown) {
    store.close();
    throw thrown;
  }
}
