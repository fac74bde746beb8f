// Verifying the open document: the verdict first, then who and when, every reason one click deeper.
import { useTranslation } from 'react-i18next';
import { Loader } from '@mantine/core';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { Zone } from '../../base/format.ts';
import { DropArea } from '../../components/drop-area.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { DocumentView } from '../../viewer/document-view.tsx';
import { usePdfDocument } from '../../viewer/use-pdf-document.ts';
import { Report } from './report.tsx';
import { useVerification } from './use-verification.ts';
import { formatDateTime } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import classes from './verify.module.css';

interface Props {
  readonly document: OpenedDocument | null;
  readonly busy: boolean;
  readonly zone: Zone;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSign: () => void;
}

export function VerifyView(props: Props) {
  const { t } = useTranslation('verify');
  const { document, busy, onChoose, onFiles } = props;
  if (document !== null) return <VerifyDocument {...props} document={document} />;
  return (
    <div className={classes['empty']}>
      <ViewHeader title={t('emptyTitle')} subtitle={t('emptyText')} />
      <DropArea busy={busy} primary onChoose={onChoose} onFiles={onFiles} />
    </div>
  );
}

function VerifyDocument({
  document,
  zone,
  onChoose,
  onSign,
}: Props & { readonly document: OpenedDocument }) {
  const { t, i18n } = useTranslation('verify');
  const verification = useVerification(document.document);
  const pdf = usePdfDocument(document.document, document.size);
  const subtitle =
    verification.state === 'done'
      ? t('checkedAt', {
          time: formatDateTime(verification.report.checkedAt, zone, languageOf(i18n.language)),
        })
      : t('checking');
  return (
    <div className={classes['view']}>
      <ViewHeader title={document.name} subtitle={subtitle} />
      <div className={classes['split']}>
        <div className={classes['report']} data-landmark tabIndex={-1}>
          {verification.state === 'checking' && (
            <div className={classes['checking']} role="status">
              <Loader size="sm" />
              <div>
                <strong>{t('checking')}</strong>
                <p>{t('checkingHint')}</p>
              </div>
            </div>
          )}
          {verification.state === 'failed' && (
            <FailureNotice failure={verification.failure} title={t('failedTitle')} />
          )}
          {verification.state === 'done' && (
            <Report report={verification.report} zone={zone} onOther={onChoose} onSign={onSign} />
          )}
        </div>
        <DocumentView name={document.name} document={pdf} initialFit="width" />
      </div>
    </div>
  );
}
