// The debt of time stamps, on the first screen: how many, completed in one click, what came of each.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Progress } from '@mantine/core';
import { announce } from '../../base/announce.ts';
import { formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { PendingList } from './pending-list.tsx';
import { PendingResult } from './pending-result.tsx';
import { usePending } from './use-pending.ts';
import classes from './pending.module.css';

export function PendingCard({ zone }: { readonly zone: Zone }) {
  const { t, i18n } = useTranslation('pending');
  const language = languageOf(i18n.language);
  const pending = usePending();
  const { documents, progress, result, failure } = pending;
  const number = (value: number): string => formatNumber(value, language);
  const told =
    progress === null
      ? null
      : t('progress', {
          done: number(progress.done),
          total: number(progress.total),
          failed: number(progress.failed),
        });
  useEffect(() => {
    if (told !== null) announce(told);
  }, [told]);
  if (documents.length === 0 && result === null && failure === null) return null;
  return (
    <section className={classes['card']} aria-label={t('title')} data-testid="pending">
      <h2>{t('title')}</h2>
      {failure !== null && <FailureNotice failure={failure} onDismiss={pending.dismiss} />}
      {result !== null && <PendingResult result={result} onDismiss={pending.dismiss} />}
      {documents.length > 0 && (
        <>
          <div className={classes['row']}>
            <Badge tone="warn">{t('badge')}</Badge>
            <p className={classes['grow']}>
              {t('count', { count: documents.length, formatted: number(documents.length) })}
            </p>
            {progress === null ? (
              <Button variant="default" onClick={pending.complete}>
                {t('complete')}
              </Button>
            ) : (
              <Button variant="default" onClick={pending.cancel}>
                {t('cancel')}
              </Button>
            )}
          </div>
          {progress !== null && (
            <div>
              <Progress
                value={progress.total === 0 ? 0 : (progress.done / progress.total) * 100}
                aria-label={t('completing')}
              />
              <p className={classes['hint']}>{told}</p>
            </div>
          )}
          <Disclosure summary={t('list')}>
            <PendingList
              documents={documents}
              zone={zone}
              disabled={progress !== null}
              onForget={pending.forget}
            />
          </Disclosure>
        </>
      )}
    </section>
  );
}
