// What followed a decision: letters to and from BSrE with date and number, and the issuer's own word by OCSP or CRL.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { DeskCase } from '../../../core/contract/desk.ts';
import { announce } from '../../base/announce.ts';
import { dayOf } from './day.ts';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

const KINDS = ['revocation-asked', 'told-revoked', 'incident-reported'] as const;

export function FollowCard({ desk, shown }: { readonly desk: Desk; readonly shown: DeskCase }) {
  const { t } = useTranslation('desk');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('revocation-asked');
  const [date, setDate] = useState('');
  const [number, setNumber] = useState('');
  const [said, setSaid] = useState('');
  const day = dayOf(date);
  const note = async (): Promise<void> => {
    if (day === null) return;
    const next = await desk.ask('desk.note', { case: shown.case, kind, date: day, number });
    if (next === null) return;
    setDate('');
    setNumber('');
    desk.show(next);
    announce(t('noted'));
  };
  const watch = async (): Promise<void> => {
    setSaid('');
    const answer = await desk.ask('desk.watch', { case: shown.case });
    if (answer === null) return;
    desk.show(answer.case);
    setSaid(t(answer.answered ? 'answered' : 'noAnswer'));
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (day !== null && number.trim() !== '') void note();
  };
  return (
    <section className={classes['card']} aria-labelledby="desk-follow">
      <h2 id="desk-follow">{t('follow')}</h2>
      <form className={classes['stack']} onSubmit={onSubmit}>
        <NativeSelect
          label={t('kind')}
          value={kind}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(event) => {
            const chosen = KINDS.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) setKind(chosen);
          }}
        />
        <TextInput
          label={t('date')}
          placeholder={t('dateHint')}
          value={date}
          maxLength={20}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <TextInput
          label={t('number')}
          value={number}
          maxLength={200}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <div>
          <Button
            type="submit"
            variant="default"
            disabled={desk.busy || day === null || number.trim() === ''}
          >
            {t('note')}
          </Button>
        </div>
      </form>
      {!shown.watched && <p className={classes['hint']}>{t('watchText')}</p>}
      {shown.watched && shown.stage !== 'revoked' && (
        <p className={classes['hint']}>{t('watches')}</p>
      )}
      <div>
        <Button variant="default" disabled={desk.busy} onClick={() => void watch()}>
          {t(shown.watched ? 'watchAgain' : 'watch')}
        </Button>
      </div>
      <p role="status" className={classes['hint']}>
        {said}
      </p>
    </section>
  );
}
