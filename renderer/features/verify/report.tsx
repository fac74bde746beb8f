// The report of a document: verdict, history, signatures, what it was judged by, next steps.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { DocumentHandle } from '../../../core/contract/shapes.ts';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { verdictWords } from '../../../core/domain/messages/verdict.ts';
import { announce } from '../../base/announce.ts';
import { formatDate, groupDigest, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { History } from './history.tsx';
import { SaveReport } from './save-report.tsx';
import { SignatureCard } from './signature-card.tsx';
import { VerdictBanner } from './verdict-banner.tsx';
import classes from './verify.module.css';

interface Props {
  readonly document: DocumentHandle;
  readonly report: ShownDocumentReport;
  readonly zone: Zone;
  readonly onOther: () => void;
  readonly onSign: () => void;
  /** Shows the document as the signer of that index saw it, or what changed since. */
  readonly onVersion: (signature: number, show: 'signed' | 'changes') => void;
}

/** As the terminal and the reports count: signatures and time stamps apart. */
function ofItsKind({ signatures }: ShownDocumentReport, index: number): number {
  const kind = signatures[index]?.type;
  return signatures.slice(0, index + 1).filter(({ type }) => type === kind).length;
}

export function Report({ document, report, zone, onOther, onSign, onVersion }: Props) {
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  useEffect(() => announce(verdictWords({ ...report, error: null }, language)), [report, language]);
  const trust =
    report.trustDate === null
      ? t('judgedBy.noList')
      : t('judgedBy.list', { date: formatDate(report.trustDate, zone, language) });
  return (
    <>
      <VerdictBanner report={report} zone={zone} />
      <History report={report} zone={zone} />
      {report.signatures.map((signature, index) => (
        <SignatureCard
          key={`${signature.field} ${String(index)}`}
          signature={signature}
          certificates={report.certificates}
          number={ofItsKind(report, index)}
          alone={report.signatures.length === 1}
          zone={zone}
          onSigned={() => onVersion(index, 'signed')}
          onChanges={() => onVersion(index, 'changes')}
        />
      ))}
      <div className={classes['actions']}>
        <Button onClick={onOther}>{t('actions.other')}</Button>
        <Button variant="default" onClick={onSign}>
          {t('actions.sign')}
        </Button>
      </div>
      <SaveReport document={document} />
      <p className={classes['digest']}>
        {trust} · {t('judgedBy.policy', { policy: report.policy })}
        <br />
        {t('documentDigest')}: <span>{groupDigest(report.sha256)}</span>
      </p>
    </>
  );
}
