// What happened, when, where, and when the owner used the key last.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Textarea, TextInput } from '@mantine/core';
import type { Meant } from '../../../core/contract/lost-key.ts';
import type { Zone } from '../../base/format.ts';
import { ViewHeader } from '../../components/view-header.tsx';
import { BlockedPanel } from './blocked-panel.tsx';
import { GroundField } from './ground-field.tsx';
import { type LossForm, problemsOf, timeOf } from './loss-form.ts';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly meant: Meant;
  readonly form: LossForm;
}

export function EventPage({ lost, zone, meant, form }: Props) {
  const { t } = useTranslation('lostKey');
  const [tried, setTried] = useState(false);
  const set = (part: Partial<LossForm>): void =>
    lost.go({ kind: 'event', meant, form: { ...form, ...part } });
  const problems = tried ? problemsOf(form, 'event', zone, new Date()) : [];
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    const [first] = problemsOf(form, 'event', zone, new Date());
    if (first === undefined) lost.go({ kind: 'send', meant, form });
    else event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const time = (name: 'happenedAt' | 'lastOwnUse', hint: string) => (
    <TextInput
      name={name}
      label={t(`event.${name}`)}
      description={hint}
      value={form[name]}
      placeholder="24-11-2026 19.30"
      maxLength={40}
      error={
        problems.includes(name) &&
        t(timeOf(form[name], zone) === null ? 'event.noTime' : 'event.future')
      }
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <ViewHeader title={t('event.title')} />
      <div className={classes['columns']}>
        <form className={classes['stack']} noValidate onSubmit={submit}>
          <GroundField ground={form.ground} onGround={(ground) => set({ ground })} />
          {form.ground === 'inaccessible' && (
            <p className={classes['note']} role="status">
              {t('event.forgotten')}
            </p>
          )}
          <div className={classes['fields']}>
            {time('happenedAt', t('event.timeHint', { zone }))}
            {time('lastOwnUse', t('event.lastHint'))}
          </div>
          <TextInput
            name="place"
            label={t('event.place')}
            value={form.place}
            maxLength={200}
            onChange={(event) => set({ place: event.currentTarget.value })}
          />
          <Textarea
            name="narrative"
            label={t('event.narrative')}
            description={t('event.narrativeHint')}
            value={form.narrative}
            maxLength={4000}
            minRows={2}
            rows={2}
            required
            error={problems.includes('narrative') && t('event.missingNarrative')}
            onChange={(event) => set({ narrative: event.currentTarget.value })}
          />
          <div className={classes['buttons']}>
            <Button type="submit">{t('event.next')}</Button>
          </div>
        </form>
        <div className={classes['side']}>
          <BlockedPanel lost={lost} meant={meant} zone={zone} />
        </div>
      </div>
    </>
  );
}
