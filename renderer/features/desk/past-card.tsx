// Everything that happened to a case, newest first; it is the archive of Pasal 12(4) that is told here.
import { useTranslation } from 'react-i18next';
import type { DeskCase, DeskPast } from '../../../core/contract/desk.ts';
import { formatDate, formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import classes from './desk.module.css';

export function PastCard({ shown, zone }: { readonly shown: DeskCase; readonly zone: Zone }) {
  const { t, i18n } = useTranslation('desk');
  const language = languageOf(i18n.language);
  const text = (one: DeskPast): string => {
    switch (one.kind) {
      case 'message':
        return t('pastTexts.message', {
          papers: formatNumber(one.papers, language),
          state: t(`states.${one.state}`),
        });
      case 'decision': {
        const { state, reason } = one;
        return t('pastTexts.decision', { state: t(`states.${state}`), reason });
      }
      case 'status': {
        const date = one.revokedAt === null ? '' : formatDateTime(one.revokedAt, zone, language);
        const status = t(`statuses.${one.status}`, { date });
        return t('pastTexts.status', { by: one.by.toUpperCase(), status });
      }
      case 'revocation-asked':
      case 'told-revoked':
      case 'incident-reported': {
        // Noon keeps it the same day in every zone of the country.
        const date = formatDate(`${one.date}T05:00:00Z`, zone, language);
        return t(`pastTexts.${one.kind}`, { number: one.number, date });
      }
    }
  };
  return (
    <section className={classes['card']} aria-labelledby="desk-past" data-testid="desk-past">
      <h2 id="desk-past">{t('past')}</h2>
      <ol className={classes['list']} reversed>
        {shown.past.toReversed().map((one, i) => (
          <li key={`${one.at}-${String(i)}`}>
            <p>{text(one)}</p>
            <p className={classes['hint']}>{formatDateTime(one.at, zone, language)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
