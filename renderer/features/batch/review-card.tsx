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
import { type Outcome, type Review, wantsPassword } from './batch-state.ts';
import { UnlockButton } from './unlock-button.tsx';
import type { StartWish } from './use-batch.ts';
import classes from './batch.module.css';

interface Props {
  readonly review: Review;
  /** What came of it so far; null before it was started. */
  readonly earlier: Outcome | null;
  /** There is an authority for time stamps. */
  readonly canStamp: boolean;
  readonly onUnlock: (row: number) => void;
  readonly onStart: (wish: StartWish) => void;
}

const WITNESSES = ['none', ...CHECKPOINTS] as const;

export function ReviewCard({ review: { rows }, earlier, canStamp, onUnlock, onStart }: Props) {
  const { t, i18n } = useTranslation(['batch', 'common', 'sign']);
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  const heading = useRef<HTMLHeadingElement>(null);
  // Also when a file was unlocked: its button is gone.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // Below the rules nobody would see more of it than its heading.
    heading.current?.parentElement?.scrollIntoView({ block: 'start' });
  }, [rows]);
  const [seen, setSeen] = useState(0);
  const [witness, setWitness] = useState<(typeof WITNESSES)[number]>('none');
  const states = rows.map((row, index) => stateOf(row, earlier?.rows[index]?.status));
  const count = (...which: readonly State[]): number =>
    states.filter((state) => which.includes(state)).length;
  const [warned, locked, ready] = [count('warned'), count('locked'), count('ready', 'warned')];
  // What was unlocked since has warnings of its own.
  const warningsSeen = seen === warned;
  const number = (value: number | null): string =>
    value === null ? t('table.unknown') : formatNumber(value, language);
  return (
    <section className={classes['card']} aria-labelledby="batch-review" data-testid="review">
      <h2 id="batch-review" ref={heading} tabIndex={-1}>
        {t('reviewTitle')}
      </h2>
      <p>{t('ready', { ready: number(ready), total: number(rows.length) })}</p>
      {locked > 0 && <p>{t('locked', { count: locked, formatted: number(locked) })}</p>}
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
                  <Badge tone={TONES[states[index] ?? 'problem']}>
                    {t(`table.${states[index] ?? 'problem'}`)}
                  </Badge>
                  {row.problem !== null && (
                    <p className={classes['hint']}>
                      {errorText(row.problem.code, row.problem.params)}{' '}
                      {t('common:error.code', { code: row.problem.code })}
                    </p>
                  )}
                  {states[index] === 'locked' && (
                    <UnlockButton name={row.name} onClick={() => onUnlock(index)} />
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
          onChange={(event) => setSeen(event.currentTarget.checked ? warned : 0)}
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

const TONES = {
  ready: 'ok',
  warned: 'warn',
  locked: 'warn',
  problem: 'bad',
  signed: 'ok',
} as const;
type State = keyof typeof TONES;

function stateOf(
  { problem, findings }: Review['rows'][number],
  earlier: Outcome['rows'][number]['status'] | undefined,
): State {
  if (earlier === 'signed' || earlier === 'already-signed') return 'signed';
  if (wantsPassword(problem)) return 'locked';
  if (problem !== null) return 'problem';
  return findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'ready';
}
