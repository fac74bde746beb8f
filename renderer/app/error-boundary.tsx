// Catches our own mistakes in drawing a view: a sentence and a way back instead of an empty window.
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { FailedIcon } from '../components/icons.tsx';
import classes from './shell.module.css';

interface Props {
  readonly children: ReactNode;
  /** Another one clears the error. A `key` would too, but takes away all that the children keep. */
  readonly resetKey?: string;
}

interface State {
  readonly failed: boolean;
  readonly resetKey: string | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ resetKey }: Props, before: State): State | null {
    return resetKey === before.resetKey ? null : { failed: false, resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Crash onAgain={() => this.setState({ failed: false })} />;
  }
}

function Crash({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('common');
  return (
    <div className={classes['crash']} role="alert">
      <FailedIcon size={36} />
      <h1>{t('error.crashTitle')}</h1>
      <p>{t('error.crashText')}</p>
      <p className={classes['crashCode']}>{t('error.code', { code: 'INTERNAL' })}</p>
      <Button onClick={onAgain}>{t('error.crashAgain')}</Button>
    </div>
  );
}
