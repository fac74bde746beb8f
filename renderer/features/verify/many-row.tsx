// One file of the table: its name opens it; the result in words, with the reason.
import { memo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../core/domain/indication.ts';
import { errorSentence, reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { isExercise, shownVerdict, verdictLabel } from '../../../core/domain/messages/verdict.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf, type Language } from '../../base/i18n.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import type { Row } from './use-many.ts';
import classes from './many.module.css';

interface Props {
  readonly row: Row;
  readonly zone: Zone;
  readonly onOpen: () => void;
}

const MOST_SIGNERS = 4;

const TONES = {
  TOTAL_PASSED: 'ok',
  INDETERMINATE: 'warn',
  TOTAL_FAILED: 'bad',
  NO_SIGNATURE: 'plain',
} as const;

export const ManyRow = memo(
  function ManyRow({ row: { name, folder, checked }, zone, onOpen }: Props) {
    const { t, i18n } = useTranslation('verify');
    const language = languageOf(i18n.language);
    return (
      <tr data-testid="many-row">
        <th scope="row">
          <button type="button" className={classes['open']} onClick={onOpen}>
            {name}
          </button>
          {folder !== '' && <span className={classes['folder']}>{folder}</span>}
        </th>
        <td>
          {checked === null ? (
            t('many.waiting')
          ) : (
            <>
              <Badge tone={toneOf(checked)}>{labelOf(checked, language)}</Badge>
              <span className={classes['why']}>{whyOf(checked, language, zone)}</span>
            </>
          )}
        </td>
        <td>{checked !== null && signersOf(checked.signers, t)}</td>
        <td>{checked?.time ? formatDateTime(checked.time, zone, language) : ''}</td>
      </tr>
    );
  },
  (before, after) => before.row === after.row && before.zone === after.zone,
);

/** The verdict whose words stand in the row: by it the table is filtered. */
export function shownAs({ verdict, reason }: NonNullable<Row['checked']>): Verdict {
  return shownVerdict({ verdict, reason: reason?.code ?? null });
}

function toneOf({ verdict, reason }: NonNullable<Row['checked']>): Tone {
  const said = { verdict, reason: reason?.code ?? null };
  return isExercise(said) ? 'plain' : TONES[shownVerdict(said)];
}

function labelOf(
  { verdict, reason, failure }: NonNullable<Row['checked']>,
  language: Language,
): string {
  const facts = { verdict, reason: reason?.code ?? null, unreadable: failure !== null };
  return verdictLabel(facts, language);
}

/** Of many signers the first; all stand in the report of the file. */
function signersOf(signers: readonly string[], t: TFunction<'verify'>): string {
  const told = signers.length <= MOST_SIGNERS ? signers : signers.slice(0, MOST_SIGNERS - 1);
  const names = told.join(', ');
  const rest = signers.length - told.length;
  return rest === 0 ? names : t('many.moreSigners', { names, count: rest });
}

function whyOf(
  { failure, reason }: NonNullable<Row['checked']>,
  language: Language,
  zone: Zone,
): string {
  if (failure !== null) return errorSentence(failure.code, failure.params, language, zone);
  return reason === null ? '' : reasonSentence(reason.code, reason.params, language, zone);
}
