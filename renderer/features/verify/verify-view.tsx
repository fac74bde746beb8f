// Verifying: the open document with its verdict, a table of many files, or where either is opened.
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { Zone } from '../../base/format.ts';
import { DropArea } from '../../components/drop-area.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { ManyView } from './many-view.tsx';
import { useMany } from './use-many.ts';
import { useOffline } from './use-offline.ts';
import { VerifyDocument } from './verify-document.tsx';
import many from './many.module.css';
import classes from './verify.module.css';

interface Props {
  readonly document: OpenedDocument | null;
  readonly busy: boolean;
  readonly zone: Zone;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** Many files, or a folder, dropped anywhere on the window; null: none, or taken already. */
  readonly dropped: readonly File[] | null;
  readonly onTaken: () => void;
  readonly onSign: () => void;
  /** Closes the open document. */
  readonly onClose: () => void;
  /** A file of the table was opened. */
  readonly onOpened: (document: OpenedDocument) => void;
}

export function VerifyView(props: Props) {
  const { document } = props;
  return document === null ? (
    <Choosing {...props} />
  ) : (
    <VerifyDocument {...props} document={document} />
  );
}

function Choosing({ busy, zone, dropped, onTaken, onChoose, onFiles, onOpened }: Props) {
  const { t } = useTranslation('verify');
  const files = useMany();
  const [offline] = useOffline();
  const take = useEffectEvent((taken: readonly File[]) => {
    onTaken();
    void files.drop(taken, offline);
  });
  useEffect(() => {
    if (dropped !== null) take(dropped);
  }, [dropped]);
  if (files.rows !== null) {
    return <ManyView many={files} rows={files.rows} zone={zone} onOpened={onOpened} />;
  }
  return (
    <div className={classes['empty']}>
      <ViewHeader title={t('emptyTitle')} subtitle={t('emptyText')} />
      <DropArea busy={busy} primary onChoose={onChoose} onFiles={onFiles} />
      {files.failure !== null && <FailureNotice failure={files.failure} />}
      <div className={many['choices']}>
        <span>{t('many.invite')}</span>
        <Button variant="default" onClick={() => void files.choose('files', offline)}>
          {t('many.chooseFiles')}
        </Button>
        <Button variant="default" onClick={() => void files.choose('folder', offline)}>
          {t('many.chooseFolder')}
        </Button>
      </div>
    </div>
  );
}
