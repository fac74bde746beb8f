// One token with its certificates.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateChoice } from '../../../core/contract/token.ts';
import { formatDate, formatNumber, type Zone } from '../../base/format.ts';
import { useErrorText } from '../../base/error-text.ts';
import { languageOf } from '../../base/i18n.ts';
import type { TokenList } from '../../base/tokens-state.ts';
import { Badge } from '../../components/badge.tsx';
import { Facts } from '../../components/facts.tsx';
import { KeypadIcon, TokenIcon } from '../../components/icons.tsx';
import { PracticeBadge } from '../../components/practice-badge.tsx';
import { PinPanel } from './pin-panel.tsx';
import classes from './tokens.module.css';

interface Props {
  readonly token: TokenList['tokens'][number];
  /** Tells its part of the page from the others. */
  readonly name: string;
  readonly certificates: readonly CertificateChoice[];
  readonly zone: Zone;
  /** After the PIN was changed, or was not. */
  readonly onPin: () => void;
}

const PIN_TONES = { ok: 'ok', 'count-low': 'warn', 'final-try': 'warn', locked: 'bad' } as const;
/** Days before the end from which on the card speaks of renewal. */
const RENEWAL_DAYS = 90;
const DAY = 86_400_000;

export function TokenCard({ token, name, certificates, zone, onPin }: Props) {
  const { t } = useTranslation('tokens');
  const first = certificates[0];
  return (
    <section className={classes['card']} aria-label={name}>
      <div className={classes['cardHead']}>
        <span className={classes['cardIcon']}>
          <TokenIcon size={24} />
        </span>
        <div className={classes['cardTitle']}>
          <h2>{token.label}</h2>
          <p>
            {token.model !== '' && `${token.model} · `}
            {t('serial', { serial: token.serial })}
          </p>
        </div>
        {first !== undefined && (
          <Badge tone={PIN_TONES[first.pinState]}>{t(`pin.${first.pinState}`)}</Badge>
        )}
      </div>
      {first?.pinPad === true && (
        <p className={classes['pad']}>
          <KeypadIcon size={18} /> {t('pinPad')}
        </p>
      )}
      {certificates.length === 0 && <p className={classes['none']}>{t('noCertificates')}</p>}
      {certificates.map((certificate) => (
        <Certificate key={certificate.certificate} certificate={certificate} zone={zone} />
      ))}
      <PinPanel token={token.token} label={name} onPin={onPin} />
    </section>
  );
}

function Certificate({
  certificate,
  zone,
}: {
  readonly certificate: CertificateChoice;
  readonly zone: Zone;
}) {
  const { t, i18n } = useTranslation('tokens');
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  const { refusal } = certificate;
  const [now] = useState(Date.now);
  const days = Math.ceil((new Date(certificate.notAfter).getTime() - now) / DAY);
  return (
    <div className={classes['certificate']}>
      <div className={classes['certificateHead']}>
        <h3>{certificate.name}</h3>
        {certificate.practice && <PracticeBadge />}
        <Badge tone={refusal === null ? 'ok' : 'warn'}>
          {t(refusal === null ? 'usable' : 'unusable')}
        </Badge>
      </div>
      {refusal !== null && (
        <p className={classes['refusal']}>
          {errorText(refusal.code, refusal.params)}{' '}
          <span className={classes['code']}>{refusal.code}</span>
        </p>
      )}
      {refusal === null && !certificate.issuerKnown && (
        <p className={classes['refusal']}>{t('issuerUnknown')}</p>
      )}
      {refusal === null && days > 0 && days <= RENEWAL_DAYS && (
        <p className={classes['refusal']}>
          {t('endsIn', { count: days, formatted: formatNumber(days, language) })}
        </p>
      )}
      <Facts
        dense
        facts={[
          { name: t('issuer'), value: certificate.issuer },
          {
            name: t('validity'),
            value: t('validityText', {
              from: formatDate(certificate.notBefore, zone, language),
              to: formatDate(certificate.notAfter, zone, language),
            }),
          },
        ]}
      />
    </div>
  );
}
