// What went wrong, in a sentence, with its code for the help desk.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon } from '@mantine/core';
import type { Failure } from '../../core/contract/shapes.ts';
import { useErrorText } from '../base/error-text.ts';
import { AlertIcon, CrossIcon, FailedIcon } from './icons.tsx';
import classes from './components.module.css';

interface Props {
  readonly failure: Failure;
  /** Stands before the sentence. */
  readonly title?: string;
  /** Stands after it: what was not lost, what to do now. */
  readonly children?: ReactNode;
  readonly tone?: 'bad' | 'warn';
  readonly onDismiss?: () => void;
}

export function FailureNotice({ failure, title, children, tone = 'bad', onDismiss }: Props) {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  const Icon = tone === 'bad' ? FailedIcon : AlertIcon;
  return (
    <div className={classes['notice']} data-tone={tone} role="alert">
      <Icon size={22} />
      <div className={classes['noticeText']}>
        {title !== undefined && <strong>{title}</strong>}
        <p>{errorText(failure.code, failure.params)}</p>
        {children}
        <p className={classes['code']}>{t('error.code', { code: failure.code })}</p>
      </div>
      {onDismiss !== undefined && (
        <ActionIcon
          variant="subtle"
          size={28}
          aria-label={t('error.dismiss')}
          title={t('error.dismiss')}
          onClick={onDismiss}
        >
          <CrossIcon size={16} />
        </ActionIcon>
      )}
    </div>
  );
}
