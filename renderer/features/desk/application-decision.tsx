// Accept what is complete, or reject with reasons (Pasal 12(2), 12(3)), which the applicant reads.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Textarea } from '@mantine/core';
import type { DeskApplicationShown } from '../../../core/contract/desk-applications.ts';
import { announce } from '../../base/announce.ts';
import type { ApplicationsDesk } from './use-applications.ts';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

const CANNED = ['incomplete', 'recommendation', 'identity', 'unreadable'] as const;
const MOST = 1000;

interface Props {
  readonly desk: Desk;
  readonly applications: ApplicationsDesk;
  readonly shown: DeskApplicationShown;
}

export function ApplicationDecision({ desk, applications, shown }: Props) {
  const { t } = useTranslation('deskApplications');
  const { t: letters } = useTranslation('letters');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState(false);
  const { application, missing, mayAccept, mayReject } = shown;
  const owed = [
    ...missing.papers.map((paper) => letters(`papers.${paper}`)),
    ...(missing.mail ? [t('mail')] : []),
  ].join(', ');
  const decide = async (state: 'accepted' | 'rejected'): Promise<void> => {
    if (state === 'rejected' && reason.trim() === '') {
      setProblem(true);
      return;
    }
    const next = await desk.ask('desk.decideApplication', { application, state, reason });
    if (next === null) return;
    setReason('');
    applications.show(next);
    announce(t('decided'));
  };
  const add = (text: string): void => {
    setProblem(false);
    setReason((before) => `${before}${before === '' ? '' : ' '}${text}`.slice(0, MOST));
  };
  const canned = CANNED.filter((one) => one !== 'incomplete' || owed !== '');
  return (
    <section className={classes['card']} aria-labelledby="application-decision">
      <h2 id="application-decision">{t('decision')}</h2>
      <p className={classes['hint']}>{t('decisionText')}</p>
      {mayReject && (
        <div className={classes['canned']} role="group" aria-label={t('canned')}>
          {canned.map((one) => {
            const text = t(`cannedReasons.${one}`, { papers: owed });
            return (
              <Button key={one} variant="default" size="sm" onClick={() => add(text)}>
                {text}
              </Button>
            );
          })}
        </div>
      )}
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
        {mayAccept && (
          <Button disabled={desk.busy} onClick={() => void decide('accepted')}>
            {t('accept')}
          </Button>
        )}
        {mayReject && (
          <Button variant="default" disabled={desk.busy} onClick={() => void decide('rejected')}>
            {t('reject')}
          </Button>
        )}
      </div>
    </section>
  );
}
