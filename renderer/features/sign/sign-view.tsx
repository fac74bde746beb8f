// Signing one document: empty state, or the document beside the panel of the step at hand.
import { useTranslation } from 'react-i18next';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import type { TokensState } from '../../base/tokens-state.ts';
import { DropArea } from '../../components/drop-area.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { SignDocument } from './sign-document.tsx';
import type { SigningRun } from './use-signing-run.ts';
import classes from './sign.module.css';

export interface SignViewProps {
  readonly document: OpenedDocument | null;
  readonly busy: boolean;
  readonly settings: Settings;
  readonly tokens: TokensState;
  readonly run: SigningRun;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onClose: () => void;
  readonly onTokens: () => void;
  readonly onVerify: (signed: OpenedDocument) => void;
}

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
