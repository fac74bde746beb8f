// Starts, follows and cancels a signing. It outlives the view: one may look elsewhere meanwhile.
import { useCallback, useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import { announce } from '../../base/announce.ts';
import { IDLE, reduceRun, type RunState, type SigningSummary } from './signing-run.ts';
import { pena } from '../../base/bridge.ts';

type StartRequest = RequestOf<MainContract['signing.start']>;

export interface SigningRun {
  readonly state: RunState;
  readonly start: (request: StartRequest, summary: SigningSummary) => void;
  readonly cancel: () => void;
  /** Answers the question that is open. */
  readonly decide: (accept: boolean) => void;
  readonly reset: () => void;
}

export function useSigningRun(): SigningRun {
  const { t } = useTranslation('sign');
  const [state, dispatch] = useReducer(reduceRun, IDLE);

  useEffect(
    () => pena().on('signing.progress', (progress) => dispatch({ kind: 'progressed', progress })),
    [],
  );

  useEffect(
    () => pena().on('signing.question', (question) => dispatch({ kind: 'asked', question })),
    [],
  );

  const phase = state.kind === 'running' ? state.progress.phase : null;
  useEffect(() => {
    if (phase !== null) announce(t(`progress.${phase}`));
  }, [phase, t]);

  const start = useCallback(
    (request: StartRequest, summary: SigningSummary): void => {
      dispatch({ kind: 'started', summary });
      void pena()
        .call('signing.start', request)
        .then((answer) => {
          if (answer.ok) dispatch({ kind: 'signed', signed: answer.value });
          else {
            dispatch({ kind: 'failed', failure: answer.error });
            if (answer.error.code === 'CANCELLED') announce(t('progress.cancelled'));
          }
        });
    },
    [t],
  );
  const cancel = useCallback((): void => {
    dispatch({ kind: 'cancelling' });
    void pena().call('signing.cancel', {});
  }, []);
  const question = state.kind === 'running' ? state.question : null;
  const decide = useCallback(
    (accept: boolean): void => {
      if (question === null) return;
      dispatch({ kind: 'decided' });
      void pena().call('signing.decide', { question: question.question, accept });
    },
    [question],
  );
  const reset = useCallback((): void => dispatch({ kind: 'reset' }), []);

  return { state, start, cancel, decide, reset };
}
