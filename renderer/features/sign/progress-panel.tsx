// How far the signing is, where the button was, with a way to stop.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Loader, Progress } from '@mantine/core';
import { formatBytes } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { CheckIcon } from '../../components/icons.tsx';
import { QuestionCard } from '../../components/question-card.tsx';
import { percentDone, phasesOf, type RunState } from './signing-run.ts';
import classes from './sign.module.css';

interface Props {
  readonly run: Extract<RunState, { kind: 'running' }>;
  readonly onCancel: () => void;
  readonly onDecide: (accept: boolean) => void;
}

export function ProgressPanel({ run, onCancel, onDecide }: Props) {
  const { t, i18n } = useTranslation('sign');
  const language = languageOf(i18n.language);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { progress } = run;
  const phases = phasesOf(run.summary.level);
  const now = phases.indexOf(progress.phase);
  const percent = percentDone(progress);
  return (
    <section
      className={classes['panel']}
      aria-label={t('progress.title')}
      data-landmark
      tabIndex={-1}
    >
      {/* It may scroll, so the keyboard has to reach it (WCAG 2.2, 2.1.1). */}
      <div
        className={classes['panelBody']}
        role="group"
        tabIndex={0}
        aria-label={t('progress.title')}
      >
        <h2 ref={heading} tabIndex={-1}>
          {t('progress.title')}
        </h2>
        {run.question !== null && (
          <QuestionCard key={run.question.question} question={run.question} onDecide={onDecide} />
        )}
        <ol className={classes['phases']}>
          {phases.map((phase, index) => {
            const state = index < now ? 'done' : index === now ? 'now' : 'next';
            return (
              <li
                key={phase}
                data-state={state}
                aria-current={state === 'now' ? 'step' : undefined}
              >
                <span className={classes['phaseIcon']}>
                  {state === 'done' && <CheckIcon size={14} />}
                  {state === 'now' && <Loader size={14} />}
                </span>
                <span>
                  {t(`progress.${phase}`)}
                  <span className="visually-hidden">, {t(`progress.${state}`)}</span>
                </span>
              </li>
            );
          })}
        </ol>
        {percent !== null && (
          <div>
            <Progress value={percent} aria-label={t('progress.copying')} />
            <p className={classes['hint']}>
              {t('progress.copied', {
                done: formatBytes(progress.done, language),
                total: formatBytes(progress.total, language),
              })}
            </p>
          </div>
        )}
        {progress.phase === 'waiting-for-pin' && (
          <p className={classes['pinHint']}>{t('progress.pinHint')}</p>
        )}
      </div>
      <div className={classes['panelFoot']}>
        <Button variant="default" fullWidth disabled={run.cancelling} onClick={onCancel}>
          {t(run.cancelling ? 'progress.cancelling' : 'progress.cancel')}
        </Button>
      </div>
    </section>
  );
}
