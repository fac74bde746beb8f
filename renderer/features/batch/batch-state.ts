// A batch as the window sees it, from the choice to the result.
import type { ChosenBatch } from '../../../core/contract/batch.ts';
import type { PayloadOf, RequestOf, ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { type Rules, USUAL } from './rules.ts';
import type { Question } from '../../components/question-card.tsx';

export type Review = ResponseOf<MainContract['batch.review']>;
export type Outcome = ResponseOf<MainContract['batch.start']>;
export type BatchProgress = PayloadOf<MainContract['batch.progress']>;

export interface BatchState {
  readonly step: 'choose' | 'rules' | 'reviewing' | 'reviewed' | 'running' | 'done';
  readonly chosen: ChosenBatch | null;
  readonly rules: Rules;
  readonly review: Review | null;
  /** As it was started last. */
  readonly wish: Omit<RequestOf<MainContract['batch.start']>, 'batch'> | null;
  readonly progress: BatchProgress | null;
  readonly question: Question | null;
  readonly outcome: Outcome | null;
  readonly failure: Failure | null;
  readonly cancelling: boolean;
  /** The folder that was chosen has nothing in it. */
  readonly empty: boolean;
}

export const START: BatchState = {
  ...{ step: 'choose', chosen: null, rules: USUAL, review: null, progress: null, question: null },
  ...{ wish: null, outcome: null, failure: null, cancelling: false, empty: false },
};

/** Whether a password could help. */
export function wantsPassword(problem: Failure | null): boolean {
  return ['PDF_PASSWORD_NEEDED', 'PDF_PASSWORD_INCORRECT', 'PDF_PERMISSION_DENIED'].includes(
    problem?.code ?? '',
  );
}

/** How many of the outcome's documents have each status. */
export function countsOf({ rows }: Outcome): { signed: number; failed: number; left: number } {
  const count = (...statuses: readonly string[]): number =>
    rows.filter(({ status }) => statuses.includes(status)).length;
  return {
    signed: count('signed', 'already-signed'),
    failed: count('failed'),
    left: count('left'),
  };
}
