// Catches our own mistakes in drawing a view: a sentence and a way back instead of an empty window.
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { FailedIcon } from '../components/icons.tsx';
import classes from './shell.module.css';

interface State {
  readonly failed: boolean;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
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
