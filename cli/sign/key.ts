// Opens the key to sign with: a token's or a PKCS#12 file's, with the PIN's or passphrase's way to it.
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCertificate, refusalToSign } from '../../core/cms/certificate.ts';
import { sightingOf, sightingsOf } from '../../core/cms/certificate-sighting.ts';
import { openP12 } from '../../core/cms/p12-key.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { PinPrompt, SigningKey } from '../../core/ports/token.ts';
import { noteSightings } from '../../native/certificates/certificate-registry.ts';
import { issuerTrust } from '../../native/certificates/issuer-trust.ts';
import { readError } from '../../native/files/file-error.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { notingPrompt } from '../../native/journal/secret-notes.ts';
import type { ForkHost } from '../../native/pkcs11/host-process.ts';
import { TokenService } from '../../native/pkcs11/token-service.ts';
import { officeModules } from '../../native/settings/office-modules.ts';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { openJournal } from '../journal/open.ts';
import { GivenPin } from '../pin/given-pin.ts';
import { keptPin } from '../pin/kept-pin.ts';
import { closePinSource, type PinSource } from '../pin/source.ts';
import type { SilentTerminal } from '../pin/silent-terminal.ts';
import { TerminalPrompt } from '../pin/terminal-prompt.ts';
import type { Shell } from '../shell.ts';
import { trace } from '../trace.ts';
import { chooseCertificate } from './choose-certificate.ts';
import type { SignOptions } from './options.ts';

export interface OpenKey {
  readonly key: SigningKey;
  /** Where it is kept, as the result says it. */
  readonly place: { readonly kind: 'token' | 'file'; readonly text: string };
  /** What it asks for was given beforehand: nobody sits there, nor at the token. */
  readonly unattended: boolean;
  /** Ends the login and what was started for it. */
  close(): Promise<void>;
}

export interface LookOption {
  /** Only the certificate is looked at: no PIN is needed. */
  readonly lookOnly?: boolean;
  /** How token hosts are started; absent: as usual. */
  readonly fork?: ForkHost | undefined;
}

/** Key files are a few kilobytes; this is far above the longest chains. */
const MAX_P12 = 4 * 1024 * 1024;
/** A wrong passphrase locks nothing, but nobody should wait for an end that does not come. */
const MAX_QUESTIONS = 3;

/**
 * @param documents names of all that will be signed, for the person who types the PIN
 * @param meanwhile begun while the tokens are being listed
 */
export async function openTokenKey(
  options: SignOptions & LookOption,
  source: PinSource,
  documents: readonly string[],
  shell: Shell,
  meanwhile?: () => void,
): Promise<OpenKey> {
  const { module, fork } = options;
  const found = await officeModules(module === undefined ? [] : [module]);
  const modules = module === undefined ? found : [module];
  const service = new TokenService({ modules, ...(fork === undefined ? {} : { fork }) });
  // What a module is doing cannot be interrupted: its process is ended.
  const stop = (): void => void service.close();
  shell.interrupt.signal.addEventListener('abort', stop);
  try {
    const listing = service.list();
    meanwhile?.();
    const listed = await listing;
    await noteSightings(sightingsOf(listed.tokens));
    const trust = await issuerTrust(await loadAnchors(options.trust ?? []));
    const { token, entry } = chooseCertificate(listed, options, new Date(), trust);
    if (token.pinState === 'locked')
      throw new PenaError('TOKEN_PIN_LOCKED', { token: token.label });
    const asking: PinPrompt =
      source.kind === 'keyboard'
        ? new TerminalPrompt(source.terminal, shell, documents)
        : new GivenPin(source.kind === 'given' ? source.bytes : null, options.lastTry === true);
    const prompt = keptPin(asking, source, entry.certificate, options, shell);
    const silent = source.kind === 'none' && options.lookOnly !== true;
    if (silent && !token.pinPad && !(await prompt.hasPin())) {
      throw new PenaError('PIN_NOT_GIVEN');
    }
    const { module, serial: tokenSerial, label: tokenLabel } = token;
    const { sha256 } = readCertificate(entry.certificate);
    const noted = notingPrompt(prompt, sha256, {
      ...{ journal: openJournal({}), onProblem: (thrown) => trace(thrown, shell) },
    });
    const choice = { module, tokenSerial, tokenLabel, id: entry.id, sha256 };
    return {
      key: await service.signingKey(choice, noted),
      place: { kind: 'token', text: shell.texts.tokenLine(token.label, token.serial) },
      unattended: source.kind === 'given' && !token.pinPad,
      close: async () => {
        closePinSource(source);
        await service.close();
      },
    };
  } catch (thrown) {
    closePinSource(source);
    await service.close();
    throw shell.interrupt.signal.aborted ? new PenaError('CANCELLED') : thrown;
  }
}

/** @throws {PenaError} P12_*, CERT_*, FILE_*, PIN_NOT_GIVEN, CANCELLED */
export async function openFileKey(file: string, source: PinSource, shell: Shell): Promise<OpenKey> {
  if (source.kind === 'none') throw new PenaError('PIN_NOT_GIVEN');
  try {
    const bytes = await readKeyFile(file);
    const key =
      source.kind === 'given'
        ? await openP12(bytes, source.bytes)
        : await askAndOpen(bytes, file, source.terminal, shell);
    const seen = sightingOf(key.certificate, null, true);
    await noteSightings(seen === null ? [] : [seen]);
    const refusal = refusalToSign(readCertificate(key.certificate), new Date(), practiceMode());
    if (refusal !== null) throw refusal;
    const unattended = source.kind === 'given';
    return { key, place: { kind: 'file', text: file }, unattended, close: () => Promise.resolve() };
  } finally {
    // Opened once, the key needs it no more.
    closePinSource(source);
  }
}

async function askAndOpen(
  bytes: Uint8Array,
  file: string,
  terminal: SilentTerminal,
  { err, texts }: Shell,
): Promise<SigningKey> {
  for (let question = 1; ; question++) {
    const passphrase = await terminal.ask(texts.pin.passphrase(basename(file)), false);
    if (passphrase === null) throw new PenaError('CANCELLED');
    try {
      return await openP12(bytes, passphrase);
    } catch (thrown) {
      const wrong = toPenaError(thrown).code === 'P12_PASSPHRASE_INCORRECT';
      if (!wrong || question === MAX_QUESTIONS) throw thrown;
      err.line(texts.pin.passphraseWrong, { tone: 'bad' });
    } finally {
      passphrase.fill(0);
    }
  }
}

async function readKeyFile(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > MAX_P12) throw new PenaError('P12_MALFORMED');
      return new Uint8Array(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw thrown instanceof PenaError ? thrown : readError(thrown, file);
  }
}
