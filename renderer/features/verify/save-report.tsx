// The report as a file: to keep in the archive, or for another program.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { DocumentHandle, Failure } from '../../../core/contract/shapes.ts';
import type { ReportFormat } from '../../../core/contract/validation.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './verify.module.css';

const FORMATS: readonly ReportFormat[] = ['pdf', 'xml', 'json'];

export function SaveReport({ document }: { readonly document: DocumentHandle }) {
  const { t } = useTranslation('verify');
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const save = async (format: ReportFormat): Promise<void> => {
    setBusy(true);
    const answer = await pena().call('validation.saveReport', { document, format });
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    const done = answer.ok && answer.value.saved;
    setSaved(done);
    if (done) announce(t('saveReport.saved'));
  };

  return (
    <div className={classes['save']}>
      <div className={classes['actions']} role="group" aria-labelledby="save-report">
        <span id="save-report">{t('saveReport.title')}</span>
        {FORMATS.map((format) => (
          <Button
            key={format}
            variant="default"
            size="compact-sm"
            disabled={busy}
            onClick={() => void save(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))}
        {saved && <span className={classes['saved']}>{t('saveReport.saved')}</span>}
      </div>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
    </div>
  );
}
