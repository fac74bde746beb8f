// Laporan kepada pihak yang berwenang: agency, number, date, and the scan of it.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextInput } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import { formatDate, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { CheckIcon } from '../../components/icons.tsx';
import { dayOf } from './loss-form.ts';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly shown: ShownCase;
}

export function AuthorityCard({ lost, zone, shown }: Props) {
  const { t, i18n } = useTranslation('lostKey');
  const there = shown.authorityReport;
  const [agency, setAgency] = useState(there?.agency ?? '');
  const [number, setNumber] = useState(there?.number ?? '');
  const [date, setDate] = useState(there?.date.split('-').reverse().join('-') ?? '');
  const day = dayOf(date);
  const whole = agency.trim() !== '' && number.trim() !== '' && day !== null;
  const submit = async (): Promise<void> => {
    if (day === null) return;
    const paper = { kind: 'authority-report', agency, number, date: day } as const;
    const next = await lost.ask('lostKey.addPaper', { case: shown.case, paper });
    if (next === null) return;
    lost.update(next);
    announce(t('papers.added'));
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (whole) void submit();
  };
  return (
    <section className={classes['card']} aria-labelledby="lost-authority">
      <h2 id="lost-authority">{t('papers.authority')}</h2>
      {there === null ? (
        <p className={classes['hint']}>{t('papers.authorityText')}</p>
      ) : (
        <p className={classes['kept']}>
          <CheckIcon size={18} />
          {t('papers.authorityThere', {
            ...{ agency: there.agency, number: there.number },
            date: formatDate(`${there.date}T05:00:00Z`, zone, languageOf(i18n.language)),
          })}
        </p>
      )}
      <form className={classes['stack']} onSubmit={onSubmit}>
        <div className={classes['fields']}>
          <TextInput
            label={t('papers.agency')}
            value={agency}
            maxLength={200}
            onChange={(event) => setAgency(event.currentTarget.value)}
          />
          <TextInput
            label={t('papers.number')}
            value={number}
            maxLength={200}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <TextInput
            label={t('papers.date')}
            placeholder={t('papers.dateHint')}
            maxLength={20}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        </div>
        <div>
          <Button type="submit" variant="default" disabled={!whole || lost.busy}>
            {t('papers.addAuthority')}
          </Button>
        </div>
      </form>
    </section>
  );
}
