// What was accepted by options before a batch runs, as nobody is asked about each of its documents. It is
// written down before it is acted on (PP 71/2019 Pasal 62).
import type { OVERRIDES } from '../../core/domain/journal-entry.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { BatchState } from '../../core/ports/batch-state.ts';
import type { Journal } from '../../core/ports/journal.ts';
import type { BatchJob } from '../../core/signing/batch/run-batch.ts';
import type { SigningDecisions } from '../../core/signing/request.ts';

export interface AcceptOptions {
  readonly allowUnchecked?: boolean;
  readonly allowIncomplete?: boolean;
  readonly acceptFindings?: boolean;
  readonly acceptChanges?: boolean;
  readonly outOfTurn?: boolean;
}

const MAX_CODES = 50;

/** At the review: what stands against a document is not counted where it is accepted. */
export function reviewDecisions({ acceptChanges, outOfTurn }: AcceptOptions): SigningDecisions {
  const no = () => Promise.resolve(false);
  return {
    ...{ signUnchecked: no, keepIncomplete: no },
    signChanged: () => Promise.resolve(acceptChanges === true),
    signOutOfTurn: () => Promise.resolve(outOfTurn === true),
  };
}

/** @param document SHA-256; null where it is not known */
export function runDecisions(
  options: AcceptOptions,
  journal: Journal,
  document: string | null,
  certificate: string,
): SigningDecisions {
  const decide = async (
    accepted: boolean | undefined,
    override: (typeof OVERRIDES)[number],
    problems: readonly PenaError[],
  ): Promise<boolean> => {
    if (accepted !== true) return false;
    const codes = [...new Set(problems.map(({ code }) => code))].slice(0, MAX_CODES);
    await journal.append({
      ...{ kind: 'overridden', override, by: 'person', certificate, document, codes },
    });
    return true;
  };
  const { allowUnchecked, allowIncomplete, acceptChanges, outOfTurn } = options;
  const changed = [new PenaError('PDF_CHANGED_AFTER_SIGNING')];
  return {
    signUnchecked: (problems) => decide(allowUnchecked, 'sign-unchecked', problems),
    keepIncomplete: (_reached, problem) => decide(allowIncomplete, 'keep-incomplete', [problem]),
    signChanged: () => decide(acceptChanges, 'sign-after-changes', changed),
    signOutOfTurn: (problem) => decide(outOfTurn, 'sign-out-of-turn', [problem]),
  };
}

/** Documents that are signed although the policy refuses what is in them. @throws {PenaError} JOURNAL_* */
export async function noteAcceptedFindings(
  reviewed: readonly { readonly job: BatchJob; readonly passedOver: boolean }[],
  { signed }: BatchState,
  journal: Journal,
  certificate: string,
): Promise<void> {
  const passed = reviewed.filter(
    ({ job, passedOver }) => passedOver && job.refusal === null && !signed.has(job.output),
  );
  for (const { job } of passed) {
    await journal.append({
      ...{ kind: 'overridden', override: 'sign-despite-warning', by: 'person', certificate },
      ...{ document: job.sha256, codes: ['PREFLIGHT_REFUSED'] },
    });
  }
}
