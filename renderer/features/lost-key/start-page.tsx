// Which certificate? Whoever chooses one blocks it; the list says so before.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCertificate } from '../../../core/contract/certificate.ts';
import { pena } from '../../base/bridge.ts';
import { formatDate, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { AlertIcon } from '../../components/icons.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { SuperiorCard } from './superior-card.tsx';
import { CaseCards } from './case-cards.tsx';
import { OtherWays } from './other-ways.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
}

export function StartPage({ lost, zone }: Props) {
  const { t } = useTranslation('lostKey');
  const known = useKnown(lost);
  return (
    <>
      <ViewHeader title={t('start.which')} />
      <p className={classes['warning']}>
        <AlertIcon size={20} />
        <span>{t('start.warning')}</span>
      </p>
      <div className={classes['columns']}>
        <section className={classes['card']} aria-label={t('start.which')}>
          {known?.length === 0 && <p>{t('start.none')}</p>}
          {known !== null && known.length > 0 && (
            <ul className={classes['list']} data-testid="lost-certificates">
              {known.map((one) => (
                <Row key={one.sha256} one={one} lost={lost} zone={zone} />
              ))}
            </ul>
          )}
          {known !== null && (
            <Disclosure summary={t('start.other')} open={known.length === 0}>
              <OtherWays lost={lost} />
            </Disclosure>
          )}
        </section>
        <div className={classes['side']}>
          <section className={classes['card']} aria-labelledby="lost-forgotten">
            <h2 id="lost-forgotten">{t('start.forgotten')}</h2>
            <p className={classes['hint']}>{t('start.forgottenText')}</p>
            <Button variant="default" onClick={() => lost.go({ kind: 'forgotten' })}>
              {t('start.forgottenShow')}
            </Button>
          </section>
          <SuperiorCard lost={lost} />
          <CaseCards lost={lost} zone={zone} />
          <div>
            <Button variant="subtle" size="sm" onClick={() => lost.go({ kind: 'kept' })}>
              {t('kept.show')}
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}

function Row({ one, lost, zone }: { readonly one: ShownCertificate } & Props) {
  const { t, i18n } = useTranslation('lostKey');
  const date = formatDate(one.notAfter, zone, languageOf(i18n.language));
  return (
    <li className={classes['row']}>
      <div className={classes['grow']}>
        <h2>{one.name}</h2>
        <p className={classes['hint']}>
          {one.issuer} · {t('start.until', { date })}
          {one.token === null ? '' : ` · ${one.token.label}`}
        </p>
      </div>
      {one.reportedLostSince !== null && <Badge tone="bad">{t('start.reported')}</Badge>}
      <Button
        variant="default"
        className={classes['harm'] ?? ''}
        aria-label={`${t('start.choose')}: ${one.name}`}
        disabled={lost.busy}
        onClick={() => void lost.choose({ from: 'registry', sha256: one.sha256 })}
      >
        {t('start.choose')}
      </Button>
    </li>
  );
}

/** Null while they are read. */
function useKnown({ list }: LostKey): readonly ShownCertificate[] | null {
  const [known, setKnown] = useState<readonly ShownCertificate[] | null>(null);
  useEffect(() => {
    let current = true;
    void pena()
      .call('certificate.known', {})
      .then((answer) => {
        if (current) setKnown(answer.ok ? answer.value.certificates : []);
      });
    return () => {
      current = false;
    };
  }, [list]);
  return known;
}
