// How far the batch is, with a way to stop; questions stand where the work is.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Progress } from '@mantine/core';
import { announce } from '../../base/announce.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { QuestionCard } from '../../components/question-card.tsx';
import type { BatchRun } from './use-batch.ts';
import classes from './batch.module.css';

export function RunningCard({ batch }: { readonly batch: BatchRun }) {
  const { t, i18n } = useTranslation(['batch', 'sign']);
  const { progress, question, cancelling, step, chosen } = batch.state;
  const language = languageOf(i18n.language);
  const number = (value: number): string => formatNumber(value, language);
  const total = progress?.total ?? chosen?.files ?? 0;
  const told = t('progress', {
    done: number(progress?.done ?? 0),
    total: number(total),
    failed: number(progress?.failed ?? 0),
  });
  useEffect(() => announce(told), [told]);
  const title = t(step === 'running' ? 'running' : 'reviewing');
  return (
    <section className={classes['card']} aria-labelledby="batch-running" data-testid="running">
      <h2 id="batch-running">{title}</h2>
      {question !== null && (
        <QuestionCard key={question.question} question={question} onDecide={batch.decide} />
      )}
      <Progress
        value={total === 0 ? 0 : ((progress?.done ?? 0) / total) * 100}
        aria-label={title}
      />
      <p>{told}</p>
      {step === 'running' && progress === null && question === null && (
        <p className={classes['hint']}>{t('sign:progress.pinHint')}</p>
      )}
      <div className={classes['row']}>
        <Button variant="default" disabled={cancelling} onClick={batch.cancel}>
          {t(cancelling ? 'cancelling' : 'cancel')}
        </Button>
      </div>
    </section>
  );
}
