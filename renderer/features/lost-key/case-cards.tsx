// The cases that are there: how far each has come, and the way back into it.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { formatDate, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { StateBadge } from './state-banner.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

export function CaseCards({ lost, zone }: { readonly lost: LostKey; readonly zone: Zone }) {
  const { t, i18n } = useTranslation(['lostKey', 'common']);
  const { list } = lost;
  if (list === null) return null;
  const { access, cases, unreadable } = list;
  if (access === 'open' && cases.length === 0 && unreadable === 0) return null;
  const unlock = async (): Promise<void> => {
    if ((await lost.ask('lostKey.unlock', {})) !== null) await lost.refresh();
  };
  const number = formatNumber(unreadable, languageOf(i18n.language));
  return (
    <section className={classes['card']} aria-labelledby="lost-cases" data-testid="lost-cases">
      <h2 id="lost-cases">{t('cases.title')}</h2>
      {access === 'passphrase' && (
        <>
          <p className={classes['hint']}>{t('cases.locked')}</p>
          <Button variant="default" disabled={lost.busy} onClick={() => void unlock()}>
            {t('cases.unlock')}
          </Button>
        </>
      )}
      {access === 'keychain-locked' && (
        <>
          <p className={classes['hint']}>{t('cases.keychainLocked')}</p>
          <Button variant="default" onClick={() => void lost.refresh()}>
            {t('common:refresh')}
          </Button>
        </>
      )}
      {unreadable > 0 && (
        <p role="status">{t('cases.unreadable', { count: unreadable, formatted: number })}</p>
      )}
      <ul className={classes['list']}>
        {cases.map((shown) => (
          <CaseRow key={shown.case} shown={shown} lost={lost} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly shown: ShownCase;
  readonly lost: LostKey;
  readonly zone: Zone;
}

function CaseRow({ shown, lost, zone }: RowProps) {
  const { t, i18n } = useTranslation('lostKey');
  const language = languageOf(i18n.language);
  const count = shown.owed.length;
  return (
    <li className={classes['caseRow']}>
      <div className={classes['row']}>
        <h3 className={classes['grow']}>{shown.name}</h3>
        <StateBadge state={shown.state} />
      </div>
      <p className={classes['hint']}>
        {t('cases.opened', { date: formatDate(shown.openedAt, zone, language) })}
        {' · '}
        {count === 0
          ? t('cases.none')
          : t('cases.owed', { count, formatted: formatNumber(count, language) })}
      </p>
      <Button
        variant="default"
        size="sm"
        aria-label={t('cases.openOf', { name: shown.name })}
        onClick={() => lost.go({ kind: 'done', shown })}
      >
        {t('cases.open')}
      </Button>
    </li>
  );
}
