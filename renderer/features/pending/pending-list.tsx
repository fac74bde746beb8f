// Each document that waits: since when, for what, and what stood in the way last.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { PendingDocument, PendingHandle } from '../../../core/contract/proof.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { useErrorText } from '../../base/error-text.ts';
import { languageOf } from '../../base/i18n.ts';
import classes from './pending.module.css';

interface Props {
  readonly documents: readonly PendingDocument[];
  readonly zone: Zone;
  readonly disabled: boolean;
  readonly onForget: (pending: PendingHandle) => void;
}

export function PendingList({ documents, zone, disabled, onForget }: Props) {
  const { t, i18n } = useTranslation(['pending', 'common']);
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  return (
    <ul className={classes['list']}>
      {documents.map(({ pending, name, since, wanted, problem }) => (
        <li key={pending}>
          <div className={classes['grow']}>
            <strong>{name}</strong>
            <p className={classes['hint']}>
              {t('since', { time: formatDateTime(since, zone, language), level: wanted })}
            </p>
            <p className={classes['hint']}>
              {errorText(problem.code, problem.params)}{' '}
              {t('common:error.code', { code: problem.code })}
            </p>
          </div>
          <Button
            variant="subtle"
            size="sm"
            disabled={disabled}
            aria-label={t('forgetName', { name })}
            onClick={() => onForget(pending)}
          >
            {t('forget')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
