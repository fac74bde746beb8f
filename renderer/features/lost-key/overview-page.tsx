// What is still owed and until when, how far the report has come, and the two ends that a person chooses.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { formatDate, formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { Facts } from '../../components/facts.tsx';
import { CheckIcon } from '../../components/icons.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { Closing } from './closing.tsx';
import { StateBanner } from './state-banner.tsx';
import type { CasePage, LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly shown: ShownCase;
}

/** Where a debt is paid; null: not here. */
const PAGE_OF: Readonly<Record<ShownCase['owed'][number]['debt'], CasePage | null>> = {
  'first-report': 'report',
  'authority-report': 'papers',
  statement: 'papers',
  acknowledgement: 'papers',
  'papers-report': 'report',
  'new-certificate': 'reissue',
  'incident-report': null,
};

export function OverviewPage({ lost, zone, shown }: Props) {
  const { t, i18n } = useTranslation('lostKey');
  const language = languageOf(i18n.language);
  const { certificate, openedAt, name, ground, owed } = shown;
  return (
    <>
      <ViewHeader
        title={t('done.title')}
        subtitle={name}
        actions={
          <Button variant="subtle" size="sm" onClick={() => lost.go({ kind: 'start' })}>
            {t('done.back')}
          </Button>
        }
      />
      <StateBanner shown={shown} zone={zone} />
      <div className={classes['columns']}>
        <section className={classes['card']} aria-labelledby="lost-owed" data-testid="lost-owed">
          <h2 id="lost-owed">{t('done.owed')}</h2>
          {owed.length === 0 && (
            <p className={classes['kept']}>
              <CheckIcon size={18} />
              {t('done.nothing')}
            </p>
          )}
          <ul className={classes['list']}>
            {owed.map(({ debt, article, by, until }) => {
              const page = PAGE_OF[debt];
              const due =
                until === null
                  ? t('done.soon')
                  : t('done.until', { date: formatDate(until, zone, language) });
              return (
                <li key={debt} className={classes['row']} data-debt={debt}>
                  <div className={classes['grow']}>
                    <h3>{t(`done.debts.${debt}`)}</h3>
                    <p className={classes['hint']}>
                      {t('done.debtMeta', { article, by: t(`done.by.${by}`), until: due })}
                    </p>
                  </div>
                  {page !== null && (
                    <Button
                      variant="default"
                      size="sm"
                      aria-label={t('done.fulfilOf', { debt: t(`done.debts.${debt}`) })}
                      onClick={() => lost.go({ kind: page, shown })}
                    >
                      {t('done.fulfil')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
        <div className={classes['side']}>
          <DoubtCard lost={lost} zone={zone} shown={shown} />
          <section className={classes['card']} aria-labelledby="lost-facts">
            <h2 id="lost-facts">{t('done.facts')}</h2>
            <Facts
              dense
              facts={[
                { name: t('done.certificate'), value: certificate.name ?? name },
                { name: t('blocked.issuer'), value: certificate.issuer },
                {
                  name: t('blocked.serial'),
                  value: certificate.serial.toUpperCase(),
                  code: true,
                },
                { name: t('event.ground'), value: t(`event.grounds.${ground}`) },
                { name: t('done.opened'), value: formatDateTime(openedAt, zone, language) },
              ]}
            />
            <Disclosure summary={t('done.more')}>
              <Closing lost={lost} shown={shown} />
            </Disclosure>
          </section>
        </div>
      </div>
    </>
  );
}

function DoubtCard({ lost, zone, shown }: Props) {
  const { t, i18n } = useTranslation('doubt');
  const language = languageOf(i18n.language);
  const { doubtful } = shown;
  return (
    <section className={classes['card']} aria-labelledby="lost-doubt">
      <h2 id="lost-doubt">{t('title')}</h2>
      <p className={classes['hint']}>
        {doubtful === null
          ? t('card')
          : t('attachedAt', {
              count: doubtful.count,
              formatted: formatNumber(doubtful.count, language),
              date: formatDateTime(doubtful.at, zone, language),
            })}
      </p>
      <div>
        <Button variant="default" size="sm" onClick={() => lost.go({ kind: 'doubt', shown })}>
          {t('show')}
        </Button>
      </div>
    </section>
  );
}
