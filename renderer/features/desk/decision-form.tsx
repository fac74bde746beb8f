// Accept, or reject with reasons (Pasal 12(3), 21(2)): reasons at hand, and in one's own words.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Textarea } from '@mantine/core';
import { announce } from '../../base/announce.ts';
import classes from './desk.module.css';

interface Props {
  readonly id: string;
  readonly of: 'desk' | 'deskApplications';
  /** Reasons at hand, as they are read by whom they are for. */
  readonly canned: readonly string[];
  readonly mayAccept: boolean;
  readonly mayReject: boolean;
  readonly busy: boolean;
  /** @returns whether it was decided */
  readonly decide: (state: 'accepted' | 'rejected', reason: string) => Promise<boolean>;
}

const MOST = 1000;

export function DecisionForm({ id, of, canned, mayAccept, mayReject, busy, decide }: Props) {
  const { t } = useTranslation(of);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState(false);
  const go = async (state: 'accepted' | 'rejected'): Promise<void> => {
    if (state === 'rejected' && reason.trim() === '') {
      setProblem(true);
      return;
    }
    if (!(await decide(state, reason))) return;
    setReason('');
    announce(t('decided'));
  };
  const add = (text: string): void => {
    setProblem(false);
    setReason((before) => `${before}${before === '' ? '' : ' '}${text}`.slice(0, MOST));
  };
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <h2 id={id}>{t('decision')}</h2>
      <p className={classes['hint']}>{t('decisionText')}</p>
      {mayReject && (
        <div className={classes['canned']} role="group" aria-label={t('canned')}>
          {canned.map((text) => (
            <Button key={text} variant="default" size="sm" onClick={() => add(text)}>
              {text}
            </Button>
          ))}
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
          <Button disabled={busy} onClick={() => void go('accepted')}>
            {t('accept')}
          </Button>
        )}
        {mayReject && (
          <Button variant="default" disabled={busy} onClick={() => void go('rejected')}>
            {t('reject')}
          </Button>
        )}
      </div>
    </section>
  );
}
