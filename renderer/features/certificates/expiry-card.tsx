// On the first screen: which certificates end soon, also while their token lies in a drawer.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { formatDate, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { ExpiryBadge } from './expiry-badge.tsx';
import { useKnownCertificates } from './use-known-certificates.ts';
import classes from './certificates.module.css';

interface Props {
  readonly zone: Zone;
  /** Another value: the tokens were read again. */
  readonly occasion: unknown;
  readonly onShow: () => void;
  /** Pasal 15: to the application. @param sha256 of the certificate */
  readonly onRenew: (sha256: string) => void;
  /** And to the key that it takes. @param name of the certificate */
  readonly onNewKey: (name: string) => void;
}

const SHOWN = 3;

export function ExpiryCard({ zone, occasion, onShow, onRenew, onNewKey }: Props) {
  const { t, i18n } = useTranslation(['certificates', 'request']);
  const { certificates, failure } = useKnownCertificates(occasion);
  const urgent = certificates.filter((one) => one.urgent).slice(0, SHOWN);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (urgent.length === 0) return null;
  return (
    <section className={classes['card']} aria-label={t('expiry.title')} data-testid="expiry">
      <h2>{t('expiry.title')}</h2>
      <ul className={classes['urgent']}>
        {urgent.map((one) => (
          <li key={one.sha256}>
            <ExpiryBadge certificate={one} />
            <p className={classes['grow']}>
              {t(one.warning === 'expired' ? 'expiry.ended' : 'expiry.ends', {
                name: one.name,
                date: formatDate(one.notAfter, zone, languageOf(i18n.language)),
              })}
            </p>
            <Button
              variant="default"
              size="sm"
              aria-label={t('expiry.applyOf', { name: one.name })}
              onClick={() => onRenew(one.sha256)}
            >
              {t('expiry.apply')}
            </Button>
            <Button
              variant="subtle"
              size="sm"
              aria-label={t('request:newKeyOf', { name: one.name })}
              onClick={() => onNewKey(one.name)}
            >
              {t('request:newKey')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes['row']}>
        <p className={classes['hint']}>{t('expiry.renew')}</p>
        <Button variant="default" onClick={onShow}>
          {t('expiry.show')}
        </Button>
      </div>
    </section>
  );
}
