// Chooses, reviews, runs and follows a batch. It outlives the view: one may look elsewhere meanwhile.
import { useEffect, useState } from 'react';
import type { RequestOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import { pena } from '../../base/bridge.ts';
import { type BatchState, START } from './batch-state.ts';
import type { Rules } from './rules.ts';

export type StartWish = Omit<RequestOf<MainContract['batch.start']>, 'batch'>;
export type ReviewWish = Omit<RequestOf<MainContract['batch.review']>, 'batch'>;

export interface BatchRun {
  readonly state: BatchState;
  /** The key or the disk is at work. */
  readonly running: boolean;
  readonly choose: (what: 'files' | 'folder' | 'sealed') => void;
  /** What was reviewed by other rules has to be reviewed anew. */
  readonly setRules: (part: Partial<Rules>) => void;
  readonly review: (wish: ReviewWish) => void;
  /** Asks for the password of the file in that row; what it opens is looked at anew. */
  readonly unlock: (row: number) => void;
  readonly start: (wish: StartWish) => void;
  /** Goes on after a stop, as it was started. */
  readonly resume: () => void;
  readonly cancel: () => void;
  readonly decide: (accept: boolean) => void;
  readonly reset: () => void;
}

export function useBatch(): BatchRun {
  const [state, setState] = useState<BatchState>(START);
  const patch = (part: Partial<BatchState>): void => setState((before) => ({ ...before, ...part }));

  useEffect(() => {
    const busy = ({ step }: BatchState): boolean => step === 'running' || step === 'reviewing';
    const stops = [
      pena().on('batch.progress', (progress) =>
        setState((before) => (busy(before) ? { ...before, progress } : before)),
      ),
      pena().on('signing.question', (question) =>
        setState((before) => (before.step === 'running' ? { ...before, question } : before)),
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);

  const { chosen, question } = state;
  const choose = async (what: 'files' | 'folder' | 'sealed'): Promise<void> => {
    patch({ failure: null, empty: false });
    const answer = await pena().call('batch.choose', { what });
    if (!answer.ok) patch({ failure: answer.error });
    else if (answer.value !== null) setState({ ...START, step: 'rules', chosen: answer.value });
    else patch({ empty: what === 'folder' });
  };
  const review = async (wish: ReviewWish): Promise<void> => {
    if (chosen === null) return;
    patch({ step: 'reviewing', failure: null, progress: null, review: null, outcome: null });
    const answer = await pena().call('batch.review', { batch: chosen.batch, ...wish });
    if (answer.ok) patch({ step: 'reviewed', review: answer.value, progress: null });
    else patch({ step: 'rules', failure: answer.error, progress: null });
  };
  const start = async (wish: StartWish): Promise<void> => {
    if (chosen === null) return;
    const before = state.step;
    patch({ wish });
    patch({ step: 'running', failure: null, progress: null, cancelling: false, question: null });
    const answer = await pena().call('batch.start', { batch: chosen.batch, ...wish });
    const over = { progress: null, question: null, cancelling: false } as const;
    if (answer.ok) patch({ ...over, step: 'done', outcome: answer.value });
    else {
      const cancelled = answer.error.code === 'CANCELLED';
      patch({ ...over, step: before, failure: cancelled ? null : answer.error });
    }
  };
  const unlock = async (row: number): Promise<void> => {
    if (chosen === null) return;
    patch({ failure: null });
    const answer = await pena().call('batch.unlock', { batch: chosen.batch, row });
    if (answer.ok) patch({ step: 'reviewed', review: answer.value });
    else if (answer.error.code !== 'CANCELLED') patch({ failure: answer.error });
  };
  return {
    state,
    running: state.step === 'running' || state.step === 'reviewing',
    choose: (what) => void choose(what),
    setRules: (part) =>
      setState((before) => ({
        ...before,
        rules: { ...before.rules, ...part },
        ...(before.step === 'reviewed' ? { step: 'rules', review: null } : {}),
      })),
    review: (wish) => void review(wish),
    unlock: (row) => void unlock(row),
    start: (wish) => void start(wish),
    resume: () => void (state.wish !== null && start(state.wish)),
    cancel: () => {
      patch({ cancelling: true, question: null });
      void pena().call('batch.cancel', {});
    },
    decide: (accept) => {
      if (question === null) return;
      patch({ question: null });
      void pena().call('signing.decide', { question: question.question, accept });
    },
    reset: () => {
      setState(START);
      if (chosen !== null) void pena().call('batch.close', { batch: chosen.batch });
    },
  };
}
