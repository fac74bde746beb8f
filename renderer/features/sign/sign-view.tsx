// Signing one document: empty state, or the document beside the panel of the step at hand.
import { useTranslation } from 'react-i18next';
import { DropArea } from '../../components/drop-area.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { SignDocument } from './sign-document.tsx';
import type { SignViewProps } from './sign-view-props.ts';
import classes from './sign.module.css';

export function SignView(props: SignViewProps) {
  const { t } = useTranslation('sign');
  const { document, busy, onChoose, onFiles } = props;
  if (document !== null) return <SignDocument {...props} document={document} />;
  return (
    <div className={classes['empty']}>
      <ViewHeader title={t('emptyTitle')} subtitle={t('emptyText')} />
      <DropArea busy={busy} primary onChoose={onChoose} onFiles={onFiles} />
    </div>
  );
}
