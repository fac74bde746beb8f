// Above the pages: which version of the document is shown, and what is drawn on it.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Switch } from '@mantine/core';
import { FailureNotice } from '../../components/notice.tsx';
import type { SignedVersion } from './signed-version.ts';
import classes from './verify.module.css';

interface Props {
  readonly version: SignedVersion;
  readonly signer: string;
  readonly shown: 'now' | 'signed';
  readonly changes: boolean;
  readonly onShown: (shown: 'now' | 'signed') => void;
  readonly onChanges: (on: boolean) => void;
  readonly onLeave: () => void;
}

export function VersionBar({
  version,
  signer,
  shown,
  changes,
  onShown,
  onChanges,
  onLeave,
}: Props) {
  const { t } = useTranslation('verify');
  const bar = useRef<HTMLDivElement>(null);
  const { state } = version;
  // In a narrow window the pages stand below everything: what was asked for there would happen unseen.
  useEffect(() => {
    const element = bar.current;
    if (state === 'none' || element === null) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start' });
  }, [state, shown, signer]);
  if (version.state === 'none') return null;
  if (version.state === 'failed') {
    return <FailureNotice failure={version.failure} onDismiss={onLeave} />;
  }
  return (
    <div
      ref={bar}
      tabIndex={-1}
      className={classes['version']}
      data-shown={shown}
      data-testid="version-bar"
      role="status"
    >
      <p>
        <strong>{t(`version.${shown}`, { name: signer })}</strong>
      </p>
      <Switch
        label={t('version.changes')}
        checked={changes}
        onChange={(event) => onChanges(event.currentTarget.checked)}
      />
      <div className={classes['actions']}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onShown(shown === 'now' ? 'signed' : 'now')}
        >
          {t(shown === 'now' ? 'version.toSigned' : 'version.toNow')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onLeave}>
          {t('version.leave')}
        </Button>
      </div>
    </div>
  );
}
