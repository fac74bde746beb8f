// Sending a letter by the office's ways, and how that has gone: sent again by itself until somebody has it.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { useWays } from '../../base/use-ways.ts';
import { Attempts, WaysList } from '../../components/delivery.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import type { Letters } from './use-letters.ts';
import classes from './letters.module.css';

interface Props {
  readonly letters: Letters;
  readonly zone: Zone;
  readonly shown: ShownLetter;
}

export function SendCard({ letters, zone, shown }: Props) {
  const { t } = useTranslation('letters');
  return (
    <section className={classes['card']} aria-labelledby="letter-send" data-testid="letter-send">
      <h2 id="letter-send">{t('send.title')}</h2>
      {APPLICATION_RULES[shown.kind].toAuthority ? (
        <Sending letters={letters} zone={zone} shown={shown} />
      ) : (
        <p className={classes['hint']}>{t('send.notToAuthority')}</p>
      )}
    </section>
  );
}

function Sending({ letters, zone, shown }: Props) {
  const { t, i18n } = useTranslation(['letters', 'delivery']);
  const all = useWays();
  // CMP knows no applications.
  const ways = (all?.ways ?? []).filter(({ way }) => way !== 'cmp');
  const { letter, state, canSend, canAsk, nextAttempt } = shown;
  const waits = state === 'queued' || state === 'sent';
  const go = async (what: 'letters.send' | 'letters.follow'): Promise<void> => {
    const next = await letters.ask(what, { letter });
    if (next === null) return;
    letters.update(next);
    announce(t(`states.${next.state}`));
  };
  return (
    <>
      {all !== null && all.problem !== null && <FailureNotice failure={all.problem} tone="warn" />}
      {all !== null && ways.length === 0 && <p className={classes['hint']}>{t('send.noWay')}</p>}
      {ways.length > 0 && <WaysList ways={ways} />}
      {state === 'draft' && <p className={classes['hint']}>{t('handIn.early')}</p>}
      {ways.length > 0 && (
        <div className={classes['buttons']}>
          {canSend && (
            <Button disabled={letters.busy} onClick={() => void go('letters.send')}>
              {t(canAsk ? 'send.anew' : 'send.go')}
            </Button>
          )}
          {canAsk && (
            <Button
              variant="default"
              disabled={letters.busy}
              onClick={() => void go('letters.follow')}
            >
              {t(waits ? 'send.again' : 'send.ask')}
            </Button>
          )}
        </div>
      )}
      {state === 'rejected' && canAsk && !canSend && (
        <p className={classes['hint']}>{t('send.unchanged')}</p>
      )}
      {nextAttempt !== null && (
        <p className={classes['hint']}>
          {t('delivery:next', {
            date: formatDateTime(nextAttempt, zone, languageOf(i18n.language)),
          })}
        </p>
      )}
      <Attempts attempts={shown.attempts} zone={zone} />
    </>
  );
}
