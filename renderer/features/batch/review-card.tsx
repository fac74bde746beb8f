// What was found in each document, and the one filled button that starts the signing.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { errorSentence } from '../../../core/domain/messages/sentence.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import type { Review } from './batch-state.ts';
import classes from './batch.module.css';

interface Props {
  readonly review: Review;
  readonly onStart: () => void;
}

export function ReviewCard({ review: { rows, ready }, onStart }: Props) {
  const { t, i18n } = useTranslation(['batch', 'common']);
  const language = languageOf(i18n.language);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const number = (value: number | null): string =>
    value === null ? t('table.unknown') : formatNumber(value, language);
  return (
    <section className={classes['card']} aria-labelledby="batch-review" data-testid="review">
      <h2 id="batch-review" ref={heading} tabIndex={-1}>
        {t('reviewTitle')}
      </h2>
      <p>{t('ready', { ready: number(ready), total: number(rows.length) })}</p>
      <div className={classes['scroll']} role="group" aria-labelledby="batch-review" tabIndex={0}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('table.document')}</th>
              <th scope="col">{t('table.pages')}</th>
              <th scope="col">{t('table.signatures')}</th>
              <th scope="col">{t('table.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, pages, signatures, problem }, index) => (
              <tr key={`${name}-${String(index)}`}>
                <th scope="row">{name}</th>
                <td>{number(pages)}</td>
                <td>{number(signatures)}</td>
                <td>
                  <Badge tone={problem === null ? 'ok' : 'bad'}>
                    {t(problem === null ? 'table.ready' : 'table.problem')}
                  </Badge>
                  {problem !== null && (
                    <p className={classes['hint']}>
                      {errorSentence(problem.code, problem.params, language)}{' '}
                      {t('common:error.code', { code: problem.code })}
                    </p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes['row']}>
        <Button disabled={ready === 0} onClick={onStart}>
          {t('start', { count: ready, formatted: number(ready) })}
        </Button>
      </div>
      <p className={classes['hint']}>{t('note')}</p>
    </section>
  );
}
