// Verifying: the open document with its verdict, or where one is opened.
import { useTranslation } from 'react-i18next';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { Zone } from '../../base/format.ts';
import { DropArea } from '../../components/drop-area.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { VerifyDocument } from './verify-document.tsx';
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
