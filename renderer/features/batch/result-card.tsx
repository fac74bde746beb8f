// What came of each document, its table for an office program, and the way to go on after a stop.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ChosenBatch } from '../../../core/contract/batch.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { formatNumber } from '../../base/format.ts';
import { useErrorText } from '../../base/error-text.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { UnlockButton } from './unlock-button.tsx';
import { countsOf, wantsPassword, type Outcome } from './batch-state.ts';
import classes from './batch.module.css';

interface Props {
  readonly chosen: ChosenBatch;
  readonly outcome: Outcome;
  readonly onResume: () => void;
  readonly onUnlock: (row: number) => void;
  readonly onAgain: () => void;
}

const TONES = { signed: 'ok', 'already-signed': 'ok', failed: 'bad', left: 'plain' } as const;

export function ResultCard({ chosen: { batch }, outcome, onResume, onUnlock, onAgain }: Props) {
  const { t, i18n } = useTranslation(['batch', 'common']);
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  const heading = useRef<HTMLHeadingElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const counts = countsOf(outcome);
  const number = (value: number): string => formatNumber(value, language);
  const summary = t('result.summary', {
    signed: number(counts.signed),
    failed: number(counts.failed),
    left: number(counts.left),
  });
  useEffect(() => {
    heading.current?.focus();
    announce(summary);
  }, [summary]);
  const save = async (): Promise<void> => {
    const answer = await pena().call('batch.saveTable', { batch });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok && answer.value.saved) announce(t('result.saved'));
  };
  const reveal = async (): Promise<void> => {
    const answer = await pena().call('batch.reveal', { batch });
    setFailure(answer.ok ? null : answer.error);
  };
  const { stopped, checkpoint } = outcome;
  return (
    <section className={classes['card']} aria-labelledby="batch-result" data-testid="batch-result">
      <h2 id="batch-result" ref={heading} tabIndex={-1}>
        {t('result.title')}
      </h2>
      <p>
        <strong>{summary}</strong>
      </p>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {stopped !== null && (
        <FailureNotice
          failure={{ code: stopped, params: {} }}
          title={t('result.stopped')}
          tone="warn"
        />
      )}
      {checkpoint?.problem === null && <p>{t('witness.done')}</p>}
      {checkpoint?.problem && (
        <FailureNotice failure={checkpoint.problem} title={t('witness.failed')} tone="warn" />
      )}
      <div className={classes['scroll']} role="group" aria-labelledby="batch-result" tabIndex={0}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('table.document')}</th>
              <th scope="col">{t('rules.level')}</th>
              <th scope="col">{t('table.state')}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.rows.map(({ name, status, level, problem }, index) => (
              <tr key={`${name}-${String(index)}`}>
                <th scope="row">{name}</th>
                <td>{level ?? ''}</td>
                <td>
                  <Badge tone={TONES[status]}>{t(`result.${status}`)}</Badge>
                  {problem !== null && (
                    <p className={classes['hint']}>
                      {errorText(problem.code, problem.params)}{' '}
                      {t('common:error.code', { code: problem.code })}
                    </p>
                  )}
                  {wantsPassword(problem) && (
                    <UnlockButton name={name} onClick={() => onUnlock(index)} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes['row']}>
        {counts.left > 0 && <Button onClick={onResume}>{t('result.resume')}</Button>}
        <Button variant="default" onClick={() => void save()}>
          {t('result.save')}
        </Button>
        <Button variant="default" onClick={() => void reveal()}>
          {t('result.reveal')}
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          {t('result.again')}
        </Button>
      </div>
    </section>
  );
}
