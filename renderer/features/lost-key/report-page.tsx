// What has become of the first report, the attempts to send it, and the ways by hand.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Attempts } from '../../components/delivery.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { StateBanner } from './state-banner.tsx';
import type { LostKey } from './use-lost-key.ts';
import { useWays } from '../../base/use-ways.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly shown: ShownCase;
}

export function ReportPage({ lost, zone, shown }: Props) {
  const { t, i18n } = useTranslation(['lostKey', 'delivery']);
  const ways = useWays();
  const { state, nextAttempt } = shown;
  const open = state === 'queued' || state === 'sent';
  // Its authority or its issuer may have said more meanwhile.
  const mayHaveMore = state === 'received' || state === 'rejected' || state === 'accepted';
  const papersWait = shown.owed.some(({ debt }) => debt === 'papers-report');
  const canSend = (ways?.ways.length ?? 0) > 0;
  const send = async (): Promise<void> => {
    const sent = await lost.ask('lostKey.send', { case: shown.case });
    if (sent === null) return;
    lost.update(sent);
    announce(t(`states.${sent.state}`));
  };
  return (
    <>
      <ViewHeader title={t('report.title')} />
      <StateBanner shown={shown} zone={zone} />
      {(open || papersWait || mayHaveMore) && canSend && (
        <div className={classes['buttons']}>
          <Button variant="default" loading={lost.busy} onClick={() => void send()}>
            {t(open || papersWait ? 'report.again' : 'report.ask')}
          </Button>
          {nextAttempt !== null && (
            <p className={classes['hint']}>
              {t('delivery:next', {
                date: formatDateTime(nextAttempt, zone, languageOf(i18n.language)),
              })}
            </p>
          )}
        </div>
      )}
      {open && <ByHand lost={lost} shown={shown} hasEmail={(ways?.email ?? null) !== null} />}
      <Attempts attempts={shown.attempts} zone={zone} />
      <div className={classes['buttons']}>
        <Button onClick={() => lost.go({ kind: 'papers', shown })}>{t('report.toPapers')}</Button>
        <Button variant="default" onClick={() => lost.go({ kind: 'done', shown })}>
          {t('report.toOverview')}
        </Button>
      </div>
    </>
  );
}

function ByHand({
  lost,
  shown,
  hasEmail,
}: Pick<Props, 'lost' | 'shown'> & { readonly hasEmail: boolean }) {
  const { t } = useTranslation('lostKey');
  const { case: handle } = shown;
  const told = (answer: { readonly saved: boolean } | null): void => {
    if (answer?.saved === true) announce(t('report.saved'));
  };
  const save = async (as: 'package' | 'eml'): Promise<void> =>
    told(await lost.ask('lostKey.saveReport', { case: handle, as }));
  const letter = async (): Promise<void> =>
    told(await lost.ask('lostKey.letter', { case: handle, letter: 'laporan-pertama' }));
  const handed = async (): Promise<void> => {
    const next = await lost.ask('lostKey.handedOver', { case: handle, by: 'file' });
    if (next !== null) lost.update(next);
  };
  return (
    <section className={classes['card']} aria-labelledby="lost-by-hand" data-testid="lost-by-hand">
      <h2 id="lost-by-hand">{t('report.byHand')}</h2>
      <p className={classes['hint']}>{t('report.byHandText')}</p>
      <div className={classes['buttons']}>
        <Button variant="default" disabled={lost.busy} onClick={() => void save('package')}>
          {t('report.package')}
        </Button>
        {hasEmail && (
          <Button variant="default" disabled={lost.busy} onClick={() => void save('eml')}>
            {t('report.eml')}
          </Button>
        )}
        <Button variant="default" disabled={lost.busy} onClick={() => void letter()}>
          {t('report.letter')}
        </Button>
      </div>
      {shown.state === 'queued' && (
        <div className={classes['buttons']}>
          <Button variant="default" disabled={lost.busy} onClick={() => void handed()}>
            {t('report.handed')}
          </Button>
          <p className={classes['hint']}>{t('report.handedNote')}</p>
        </div>
      )}
    </section>
  );
}
