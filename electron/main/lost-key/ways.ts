// The ways to the registration authority that the office's policy lays down, ready to be used by the window.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { httpsChannel } from '../../../core/lifecycle/channels/https-channel.ts';
import type { ReportChannel } from '../../../core/ports/report-channel.ts';
import type { SecretStore } from '../../../core/ports/secret-store.ts';
import { readError } from '../../../native/files/file-error.ts';
import { loadAnchors } from '../../../native/files/trust-anchors.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import { effectiveSettings } from '../../../native/settings/effective-settings.ts';
import type { SecretQuestion } from './passphrase-window.ts';

export interface LaidDown {
  readonly authority: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly ways: readonly { readonly way: 'https'; readonly where: string }[];
}

interface Parts {
  readonly store: SecretStore;
  readonly ask: (question: SecretQuestion) => Promise<Uint8Array | null>;
}

const TIMEOUT = 30_000;
/** Receivers take any user name; the token is the password. */
const USER = 'pena';

export class ReportWays {
  readonly #parts: Parts;
  /** Access tokens that were typed, while the program runs. */
  readonly #typed = new Map<string, Uint8Array>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws {PenaError} SETTINGS_INVALID, POLICY_UNSAFE, FILE_* */
  async laidDown(): Promise<LaidDown> {
    const office = (await effectiveSettings()).policy?.registrationAuthority;
    const { name = null, phone = null, email = null, https } = office ?? {};
    const usable = https?.receipts !== undefined;
    return {
      ...{ authority: name, phone, email },
      ways: usable ? [{ way: 'https', where: new URL(https.url).host }] : [],
    };
  }

  /**
   * @param asking whether a person is there to be asked for what is not in the keychain
   * @throws {PenaError} FILE_*, TRUST_FILE_INVALID, SETTINGS_INVALID, KEYCHAIN_LOCKED
   */
  async open(asking: boolean): Promise<readonly ReportChannel[]> {
    const { policy, proxy } = await effectiveSettings();
    const https = policy?.registrationAuthority?.https;
    if (https?.receipts === undefined) return [];
    const url = https.url.replace(/\/+$/, '');
    const token = await this.#token(url, asking);
    if (token === null) return [];
    const { value } = proxy;
    const http = createHttpClient({
      environment: process.env,
      proxy:
        value === null ? null : { url: value.url, ...(value.bypass && { bypass: value.bypass }) },
      ...(https.ca === undefined
        ? {}
        : { extraAuthorities: [await textOf(https.ca)], onlyExtra: true }),
    });
    return [
      httpsChannel({
        ...{ url, http, timeoutMs: TIMEOUT },
        // Each request wipes what it was given.
        credential: () => Promise.resolve({ user: USER, password: token.slice() }),
        receiptSigners: (await loadAnchors([https.receipts])).map(readCertificate),
      }),
    ];
  }

  /** At the end of the program. */
  close(): void {
    for (const token of this.#typed.values()) token.fill(0);
    this.#typed.clear();
  }

  async #token(url: string, asking: boolean): Promise<Uint8Array | null> {
    const typed = this.#typed.get(url);
    if (typed !== undefined) return typed;
    const { store, ask } = this.#parts;
    const kept =
      (await store.state()).state === 'available'
        ? await store.get({ kind: 'gateway', id: url })
        : null;
    const found =
      kept ??
      (asking
        ? await ask({ what: 'access', server: new URL(url).host, previousWrong: false })
        : null);
    if (found !== null) this.#typed.set(url, found);
    return found;
  }
}

async function textOf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    throw readError(thrown, path);
  });
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new PenaError('TRUST_FILE_INVALID', { file: basename(path) });
  }
  return text;
}
