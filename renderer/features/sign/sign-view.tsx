// Signing one document: empty state, the document beside the panel of the step at hand, or its preparing for
// several signers.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentHandle } from '../../../core/contract/shapes.ts';
import { DropArea } from '../../components/drop-area.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { PrepareDocument } from './prepare/prepare-document.tsx';
import { SignDocument } from './sign-document.tsx';
import type { SignViewProps } from './sign-view-props.ts';
import classes from './sign.module.css';

export function SignView(props: SignViewProps) {
  const { t } = useTranslation('sign');
  const { document, busy, onChoose, onFiles } = props;
  /** Of which document the turns are laid out; another one is not. */
  const [preparing, setPreparing] = useState<DocumentHandle | null>(null);
  if (document === null) {
    return (
      <div className={classes['empty']}>
        <ViewHeader title={t('emptyTitle')} subtitle={t('emptyText')} />
        <DropArea busy={busy} primary onChoose={onChoose} onFiles={onFiles} />
      </div>
    );
  }
  if (preparing === document.document) {
    return (
      <PrepareDocument
        document={document}
        onSign={props.onOpened}
        onClose={() => setPreparing(null)}
      />
    );
  }
  return (
    <SignDocument
      {...props}
      document={document}
      onPrepare={() => setPreparing(document.document)}
    />
  );
}
