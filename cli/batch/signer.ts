// The key that a plan names, and what is drawn for it.
import { readCertificate } from '../../core/cms/certificate.ts';
import type { BatchPlan } from '../../core/domain/batch.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { StampMaterial } from '../../core/signing/batch/document-request.ts';
import { stampSources } from '../../native/batch/stamp-sources.ts';
import { loadStampImage } from '../../native/files/design-file.ts';
import { loadFonts } from '../../native/files/resources.ts';
import { openTerminal, type SilentTerminal } from '../pin/silent-terminal.ts';
import { openPinSource, type PinOptions } from '../pin/source.ts';
import type { Shell } from '../shell.ts';
import { type LookOption, type OpenKey, openFileKey, openTokenKey } from '../sign/key.ts';

export interface KeyOptions extends PinOptions, LookOption {
  readonly module?: string;
  readonly token?: string;
  readonly p12?: string;
  readonly lastTry?: boolean;
}

/** What stamps say of their signer that is in no certificate. */
export interface OwnerOptions {
  readonly nip?: string;
  readonly specimen?: string;
}

export interface BatchKey extends OpenKey {
  /** The keyboard for other questions: the one that the PIN is typed at; null where nobody sits at one. */
  readonly terminal: () => SilentTerminal | null;
}

/**
 * @param cert SHA-256 of the certificate; null: the only one there is
 * @param documents names, for the person who types the PIN
 * @param meanwhile begun while a token's own process starts
 * @throws {PenaError} TOKEN_*, CERT_*, P12_*, BATCH_CERTIFICATE, PIN_NOT_GIVEN, CANCELLED
 */
export async function openKey(
  options: KeyOptions,
  cert: string | null,
  documents: readonly string[],
  shell: Shell,
  meanwhile?: () => void,
): Promise<BatchKey> {
  const { p12 } = options;
  const source = openPinSource(options, shell);
  const wish = { ...options, ...(cert === null ? {} : { cert }) };
  const opened =
    p12 === undefined
      ? await openTokenKey(wish, source, documents, shell, meanwhile)
      : await openFileKey(p12, source, shell);
  if (cert !== null && readCertificate(opened.key.certificate).sha256 !== cert) {
    await opened.close();
    throw new PenaError('BATCH_CERTIFICATE');
  }
  // A key file's passphrase has been typed, and its terminal given back: another one is opened.
  const shared = p12 === undefined && source.kind === 'keyboard' ? source.terminal : null;
  let own: SilentTerminal | null = null;
  return {
    ...opened,
    // Passwords of documents are asked for at the terminal whatever was given for the key.
    unattended: opened.unattended && !process.stdin.isTTY,
    terminal: () => {
      if (shared !== null || !process.stdin.isTTY) return shared;
      return (own ??= openTerminal(shell));
    },
    close: async () => {
      own?.close();
      await opened.close();
    },
  };
}

export async function stampMaterial(
  plan: BatchPlan,
  certificate: Uint8Array,
  { nip, specimen }: OwnerOptions,
  { zone }: Shell,
): Promise<StampMaterial> {
  const { commonName: name, serial } = readCertificate(certificate);
  const picture = specimen === undefined ? undefined : await loadStampImage(specimen);
  return {
    ...{ name, serial, zone, fonts: await loadFonts() },
    owner: { nip, specimen: picture, qr: null },
    ...(await stampSources(plan)),
  };
}
