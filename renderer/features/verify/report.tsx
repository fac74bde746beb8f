// The report of a document: verdict, signatures, next steps.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { announce } from '../../base/announce.ts';
import { groupDigest, type Zone } from '../../base/format.ts';
import { SignatureCard } from './signature-card.tsx';
import { VerdictBanner } from './verdict-banner.tsx';
import classes from './verify.module.css';

interface Props {
  readonly report: ShownDocumentReport;
  readonly zone: Zone;
  readonly onOther: () => void;
  readonly onSign: () => void;
}

export function Report({ report, zone, onOther, onSign }: Props) {
  const { t } = useTranslation('verify');
  useEffect(() => announce(t(`verdict.${report.verdict}`)), [report, t]);
  return (
    <>
      <VerdictBanner report={report} />
      {report.signatures.map((signature, index) => (
        <SignatureCard
          key={`${signature.field} ${String(index)}`}
          signature={signature}
          number={index + 1}
          zone={zone}
        />
      ))}
      <div className={classes['actions']}>
        <Button onClick={onOther}>{t('actions.other')}</Button>
        <Button variant="default" onClick={onSign}>
          {t('actions.sign')}
        </Button>
      </div>
      <p className={classes['digest']}>
        {t('documentDigest')}: <span>{groupDigest(report.sha256)}</span>
      </p>
    </>
  );
}
