// What the ways to the authority need from this computer: connections, secrets, and files that a policy names.
import type { MailServer } from '../domain/office-policy.ts';
import type { HttpClient } from './http-client.ts';
import type { Mailer } from './mailer.ts';
import type { SecretName } from './secret-store.ts';

export interface ChannelOutside {
  /** @param authorities PEM of the only ones taken; null: those of the system */
  http(authorities: string | null): HttpClient;
  /** @param authorities as for `http`; @param password wiped by the mailer; null: none to be had */
  mailer(
    server: MailServer,
    authorities: string | null,
    password: () => Promise<Uint8Array | null>,
  ): Mailer;
  /**
   * For the caller to wipe; null where none is kept.
   * @throws {PenaError} KEYCHAIN_LOCKED, KEYCHAIN_FAILED
   */
  secret(name: SecretName): Promise<Uint8Array | null>;
  /** Takes away a secret that its server has refused: it is not tried again. Never throws. */
  forget(name: SecretName): Promise<void>;
  /** PEM of certificates. @throws {PenaError} FILE_*, TRUST_FILE_INVALID */
  pem(path: string): Promise<string>;
  /** DER of the certificates in a file or folder. @throws {PenaError} FILE_*, TRUST_FILE_INVALID */
  certificates(path: string): Promise<readonly Uint8Array[]>;
  /** Whole or not at all; the same name means the same report. @throws {PenaError} FILE_* */
  save(folder: string, name: string, bytes: Uint8Array): Promise<void>;
  now(): Date;
  random(length: number): Uint8Array;
}
