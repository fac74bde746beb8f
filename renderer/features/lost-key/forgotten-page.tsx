// A forgotten PIN or passphrase is no loss: the way to reset it comes before any report, and blocks nothing.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { pena } from '../../base/bridge.ts';
import { ViewHeader } from '../../components/view-header.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

export function ForgottenPage({ lost }: { readonly lost: LostKey }) {
  const { t } = useTranslation('lostKey');
  const [phone, setPhone] = useState<string | null>(null);
  useEffect(() => {
    void pena()
      .call('lostKey.ways', {})
      .then((answer) => setPhone(answer.ok ? answer.value.phone : null));
  }, []);
  return (
    <>
      <ViewHeader title={t('forgotten.title')} subtitle={t('forgotten.subtitle')} />
      <section className={classes['card']} aria-label={t('forgotten.title')}>
        <ol className={classes['numbered']}>
          <li>{t('forgotten.ask')}</li>
          <li>{t('forgotten.passphrase')}</li>
          <li>{t('forgotten.pin')}</li>
        </ol>
        {phone !== null && <p>{t('forgotten.phone', { phone })}</p>}
        <div className={classes['buttons']}>
          <Button onClick={() => lost.go({ kind: 'start' })}>{t('forgotten.back')}</Button>
          <Button variant="default" onClick={() => lost.go({ kind: 'start' })}>
            {t('forgotten.anyway')}
          </Button>
        </div>
      </section>
    </>
  );
}
