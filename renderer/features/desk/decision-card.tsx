// Accept or reject: a rejection with its reasons (Pasal 12(3), 21(2)), which whoever reported reads.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Textarea } from '@mantine/core';
import type { DeskCase } from '../../../core/contract/desk.ts';
import { announce } from '../../base/announce.ts';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

const CANNED = ['police', 'statement', 'acknowledged', 'unreadable', 'identity'] as const;
const MOST = 1000;

export function DecisionCard({ desk, shown }: { readonly desk: Desk; readonly shown: DeskCase }) {
  const { t } = useTranslation('desk');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState(false);
  const decide = async (state: 'accepted' | 'rejected'): Promise<void> => {
    if (state === 'rejected' && reason.trim() === '') {
      setProblem(true);
      return;
    }
    const next = await desk.ask('desk.decide', { case: shown.case, state, reason });
    if (next === null) return;
    setReason('');
    desk.show(next);
    announce(t('decided'));
  };
  const add = (text: string): void => {
    setProblem(false);
    setReason((before) => `${before}${before === '' ? '' : ' '}${text}`.slice(0, MOST));
  };
  return (
    <section className={classes['card']} aria-labelledby="desk-decision">
      <h2 id="desk-decision">{t('decision')}</h2>
      <p className={classes['hint']}>{t('decisionText')}</p>
      <div className={classes['canned']} role="group" aria-label={t('canned')}>
        {CANNED.map((one) => (
          <Button
            key={one}
            variant="default"
            size="sm"
            onClick={() => add(t(`cannedReasons.${one}`))}
          >
            {t(`cannedReasons.${one}`)}
          </Button>
        ))}
      </div>
      <Textarea
        label={t('reason')}
        value={reason}
        maxLength={MOST}
        minRows={2}
        autosize
        error={problem ? t('reasonNeeded') : undefined}
        onChange={(event) => {
          setProblem(false);
          setReason(event.currentTarget.value);
        }}
      />
      <div className={classes['badges']}>
        {shown.mayAccept && (
          <Button disabled={desk.busy} onClick={() => void decide('accepted')}>
            {t('accept')}
          </Button>
        )}
        {shown.mayReject && (
          <Button variant="default" disabled={desk.busy} onClick={() => void decide('rejected')}>
            {t('reject')}
          </Button>
        )}
      </div>
    </section>
  );
}
