// Every certificate ever seen on this computer: until when it lasts, and where it was last.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCertificate } from '../../../core/contract/certificate.ts';
import { announce } from '../../base/announce.ts';
import { formatDate, formatDateTime, groupDigest, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { inPractice } from '../../base/practice.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { PracticeBadge } from '../../components/practice-badge.tsx';
import { ExpiryBadge } from './expiry-badge.tsx';
import { Forget } from './forget.tsx';
import { useKnownCertificates } from './use-known-certificates.ts';
import classes from './certificates.module.css';

interface Props {
  readonly zone: Zone;
  /** Another value: the tokens were read again. */
  readonly occasion: unknown;
  readonly onLost: () => void;
  /** Pasal 15: to the application. @param sha256 of the certificate */
  readonly onRenew: (sha256: string) => void;
  /** And to the key that it takes. @param name of the certificate */
  readonly onNewKey: (name: string) => void;
}

export function KnownList({ zone, occasion, onLost, onRenew, onNewKey }: Props) {
  const { t } = useTranslation('certificates');
  const { certificates, failure, replace } = useKnownCertificates(occasion);
  const heading = useRef<HTMLHeadingElement>(null);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (certificates.length === 0) return null;
  return (
    <section className={classes['card']} aria-label={t('title')} data-testid="known-certificates">
      <div className={classes['row']}>
        <div className={classes['grow']}>
          <h2 ref={heading} tabIndex={-1}>
            {t('title')}
          </h2>
          <p className={classes['hint']}>{t('subtitle')}</p>
        </div>
        <Button variant="default" onClick={onLost}>
          {t('lost')}
        </Button>
      </div>
      <ul className={classes['list']}>
        {certificates.map((one) => (
          <Known
            key={one.sha256}
            certificate={one}
            zone={zone}
            onRenew={onRenew}
            onNewKey={onNewKey}
            onForgotten={(rest) => {
              // The button that was pressed is gone with its row.
              heading.current?.focus();
              announce(t('forget.done'));
              replace(rest);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function Known({
  certificate,
  zone,
  onRenew,
  onNewKey,
  onForgotten,
}: {
  readonly certificate: ShownCertificate;
  readonly zone: Zone;
  readonly onRenew: (sha256: string) => void;
  readonly onNewKey: (name: string) => void;
  readonly onForgotten: (rest: readonly ShownCertificate[]) => void;
}) {
  const { t, i18n } = useTranslation(['certificates', 'request']);
  const language = languageOf(i18n.language);
  const { name, issuer, token, notBefore, notAfter, lastSeen, reportedLostSince } = certificate;
  return (
    <li>
      <div className={classes['row']}>
        <h3 className={classes['grow']}>{name}</h3>
        {inPractice() && <PracticeBadge />}
        <ExpiryBadge certificate={certificate} />
        {certificate.urgent && (
          <Button
            variant="default"
            size="sm"
            aria-label={t('expiry.applyOf', { name })}
            onClick={() => onRenew(certificate.sha256)}
          >
            {t('expiry.apply')}
          </Button>
        )}
        {certificate.urgent && (
          <Button
            variant="subtle"
            size="sm"
            aria-label={t('request:newKeyOf', { name })}
            onClick={() => onNewKey(name)}
          >
            {t('request:newKey')}
          </Button>
        )}
      </div>
      <p className={classes['hint']}>
        {t('until', { date: formatDate(notAfter, zone, language) })}
        {' · '}
        {token === null ? t('file') : t('token', { label: token.label, serial: token.serial })}
      </p>
      <Disclosure summary={t('details', { name })}>
        <Facts
          dense
          facts={[
            { name: t('issuer'), value: issuer },
            {
              name: t('validity'),
              value: t('validityText', {
                from: formatDate(notBefore, zone, language),
                to: formatDate(notAfter, zone, language),
              }),
            },
            { name: t('lastSeen'), value: formatDateTime(lastSeen, zone, language) },
            ...(reportedLostSince === null
              ? []
              : [
                  {
                    name: t('reportedSince'),
                    value: formatDateTime(reportedLostSince, zone, language),
                  },
                ]),
            { name: 'SHA-256', value: groupDigest(certificate.sha256), code: true },
          ]}
        />
        <Forget certificate={certificate} onForgotten={onForgotten} />
      </Disclosure>
    </li>
  );
}
