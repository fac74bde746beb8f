// Passwords of a batch's encrypted files: one that was given beforehand, and those that somebody types at the
// terminal, file by file. What opens one is tried on the others; a file without its password is left out.
import { basename } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import { BatchPasswords } from '../../core/signing/batch/passwords.ts';
import type { BatchJob } from '../../core/signing/batch/run-batch.ts';
import { type PasswordOptions, readPassword } from '../pin/secret-options.ts';
import type { SilentTerminal } from '../pin/silent-terminal.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { type ReviewedJob, type ReviewInput, reviewOne, unlockOne } from './review-plan.ts';

interface Asked {
  readonly input: ReviewInput;
  readonly terminal: () => SilentTerminal | null;
  /** By an earlier run: its password is not needed. */
  readonly signed: (job: BatchJob) => boolean;
  readonly shell: Shell;
}

const MAX_QUESTIONS = 3;

export class DocumentPasswords {
  readonly known = new BatchPasswords();
  readonly #given: boolean;

  private constructor(given: Uint8Array | undefined) {
    this.#given = given !== undefined;
    if (given !== undefined) this.known.add(given);
  }

  /** Reads the one that was announced. @throws {PenaError} USAGE, PIN_NOT_GIVEN, CANCELLED */
  static async given(options: PasswordOptions, shell: Shell): Promise<DocumentPasswords> {
    return new DocumentPasswords(await readPassword(options, shell));
  }

  /** The same jobs, with those looked at anew that can be opened by now. @throws {PenaError} CANCELLED */
  async ask(reviewed: readonly ReviewedJob[], asked: Asked): Promise<ReviewedJob[]> {
    const result = [...reviewed];
    let typed = false;
    let terminal = this.#given ? null : asked.terminal;
    for (const [index, before] of reviewed.entries()) {
      if (!isLocked(before, asked)) continue;
      // It may be opened by what was typed for an earlier one.
      const now = typed ? await again(before, index, asked) : before;
      result[index] = this.named(now);
      const place = isLocked(now, asked) ? (terminal?.() ?? null) : null;
      if (place === null) continue;
      const answer = await askFor(now, place, asked);
      if (answer === 'opened') result[index] = await again(now, index, asked);
      if (answer === 'opened') typed = true;
      if (answer === 'no-more') terminal = null;
    }
    return result;
  }

  wipe(): void {
    this.known.wipe();
  }

  /** Who gave a password is told that it is not this file's. */
  named(one: ReviewedJob): ReviewedJob {
    if (!this.#given || one.job.refusal?.code !== 'PDF_PASSWORD_NEEDED') return one;
    return { ...one, job: { ...one.job, refusal: new PenaError('PDF_PASSWORD_INCORRECT') } };
  }
}

function isLocked({ job }: ReviewedJob, { signed }: Pick<Asked, 'signed'>): boolean {
  return job.refusal?.code.startsWith('PDF_PASSWORD_') === true && !signed(job);
}

async function askFor(
  one: ReviewedJob,
  terminal: SilentTerminal,
  { input, shell }: Asked,
): Promise<'opened' | 'left-out' | 'no-more'> {
  const texts = officeTexts(shell.language).batch;
  for (let question = 1; question <= MAX_QUESTIONS; question++) {
    const typed = await terminal.ask(texts.passwordOf(basename(one.rule.file)), false);
    if (shell.interrupt.signal.aborted) throw new PenaError('CANCELLED');
    if (typed === null) return 'no-more';
    if (typed.length === 0) return 'left-out';
    if (await unlockOne(one, typed, input)) return 'opened';
    shell.err.line(texts.passwordWrong, { tone: 'bad' });
  }
  return 'left-out';
}

function again({ rule }: ReviewedJob, index: number, { input }: Asked): Promise<ReviewedJob> {
  return reviewOne(rule, index, input);
}
