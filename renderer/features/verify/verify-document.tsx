// The open document with its verdict: the report on one side, the pages with what is drawn on them on the other.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Loader, Switch } from '@mantine/core';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { commonName, formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { DocumentView } from '../../viewer/document-view.tsx';
import type { ShownPage } from '../../viewer/page-view.tsx';
import { usePdfDocument, type PdfState } from '../../viewer/use-pdf-document.ts';
import { Report } from './report.tsx';
import { SignedPages } from './signed-pages.tsx';
import { useSignedVersion } from './signed-version.ts';
import { SignerMarks } from './signer-marks.tsx';
import { hasTable } from './use-many.ts';
import { useOffline } from './use-offline.ts';
import { useVerification } from './use-verification.ts';
import { VersionBar } from './version-bar.tsx';
import classes from './verify.module.css';

interface Props {
  readonly document: OpenedDocument;
  readonly zone: Zone;
  readonly onChoose: () => void;
  readonly onSign: () => void;
  readonly onClose: () => void;
}

const NONE: ShownDocumentReport['signatures'] = [];

interface Compared {
  /** Index in the report. */
  readonly signature: number;
  readonly shown: 'now' | 'signed';
  readonly changes: boolean;
}

export function VerifyDocument({ document, zone, onChoose, onSign, onClose }: Props) {
  const { t, i18n } = useTranslation('verify');
  const [offline, setOffline] = useOffline();
  const verification = useVerification(document.document, offline);
  const pdf = usePdfDocument(document.document, document.viewSize);
  const [compared, setCompared] = useState<Compared | null>(null);
  const version = useSignedVersion(document.document, compared?.signature ?? null);
  const report = verification.state === 'done' ? verification.report : null;
  const signatures = report?.signatures ?? NONE;
  const signerName = signatures[compared?.signature ?? -1]?.signer?.subject;
  const signer = signerName === undefined ? t('signature.unknownSigner') : commonName(signerName);
  const open = version.state === 'open' ? version.opened : null;
  const change = (part: Partial<Compared>): void =>
    setCompared((before) => (before === null ? null : { ...before, ...part }));

  const overlay = useCallback(
    (shown: ShownPage, shownPdf: PdfState) =>
      shownPdf.state === 'ready' && (
        <SignerMarks pdf={shownPdf.pdf} shown={shown} signatures={signatures} />
      ),
    [signatures],
  );

  const subtitle =
    report === null
      ? t('checking')
      : t(offline ? 'checkedOffline' : 'checkedAt', {
          time: formatDateTime(report.checkedAt, zone, languageOf(i18n.language)),
        });
  return (
    <div className={classes['view']}>
      <ViewHeader
        title={document.name}
        subtitle={subtitle}
        actions={
          <>
            {hasTable() && (
              <Button variant="default" onClick={onClose}>
                {t('many.back')}
              </Button>
            )}
            <Switch
              label={t('offline')}
              checked={offline}
              onChange={(event) => setOffline(event.currentTarget.checked)}
            />
          </>
        }
      />
      <div className={classes['split']}>
        <div className={classes['report']} data-landmark tabIndex={-1}>
          {verification.state === 'checking' && (
            <div className={classes['checking']} role="status">
              <Loader size="sm" />
              <div>
                <strong>{t('checking')}</strong>
                <p>{t(offline ? 'checkingHint' : 'checkingOnline')}</p>
              </div>
            </div>
          )}
          {verification.state === 'failed' && (
            <FailureNotice failure={verification.failure} title={t('failedTitle')} />
          )}
          {report !== null && (
            <Report
              document={document.document}
              report={report}
              zone={zone}
              onOther={onChoose}
              onSign={onSign}
              onVersion={(signature, show) =>
                setCompared({
                  signature,
                  shown: show === 'signed' ? 'signed' : 'now',
                  changes: show === 'changes',
                })
              }
            />
          )}
        </div>
        <div className={classes['pages']}>
          {compared !== null && (
            <VersionBar
              version={version}
              signer={signer}
              shown={compared.shown}
              changes={compared.changes}
              onShown={(shown) => change({ shown })}
              onChanges={(changes) => change({ changes })}
              onLeave={() => setCompared(null)}
            />
          )}
          {open === null || compared === null ? (
            <DocumentView
              name={document.name}
              document={pdf}
              initialFit="width"
              overlay={(shown) => overlay(shown, pdf)}
            />
          ) : (
            <SignedPages
              key={open.document}
              opened={open}
              now={pdf}
              shown={compared.shown}
              signature={compared.changes ? compared.signature : null}
              report={report}
              overlay={overlay}
            />
          )}
        </div>
      </div>
    </div>
  );
}
