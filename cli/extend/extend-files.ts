// Completes documents one after the other; what is wrong with one says nothing about the next.
import type { PenaError } from '../../core/domain/pena-error.ts';
import { toPenaError } from '../../core/domain/pena-error.ts';
import {
  extendDocument,
  type ExtensionLevel,
  type ExtensionResult,
} from '../../core/signing/extend-document.ts';
import type { ProofServices } from '../../core/signing/proof-services.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { noteExtended } from '../journal/note.ts';
import type { Job } from '../sign/jobs.ts';
import { passwordFor } from '../sign/password-for.ts';

export interface Extension {
  readonly job: Job;
  readonly status: 'extended' | 'failed' | 'not-begun';
  readonly result: ExtensionResult | null;
  readonly error: PenaError | null;
}

export interface ExtensionWish {
  readonly level: ExtensionLevel;
  readonly services: ProofServices;
  readonly password: Uint8Array | undefined;
  readonly overwrite: boolean;
  readonly signal: AbortSignal;
  readonly onJournalProblem: (thrown: unknown) => void;
}

/** @param onEach called as soon as each is known, in the jobs' order */
export async function extendFiles(
  jobs: readonly Job[],
  wish: ExtensionWish,
  onEach: (one: Extension) => void,
): Promise<Extension[]> {
  const all: Extension[] = [];
  const several = jobs.length > 1;
  for (const job of jobs) {
    const one: Extension = wish.signal.aborted
      ? { job, status: 'not-begun', result: null, error: null }
      : await attempt(job, wish, several);
    all.push(one);
    onEach(one);
  }
  return all;
}

async function attempt(job: Job, wish: ExtensionWish, several: boolean): Promise<Extension> {
  try {
    if (job.refusal !== null) throw job.refusal;
    return { job, status: 'extended', result: await extend(job, wish, several), error: null };
  } catch (thrown) {
    return { job, status: 'failed', result: null, error: toPenaError(thrown) };
  }
}

async function extend(
  { file, output }: Job,
  wish: ExtensionWish,
  several: boolean,
): Promise<ExtensionResult> {
  const { overwrite, onJournalProblem: _, ...rest } = wish;
  const source = await openFileSource(file);
  try {
    // Of one file alone it has to be right, as where it is signed.
    const password = several ? await passwordFor(source, wish.password) : wish.password;
    const result = await extendDocument({
      ...rest,
      ...{ source, password },
      clock: { now: () => new Date() },
      openOutput: () => createAtomicOutput(output, { overwrite }),
    });
    // The result is there: what cannot be noted is said, and undoes nothing.
    await noteExtended(source, wish.level).catch(wish.onJournalProblem);
    return result;
  } finally {
    await source.close();
  }
}
