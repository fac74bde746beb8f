// The incident report of Pasal 25(1) as a letter; what the case says is filled in by main.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextInput } from '@mantine/core';
import type { DeskCase } from '../../../core/contract/desk.ts';
import { announce } from '../../base/announce.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

const FIELDS = [
  ...['number', 'place', 'province', 'unit', 'actions'],
  ...['signerName', 'signerPosition', 'signerNip'],
] as const;
const EMPTY = {
  ...{ number: '', place: '', province: '', unit: '', actions: '' },
  ...{ signerName: '', signerPosition: '', signerNip: '' },
} satisfies Record<(typeof FIELDS)[number], string>;

export function IncidentCard({ desk, shown }: { readonly desk: Desk; readonly shown: DeskCase }) {
  const { t } = useTranslation('desk');
  const [told, setTold] = useState<Record<(typeof FIELDS)[number], string>>(EMPTY);
  const write = async (): Promise<void> => {
    const answer = await desk.ask('desk.incident', { case: shown.case, ...told });
    if (answer?.saved === true) announce(t('saved'));
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void write();
  };
  return (
    <section className={classes['card']} aria-labelledby="desk-incident">
      <h2 id="desk-incident">{t('incident')}</h2>
      <p className={classes['hint']}>{t('incidentText')}</p>
      <Disclosure summary={t('writeLetter')}>
        <form className={classes['stack']} onSubmit={onSubmit}>
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              label={t(`incidentFields.${field}`)}
              value={told[field]}
              maxLength={field === 'actions' ? 2000 : 200}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setTold((before) => ({ ...before, [field]: value }));
              }}
            />
          ))}
          <div>
            <Button type="submit" variant="default" disabled={desk.busy}>
              {t('writeLetter')}
            </Button>
          </div>
        </form>
      </Disclosure>
    </section>
  );
}
