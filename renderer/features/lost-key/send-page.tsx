// Who reports, whose certificate it is, and the first report: it goes out now, before any paper (Pasal 16(3)a).
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Meant } from '../../../core/contract/lost-key.ts';
import { REPORTERS } from '../../../core/domain/revocation-request.ts';
import { announce } from '../../base/announce.ts';
import type { Zone } from '../../base/format.ts';
import { ViewHeader } from '../../components/view-header.tsx';
import { type LossForm, problemsOf, toldOf } from './loss-form.ts';
import type { LostKey } from './use-lost-key.ts';
import { WayCard } from './way-card.tsx';
import { useWays } from '../../base/use-ways.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly meant: Meant;
  readonly form: LossForm;
}

export function SendPage({ lost, zone, meant, form }: Props) {
  const { t } = useTranslation('lostKey');
  const ways = useWays();
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState(false);
  const set = (part: Partial<LossForm>): void =>
    lost.go({ kind: 'send', meant, form: { ...form, ...part } });
  const problems = tried ? problemsOf(form, 'send', zone, new Date()) : [];
  const canSend = (ways?.ways.length ?? 0) > 0;

  const send = async (): Promise<void> => {
    announce(t('send.sending'));
    const kept = await lost.ask('lostKey.report', toldOf(form, meant, zone));
    setRefused(kept === null);
    if (kept === null) return;
    lost.go({ kind: 'report', shown: kept });
    // Kept is kept: what the ways say now is told on the page that follows.
    const sent = canSend ? await lost.ask('lostKey.send', { case: kept.case }) : null;
    if (sent !== null) lost.update(sent);
    await lost.refresh();
    announce(t(`states.${(sent ?? kept).state}`));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    const [first] = problemsOf(form, 'send', zone, new Date());
    if (first === undefined) void send();
    else {
      const field = first === 'contact' ? 'nip' : first;
      event.currentTarget.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
    }
  };
  const error = {
    name: problems.includes('name') && t('send.nameMissing'),
    nip: problems.includes('contact') && t('send.contact'),
    email: problems.includes('email') && t('send.emailWrong'),
    reporter: false,
  };
  const text = (name: keyof typeof error, description?: string) => (
    <TextInput
      name={name}
      label={t(`send.${name}`)}
      description={description}
      value={form[name]}
      maxLength={200}
      inputMode={name === 'nip' ? 'numeric' : undefined}
      error={error[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <ViewHeader title={t('send.title')} />
      <form className={classes['columns']} noValidate onSubmit={submit}>
        <div className={classes['stack']}>
          <NativeSelect
            label={t('send.as')}
            value={form.reportedBy}
            data={REPORTERS.map((value) => ({ value, label: t(`send.reporters.${value}`) }))}
            onChange={(event) => {
              const chosen = REPORTERS.find((one) => one === event.currentTarget.value);
              if (chosen !== undefined) set({ reportedBy: chosen });
            }}
          />
          {form.reportedBy !== 'owner' && text('reporter')}
          {text('name')}
          <div className={classes['fields']}>
            {text('nip', t('send.nipHint'))}
            {text('email', t('send.emailHint'))}
          </div>
          <div>
            <Button
              type="button"
              variant="subtle"
              size="sm"
              onClick={() => lost.go({ kind: 'event', meant, form })}
            >
              {t('send.back')}
            </Button>
          </div>
        </div>
        <div className={classes['side']}>
          <section className={classes['card']} aria-labelledby="lost-to">
            <WayCard ways={ways} />
            {refused && lost.failure === null && (
              <p className={classes['note']} role="alert">
                {t('send.refused')}
              </p>
            )}
            <Button
              type="submit"
              className={classes['alarm'] ?? ''}
              fullWidth
              loading={lost.busy}
              disabled={ways === null}
            >
              {t(canSend ? 'send.go' : 'send.keep')}
            </Button>
            <p className={classes['hint']}>{t('send.promise')}</p>
          </section>
        </div>
      </form>
    </>
  );
}
