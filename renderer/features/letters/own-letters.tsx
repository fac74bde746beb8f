// The letters that are there: how far each has come, what it lacks, until when.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import { formatDate, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { StateBadge } from './state-banner.tsx';
import type { Letters } from './use-letters.ts';
import classes from './letters.module.css';

/** How many things it lacks. */
export const lacks = ({ missing }: ShownLetter): number =>
  missing.fields.length + missing.papers.length + Number(missing.agreement);

export function OwnLetters({ letters, zone }: { readonly letters: Letters; readonly zone: Zone }) {
  const { t, i18n } = useTranslation(['letters', 'common']);
  const language = languageOf(i18n.language);
  const { list } = letters;
  const unlock = async (): Promise<void> => {
    if ((await letters.ask('letters.unlock', {})) !== null) await letters.refresh();
  };
  const unreadable = list?.unreadable ?? 0;
  return (
    <section className={classes['card']} aria-labelledby="letters-own" data-testid="letters-own">
      <h2 id="letters-own">{t('own.title')}</h2>
      {list?.access === 'passphrase' && (
        <>
          <p className={classes['hint']}>{t('own.locked')}</p>
          <Button variant="default" disabled={letters.busy} onClick={() => void unlock()}>
            {t('own.unlock')}
          </Button>
        </>
      )}
      {list?.access === 'keychain-locked' && (
        <>
          <p className={classes['hint']}>{t('own.keychainLocked')}</p>
          <Button variant="default" onClick={() => void letters.refresh()}>
            {t('common:refresh')}
          </Button>
        </>
      )}
      {list?.access === 'open' && list.letters.length === 0 && (
        <p className={classes['hint']}>{t('own.none')}</p>
      )}
      {unreadable > 0 && (
        <p role="status">
          {t('own.unreadable', {
            ...{ count: unreadable, formatted: formatNumber(unreadable, language) },
          })}
        </p>
      )}
      <ul className={classes['list']}>
        {(list?.letters ?? []).map((shown) => {
          const name = t(`kinds.${shown.kind}`);
          const count = lacks(shown);
          const until =
            shown.until === null
              ? ''
              : ` · ${t('own.until', { date: formatDate(shown.until, zone, language) })}`;
          return (
            <li key={shown.letter} className={classes['ownRow']}>
              <div className={classes['row']}>
                <h3 className={classes['grow']}>{name}</h3>
                <StateBadge state={shown.state} />
              </div>
              <p className={classes['hint']}>
                {t('own.begun', { date: formatDate(shown.openedAt, zone, language) })}
                {' · '}
                {count === 0
                  ? t('own.lacksNothing')
                  : t('own.lacks', { count, formatted: formatNumber(count, language) })}
                {until}
              </p>
              <Button
                variant="default"
                size="sm"
                aria-label={t('own.openOf', { name })}
                onClick={() => letters.go({ kind: 'letter', shown })}
              >
                {t('own.open')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
