// The receiver on this computer: started and stopped, where it listens, what it is trusted by, what it answered.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ShownReceiver } from '../../../core/contract/desk-receiver.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { ReceiverKeys } from './receiver-keys.tsx';
import type { Desk } from './use-desk.ts';
import { useReceiver } from './use-receiver.ts';
import classes from './desk.module.css';

interface Props {
  readonly desk: Desk;
  readonly zone: Zone;
}

const REACHES = ['loopback', 'network'] as const;
/** As `pena ra serve`. */
const PORT = '8443';

export function ReceiverPage({ desk, zone }: Props) {
  const { receiver, setReceiver } = useReceiver(desk.setFailure);
  if (receiver === null) return null;
  const { failure } = receiver;
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} />}
      <RunCard {...{ desk, zone, receiver, setReceiver }} />
      <ReceiverKeys {...{ desk, zone, receiver, setReceiver }} />
      <LogCard receiver={receiver} zone={zone} />
    </>
  );
}

function RunCard({ desk, zone, receiver, setReceiver }: Props & Shown) {
  const { t, i18n } = useTranslation('deskReceiver');
  const [reach, setReach] = useState<(typeof REACHES)[number]>('loopback');
  const [port, setPort] = useState(PORT);
  const [problem, setProblem] = useState(false);
  const { state, address, since } = receiver;
  const start = async (): Promise<void> => {
    const wrong = !/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535;
    setProblem(wrong);
    if (wrong) return;
    const next = await desk.ask('desk.startReceiver', { reach, port: Number(port) });
    if (next === null) return;
    setReceiver(next);
    announce(t('started'));
  };
  const stop = async (): Promise<void> => {
    const next = await desk.ask('desk.stopReceiver', {});
    if (next === null) return;
    setReceiver(next);
    announce(t('stopped'));
  };
  return (
    <section className={classes['card']} aria-labelledby="receiver-run">
      <h2 id="receiver-run">{t('title')}</h2>
      <p className={classes['hint']}>{t('text')}</p>
      <div
        className={classes['badges']}
        role="group"
        aria-label={t('stateName')}
        data-testid="receiver-state"
        data-state={state}
      >
        <Badge tone={state === 'on' ? 'ok' : 'plain'}>{t(`states.${state}`)}</Badge>
      </div>
      {state === 'on' ? (
        <>
          <Facts
            facts={[
              { name: t('address'), value: address, code: true },
              {
                name: t('since'),
                value: formatDateTime(since ?? '', zone, languageOf(i18n.language)),
              },
            ]}
          />
          <div>
            <Button variant="default" disabled={desk.busy} onClick={() => void stop()}>
              {t('stop')}
            </Button>
          </div>
        </>
      ) : (
        <div className={classes['tools']}>
          <NativeSelect
            label={t('reach')}
            value={reach}
            data={REACHES.map((value) => ({ value, label: t(`reaches.${value}`) }))}
            onChange={(event) => {
              const chosen = REACHES.find((one) => one === event.currentTarget.value);
              if (chosen !== undefined) setReach(chosen);
            }}
          />
          <TextInput
            label={t('port')}
            value={port}
            inputMode="numeric"
            maxLength={5}
            error={problem ? t('portWrong') : undefined}
            onChange={(event) => setPort(event.currentTarget.value)}
          />
          <Button disabled={desk.busy} onClick={() => void start()}>
            {t('start')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface Shown {
  readonly receiver: ShownReceiver;
  readonly setReceiver: (receiver: ShownReceiver) => void;
}

function LogCard({ receiver, zone }: Pick<Shown, 'receiver'> & Pick<Props, 'zone'>) {
  const { t, i18n } = useTranslation('deskReceiver');
  const { log } = receiver;
  return (
    <section className={classes['card']} aria-labelledby="receiver-log" data-testid="receiver-log">
      <h2 id="receiver-log">{t('log')}</h2>
      <p className={classes['hint']}>{log.length === 0 ? t('logNone') : t('logText')}</p>
      <ul className={classes['list']}>
        {log.map(({ at, what, code }, i) => (
          <li key={`${at}-${String(log.length - i)}`} className={classes['row']}>
            <div className={classes['grow']}>
              <p>{t(`whats.${what}`)}</p>
              <p className={classes['hint']}>
                {formatDateTime(at, zone, languageOf(i18n.language))}
              </p>
            </div>
            <Badge tone={code === null ? 'ok' : 'warn'}>
              {code === null ? t('taken') : t('refused', { code })}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
