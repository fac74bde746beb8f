// What was found in each document, and the one filled button that starts the signing.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { CHECKPOINTS } from '../../../core/contract/batch.ts';
import { preflightSentence } from '../../../core/domain/messages/sentence.ts';
import { formatNumber } from '../../base/format.ts';
import { useErrorText } from '../../base/error-text.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import type { Review } from './batch-state.ts';
import type { StartWish } from './use-batch.ts';
import classes from './batch.module.css';

interface Props {
  readonly review: Review;
  /** There is an authority for time stamps. */
  readonly canStamp: boolean;
  readonly onStart: (wish: StartWish) => void;
}

const WITNESSES = ['none', ...CHECKPOINTS] as const;

export function ReviewCard({ review: { rows, ready }, canStamp, onStart }: Props) {
  const { t, i18n } = useTranslation(['batch', 'common', 'sign']);
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [warningsSeen, setSeen] = useState(false);
  const [witness, setWitness] = useState<(typeof WITNESSES)[number]>('none');
  const warned = rows.filter((row) => stateOf(row) === 'warned').length;
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
            {rows.map((row, index) => (
              <tr key={`${row.name}-${String(index)}`}>
                <th scope="row">{row.name}</th>
                <td>{number(row.pages)}</td>
                <td>{number(row.signatures)}</td>
                <td>
                  <Badge tone={TONES[stateOf(row)]}>{t(`table.${stateOf(row)}`)}</Badge>
                  {row.problem !== null && (
                    <p className={classes['hint']}>
                      {errorText(row.problem.code, row.problem.params)}{' '}
                      {t('common:error.code', { code: row.problem.code })}
                    </p>
                  )}
                  {row.findings.map(({ code, params, severity }) => (
                    <p key={code} className={classes['hint']}>
                      {t(`sign:findings.${severity}`)}: {preflightSentence(code, params, language)}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {warned > 0 && (
        <Checkbox
          size="md"
          label={t('warningsSeen', { count: warned, formatted: number(warned) })}
          checked={warningsSeen}
          onChange={(event) => setSeen(event.currentTarget.checked)}
        />
      )}
      <div className={classes['fields']}>
        <NativeSelect
          label={t('witness.label')}
          description={t('witness.hint')}
          value={witness}
          data={WITNESSES.map((value) => ({
            ...{ value, label: t(`witness.${value}`) },
            disabled: value === 'time' && !canStamp,
          }))}
          onChange={(event) => {
            const chosen = WITNESSES.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) setWitness(chosen);
          }}
        />
      </div>
      <div className={classes['row']}>
        <Button
          disabled={ready === 0 || (warned > 0 && !warningsSeen)}
          onClick={() => onStart({ warningsSeen, checkpoint: witness === 'none' ? null : witness })}
        >
          {t('start', { count: ready, formatted: number(ready) })}
        </Button>
      </div>
      <p className={classes['hint']}>{t('note')}</p>
    </section>
  );
}

const TONES = { ready: 'ok', warned: 'warn', problem: 'bad' } as const;

function stateOf({ problem, findings }: Review['rows'][number]): keyof typeof TONES {
  if (problem !== null) return 'problem';
  return findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'ready';
}
