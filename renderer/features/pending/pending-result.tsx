// What came of completing: how many, and each that failed with its reason.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIcon } from '@mantine/core';
import type { ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import { formatNumber } from '../../base/format.ts';
import { useErrorText } from '../../base/error-text.ts';
import { languageOf } from '../../base/i18n.ts';
import { AlertIcon, CrossIcon, PassedIcon } from '../../components/icons.tsx';
import classes from './pending.module.css';

interface Props {
  readonly result: ResponseOf<MainContract['pending.complete']>;
  readonly onDismiss: () => void;
}

export function PendingResult({ result: { completed, failed }, onDismiss }: Props) {
  const { t, i18n } = useTranslation('pending');
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const words = (key: 'done' | 'failed', count: number): string =>
    t(key, { count, formatted: formatNumber(count, language) });
  const allDone = failed.length === 0;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="status"
      className={classes['result']}
      data-tone={allDone ? 'ok' : 'warn'}
      data-testid="pending-result"
    >
      {allDone ? <PassedIcon size={22} /> : <AlertIcon size={22} />}
      <div className={classes['grow']}>
        {completed.length > 0 && <p>{words('done', completed.length)}</p>}
        {!allDone && <p>{words('failed', failed.length)}</p>}
        <ul>
          {failed.map(({ name, problem: { code, params } }, index) => (
            <li key={`${name}-${String(index)}`} className={classes['hint']}>
              {name}: {errorText(code, params)}
            </li>
          ))}
        </ul>
      </div>
      <ActionIcon
        variant="subtle"
        size={28}
        aria-label={t('dismiss')}
        title={t('dismiss')}
        onClick={onDismiss}
      >
        <CrossIcon size={16} />
      </ActionIcon>
    </div>
  );
}
