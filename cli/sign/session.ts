// One run of signing: one key, opened at the first document that needs it and asked for its PIN once.
import { basename } from 'node:path';
import { readCertificate } from '../../core/cms/certificate.ts';
import type { RevocationInfo } from '../../core/cms/revocation-archival.ts';
import { toPenaError } from '../../core/domain/pena-error.ts';
import type { JudgedFinding, PreflightPolicy } from '../../core/domain/preflight.ts';
import type { BaselineLevel } from '../../core/domain/signature-level.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import type { ProofServices } from '../../core/signing/proof-services.ts';
import type { SigningDecisions, SigningResult } from '../../core/signing/request.ts';
import { signDocument } from '../../core/signing/sign-document.ts';
import {
  drawnPlaces,
  hasUnexplainedChanges,
  hiddenSignedText,
} from '../../core/validation/earlier-changes.ts';
import { openInTurn } from '../../native/batch/small-files.ts';
import {
  CertificateRegistry,
  reportedLostSince,
} from '../../native/certificates/certificate-registry.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { preflightPolicy } from '../../native/files/preflight-policy.ts';
import { practiceLetters } from '../../native/practice/mark-letters.ts';
import { complain } from '../explain.ts';
import { noteOverride, noteRefused, noteSigned } from '../journal/note.ts';
import { openTerminal, type SilentTerminal } from '../pin/silent-terminal.ts';
import { openPinSource, type PinSource } from '../pin/source.ts';
import type { Shell } from '../shell.ts';
import { decisionsOf } from './decisions.ts';
import type { Job } from './jobs.ts';
import { type OpenKey, openFileKey, openTokenKey } from './key.ts';
import { lookOver, refusalOf, warnOf } from './look-over.ts';
import type { SignatureWish, SignOptions } from './options.ts';
import { passwordFor } from './password-for.ts';
import type { StampMaterial } from './stamp-material.ts';
import '../pictures.ts';

export interface Wishes {
  readonly signature: SignatureWish;
  readonly level: BaselineLevel;
  readonly material: StampMaterial;
  /** Of encrypted documents. */
  readonly password: Uint8Array | undefined;
  /** Null: nobody is asked. */
  readonly services: ProofServices | null;
}

export class SigningSession {
  readonly #options: SignOptions;
  readonly #wishes: Wishes;
  readonly #documents: readonly string[];
  readonly #shell: Shell;
  readonly #findings = new Map<Job, readonly JudgedFinding[]>();
  #policy: Promise<PreflightPolicy> | null = null;
  #key: Promise<OpenKey> | null = null;
  #source: PinSource | null = null;
  #questions: SilentTerminal | null = null;
  /** Null until the key is open. */
  opened: OpenKey | null = null;

  /** @param documents names of all that will be signed, for the person who types the PIN */
  constructor(options: SignOptions, wishes: Wishes, documents: readonly string[], shell: Shell) {
    this.#options = options;
    this.#wishes = wishes;
    this.#documents = documents;
    this.#shell = shell;
  }

  /** What was found in the job's document; empty where nobody got to look. */
  findingsIn(job: Job): readonly JudgedFinding[] {
    return this.#findings.get(job) ?? [];
  }

  async sign(job: Job): Promise<SigningResult> {
    const source = await openInTurn(job.file);
    try {
      return await this.#signOpened(job, source);
    } catch (thrown) {
      await this.#noteRefused(thrown, source);
      throw thrown;
    } finally {
      await source.close();
    }
  }

  async close(): Promise<void> {
    this.#questions?.close();
    await this.opened?.close();
  }

  async #signOpened(job: Job, source: ByteSource): Promise<SigningResult> {
    const { field, reason = '', location = '', overwrite } = this.#options;
    const { signature, level, services, material } = this.#wishes;
    const password = await this.#passwordFor(source);
    await this.#lookOver(job, source, password);
    const { key } = await (this.#key ??= this.#open());
    const now = new Date();
    const { sha256: certificate } = readCertificate(key.certificate);
    const result = await signDocument({
      ...{ source, reason, location, key, password, level, services, name: basename(job.file) },
      ...signature,
      ...(await this.#revocation(key)),
      reportedLostSince,
      practice: await practiceLetters(),
      field: field ?? null,
      ...material.for(key.certificate, { reason, location, time: now }),
      clock: { now: () => now },
      unexplainedChanges: hasUnexplainedChanges,
      ...{ hiddenSignedText, drawnPlaces },
      decide: this.#decisions(source, certificate),
      openOutput: () => createAtomicOutput(job.output, { overwrite: overwrite === true }),
      signal: this.#shell.interrupt.signal,
    });
    // The signed file is there: what cannot be noted is said, and undoes nothing.
    await noteSigned(certificate, result).catch((thrown: unknown) =>
      complain(toPenaError(thrown), this.#shell, job.file),
    );
    await new CertificateRegistry().noteSigned(certificate).catch(() => undefined);
    return result;
  }

  /** What cannot be noted is said: nothing was signed. */
  async #noteRefused(thrown: unknown, source: ByteSource): Promise<void> {
    if (this.#shell.interrupt.signal.aborted) return;
    const key = this.opened?.key;
    const certificate = key === undefined ? null : readCertificate(key.certificate).sha256;
    await noteRefused(toPenaError(thrown), source, certificate).catch((problem: unknown) =>
      complain(toPenaError(problem), this.#shell),
    );
  }

  /** Of one file alone it has to be right: whoever mistypes the owner's is told so. */
  #passwordFor(source: ByteSource): Promise<Uint8Array | undefined> {
    const { password } = this.#wishes;
    if (password === undefined || this.#documents.length < 2) return Promise.resolve(password);
    return passwordFor(source, password);
  }

  /** Before the PIN is asked: whoever types it shall know. */
  async #lookOver(job: Job, document: ByteSource, password: Uint8Array | undefined): Promise<void> {
    const policy = await (this.#policy ??= preflightPolicy());
    const findings = await lookOver(document, password, policy);
    this.#findings.set(job, findings);
    if (this.#options.json !== true) warnOf(job.file, findings, this.#shell);
    const refusal = refusalOf(findings);
    if (refusal === null) return;
    if (this.#options.acceptFindings !== true) throw refusal;
    const codes = [refusal.code];
    await noteOverride({
      ...{ override: 'sign-despite-warning', document, certificate: null, codes },
    });
  }

  async #open(): Promise<OpenKey> {
    const { p12 } = this.#options;
    const shell = this.#shell;
    const source = (this.#source = openPinSource(this.#options, shell));
    this.opened =
      p12 === undefined
        ? await openTokenKey(this.#options, source, this.#documents, shell)
        : await openFileKey(p12, source, shell);
    return this.opened;
  }

  #decisions(document: ByteSource, certificate: string): SigningDecisions {
    const terminal = () => this.#terminal();
    const options = this.#options;
    return decisionsOf({ options, document, certificate, terminal, shell: this.#shell });
  }

  /** The one that asks for the token's PIN; a key file's has been given back, so another is opened. */
  #terminal(): SilentTerminal | null {
    const { p12 } = this.#options;
    if (p12 === undefined && this.#source?.kind === 'keyboard') return this.#source.terminal;
    if (!process.stdin.isTTY) return null;
    return (this.#questions ??= openTerminal(this.#shell));
  }

  /** The older form carries its proof inside; what is not to be had, the check before signing says. */
  async #revocation({ certificate, chain }: SigningKey): Promise<{ revocation?: RevocationInfo }> {
    const { services, signature } = this.#wishes;
    if (services === null || signature.format !== 'adbe.pkcs7.detached') return {};
    const { signal } = this.#shell.interrupt;
    const { ocspResponses, crls } = await services.collect([certificate], chain, signal);
    return { revocation: { ocsp: ocspResponses, crl: crls } };
  }
}
