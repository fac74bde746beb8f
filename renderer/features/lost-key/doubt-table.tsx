// The signatures in doubt as a table, and what could not be looked at.
import { useTranslation } from 'react-i18next';
import { type DoubtResult, MOST_DOUBTFUL } from '../../../core/contract/doubt.ts';
import { useErrorText } from '../../base/error-text.ts';
import { formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import classes from './doubt.module.css';

interface Props {
  readonly result: DoubtResult;
  readonly zone: Zone;
}

export function DoubtTable({ result, zone }: Props) {
  const { t, i18n } = useTranslation('doubt');
  const language = languageOf(i18n.language);
  const when = (time: string): string => formatDateTime(time, zone, language);
  const { signatures, journalOnly } = result;
  if (signatures.length + journalOnly.length === 0) return null;
  return (
    // A scrolling region has to be reachable by keyboard (WCAG 2.2, 2.1.1).
    <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('proven')}</th>
            <th scope="col">{t('claimed')}</th>
          </tr>
        </thead>
        <tbody>
          {signatures.map((one, i) => (
            <tr key={i}>
              <th scope="row">
                {one.name}
                {one.folder !== '' && <span className={classes['folder']}>{one.folder}</span>}
              </th>
              <td>{one.field}</td>
              <td>
                {one.provenTime === null
                  ? t('noProof')
                  : t(one.proof === 'journal' ? 'byJournal' : 'byStamp', {
                      date: when(one.provenTime),
                    })}
              </td>
              <td>{one.claimedTime === null ? t('noClaim') : when(one.claimedTime)}</td>
            </tr>
          ))}
          {journalOnly.map(({ at, document }) => (
            <tr key={`${at} ${document}`}>
              <th scope="row">
                {t('journalOnly')}
                <span className={classes['digest']}>{document}</span>
              </th>
              <td />
              <td>{t('byJournal', { date: when(at) })}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {Math.max(signatures.length, journalOnly.length) >= MOST_DOUBTFUL && (
        <p className={classes['more']}>{t('more')}</p>
      )}
    </div>
  );
}

export function NotSeen({ result }: Pick<Props, 'result'>) {
  const { t, i18n } = useTranslation('doubt');
  const errorText = useErrorText();
  const { notSeen, unreadable, skipped } = result;
  if (notSeen === 0) return null;
  const count = { count: notSeen, formatted: formatNumber(notSeen, languageOf(i18n.language)) };
  const rows = [
    ...unreadable.map((one) => ({
      ...one,
      why: `${errorText(one.problem.code, one.problem.params)} (${one.problem.code})`,
    })),
    ...skipped.map((one) => ({ ...one, why: t(`skips.${one.why}`) })),
  ];
  return (
    <Disclosure summary={t('notSeen', count)}>
      <p>{t('notSeenText')}</p>
      <ul className={classes['unseen']}>
        {rows.map(({ name, folder, why }, i) => (
          <li key={i}>
            <strong>{folder === '' ? name : `${folder}/${name}`}</strong> {why}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
