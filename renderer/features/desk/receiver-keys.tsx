// What those who report check the receiver by, and the token that they show it.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownReceiver } from '../../../core/contract/desk-receiver.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

interface Props {
  readonly desk: Desk;
  readonly zone: Zone;
  readonly receiver: ShownReceiver;
  readonly setReceiver: (receiver: ShownReceiver) => void;
}

export function ReceiverKeys({ desk, zone, receiver, setReceiver }: Props) {
  const { t, i18n } = useTranslation('deskReceiver');
  const { certificate, hasToken } = receiver;
  const choose = async (): Promise<void> => {
    const next = await desk.ask('desk.chooseCertificate', {});
    if (next === null) return;
    setReceiver(next);
    announce(t('chosen'));
  };
  const save = async (which: 'tls' | 'receipts'): Promise<void> => {
    const done = await desk.ask('desk.saveCertificate', { which });
    if (done?.saved === true) announce(t('saved'));
  };
  const renew = async (): Promise<void> => {
    const next = await desk.ask('desk.renewToken', {});
    if (next === null) return;
    setReceiver(next);
    announce(t('renewed'));
  };
  const facts =
    certificate === null
      ? [{ name: t('certificate'), value: t('noCertificate') }]
      : [
          {
            name: t('certificate'),
            value: `${certificate.name}, ${t(certificate.own ? 'own' : 'given')}`,
          },
          {
            name: t('until'),
            value: formatDateTime(certificate.until, zone, languageOf(i18n.language)),
          },
          { name: t('fingerprint'), value: certificate.sha256, code: true },
        ];
  return (
    <section
      className={classes['card']}
      aria-labelledby="receiver-keys"
      data-testid="receiver-keys"
    >
      <h2 id="receiver-keys">{t('keys')}</h2>
      <Facts
        facts={[...facts, { name: t('token'), value: t(hasToken ? 'hasToken' : 'noToken') }]}
      />
      <p className={classes['hint']}>{t('saveText')}</p>
      <div className={classes['badges']}>
        <Button variant="default" size="sm" disabled={desk.busy} onClick={() => void save('tls')}>
          {t('saveTls')}
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={desk.busy}
          onClick={() => void save('receipts')}
        >
          {t('saveReceipts')}
        </Button>
        <Button variant="default" size="sm" disabled={desk.busy} onClick={() => void choose()}>
          {t('choose')}
        </Button>
        {hasToken && (
          <Button variant="default" size="sm" disabled={desk.busy} onClick={() => void renew()}>
            {t('renew')}
          </Button>
        )}
      </div>
    </section>
  );
}
