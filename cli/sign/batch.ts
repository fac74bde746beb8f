// Signs one document after the other with one key: a document's own trouble is left behind, but what is
// wrong with the key or the token ends the run, so that no PIN is ever spent on a doubt.
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { SigningResult } from '../../core/signing/request.ts';
import type { Job } from './jobs.ts';

export interface Outcome {
  readonly job: Job;
  readonly status: 'signed' | 'failed' | 'not-begun';
  readonly result: SigningResult | null;
  readonly error: PenaError | null;
}

/** Errors of the document at hand, after which the next one has its chance. */
const OF_THE_DOCUMENT = /^(PDF_|STAMP_|TAG_|WORKFLOW_|FILE_|PREFLIGHT_|PRACTICE_SIGNED_ALREADY$)/;

/**
 * @param signOne signs a job's document; what it throws is told in the outcome
 * @param onOutcome called as soon as each is known, in the jobs' order
 */
export async function runBatch(
  jobs: readonly Job[],
  signOne: (job: Job) => Promise<SigningResult>,
  signal: AbortSignal,
  onOutcome: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let stopped = false;
  for (const job of jobs) {
    const outcome: Outcome = stopped
      ? { job, status: 'not-begun', result: null, error: null }
      : await attempt(job, signOne, signal);
    stopped ||= outcome.error !== null && stops(outcome.error.code);
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return outcomes;
}

async function attempt(
  job: Job,
  signOne: (job: Job) => Promise<SigningResult>,
  signal: AbortSignal,
): Promise<Outcome> {
  const failed = (error: PenaError): Outcome => ({ job, status: 'failed', result: null, error });
  if (job.refusal !== null) return failed(job.refusal);
  try {
    return { job, status: 'signed', result: await signOne(job), error: null };
  } catch (thrown) {
    const error = toPenaError(thrown);
    // Ctrl+C reaches the token's process too, and may be heard there first.
    if (error.code === 'TOKEN_MODULE_CRASHED') await heardSoon(signal);
    return failed(signal.aborted ? new PenaError('CANCELLED', {}, { cause: thrown }) : error);
  }
}

function stops(code: ErrorCode): boolean {
  return !OF_THE_DOCUMENT.test(code);
}

function heardSoon(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    setTimeout(resolve, 100);
  });
}
