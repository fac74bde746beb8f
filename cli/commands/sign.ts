// `pena sign`: plan, ask once, sign one document after the other.
import { basename } from 'node:path';
import { readCertificate } from '../../core/cms/certificate.ts';
import type { SigningResult, Stamp } from '../../core/signing/request.ts';
import { signDocument } from '../../core/signing/sign-document.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { type Fonts, loadFonts } from '../../native/files/resources.ts';
import { exitOfErrors } from '../exit-codes.ts';
import { readPassword } from '../pin/document-password.ts';
import { openPinSource } from '../pin/source.ts';
import type { Shell } from '../shell.ts';
import { runBatch } from '../sign/batch.ts';
import { type Job, planJobs } from '../sign/jobs.ts';
import { type OpenKey, openFileKey, openTokenKey } from '../sign/key.ts';
import { checkKeyOptions, type SignOptions, type StampWish, stampWish } from '../sign/options.ts';
import { printJson, printOutcome, printSummary } from '../sign/report.ts';
import { trace } from '../trace.ts';

/** @returns the exit code */
export async function sign(
  files: readonly string[],
  options: SignOptions,
  shell: Shell,
): Promise<number> {
  checkKeyOptions(options);
  const wish = stampWish(options, shell.zone);
  const jobs = await planJobs(files, options.out, options.overwrite === true);
  const documents = jobs.filter(({ refusal }) => refusal === null).map(({ file }) => file);
  const password = await readPassword(options, shell);
  const session = new SigningSession(options, { wish, password }, documents, shell);
  try {
    const outcomes = await runBatch(
      jobs,
      (job) => session.sign(job),
      shell.interrupt.signal,
      (outcome) => {
        if (options.json !== true) printOutcome(outcome, session.opened, shell);
        if (outcome.error !== null) trace(outcome.error, shell);
      },
    );
    if (options.json === true) printJson(outcomes, session.opened, shell);
    else printSummary(outcomes, shell);
    return exitOfErrors(outcomes.map(({ error }) => error?.code ?? null));
  } finally {
    password?.fill(0);
    await session.close();
  }
}

interface Wishes {
  /** Null without a stamp. */
  readonly wish: StampWish | null;
  /** Of encrypted documents. */
  readonly password: Uint8Array | undefined;
}

interface Tools {
  readonly opened: OpenKey;
  /** Null without a stamp. */
  readonly fonts: Fonts | null;
}

/** One key, opened at the first document that needs it, and asked for its PIN once. */
class SigningSession {
  readonly #options: SignOptions;
  readonly #wish: StampWish | null;
  readonly #password: Uint8Array | undefined;
  readonly #documents: readonly string[];
  readonly #shell: Shell;
  #tools: Promise<Tools> | null = null;
  /** Null until the key is open. */
  opened: OpenKey | null = null;

  constructor(
    options: SignOptions,
    { wish, password }: Wishes,
    documents: readonly string[],
    shell: Shell,
  ) {
    this.#options = options;
    this.#wish = wish;
    this.#password = password;
    this.#documents = documents;
    this.#shell = shell;
  }

  async sign({ file, output }: Job): Promise<SigningResult> {
    const { opened, fonts } = await (this.#tools ??= this.#open());
    const { field, reason = '', location = '', overwrite } = this.#options;
    const now = new Date();
    const source = await openFileSource(file);
    try {
      return await signDocument({
        ...{ source, reason, location, key: opened.key, name: basename(file) },
        password: this.#password,
        field: field ?? null,
        stamp: this.#stamp(opened, fonts, now),
        clock: { now: () => now },
        openOutput: () => createAtomicOutput(output, { overwrite: overwrite === true }),
        signal: this.#shell.interrupt.signal,
      });
    } finally {
      await source.close();
    }
  }

  async close(): Promise<void> {
    await this.opened?.close();
  }

  async #open(): Promise<Tools> {
    const { p12 } = this.#options;
    const fonts = this.#wish === null ? null : await loadFonts();
    const shell = this.#shell;
    const source = openPinSource(this.#options, shell);
    this.opened =
      p12 === undefined
        ? await openTokenKey(this.#options, source, this.#documents, shell)
        : await openFileKey(p12, source, shell);
    return { opened: this.opened, fonts };
  }

  #stamp({ key }: OpenKey, fonts: Fonts | null, time: Date): Stamp | null {
    if (this.#wish === null || fonts === null) return null;
    const { page, rect, position, zone, qr } = this.#wish;
    const { reason = '', location = '' } = this.#options;
    const name = readCertificate(key.certificate).commonName;
    return { page, rect, content: { name, position, time, zone, reason, location, qr, fonts } };
  }
}
