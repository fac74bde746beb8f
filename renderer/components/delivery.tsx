// The ways by which something goes to the registration authority, and what was tried so far.
import { useTranslation } from 'react-i18next';
import type { ShownAttempt } from '../../core/contract/delivery.ts';
import { useErrorText } from '../base/error-text.ts';
import { formatDateTime, type Zone } from '../base/format.ts';
import { languageOf } from '../base/i18n.ts';
import type { Ways } from '../base/use-ways.ts';
import { Disclosure } from './disclosure.tsx';
import classes from './page.module.css';

/** In the order in which they are tried. */
export function WaysList({ ways }: { readonly ways: Ways['ways'] }) {
  const { t } = useTranslation('delivery');
  return (
    <ol className={classes['numbered']}>
      {ways.map(({ way, where }) => (
        <li key={way}>{t(`ways.${way}`, { where })}</li>
      ))}
    </ol>
  );
}

interface AttemptsProps {
  readonly attempts: readonly ShownAttempt[];
  readonly zone: Zone;
}

export function Attempts({ attempts, zone }: AttemptsProps) {
  const { t, i18n } = useTranslation('delivery');
  const errorText = useErrorText();
  const language = languageOf(i18n.language);
  if (attempts.length === 0) return null;
  return (
    <Disclosure summary={t('attempts')}>
      <ul className={classes['list']}>
        {attempts.map(({ channel, at, problem }, index) => (
          <li key={index} className={classes['attempt']}>
            <strong>{t(`channels.${channel}`)}</strong>
            <span className={classes['hint']}>{formatDateTime(at, zone, language)}</span>
            <span>
              {problem === null
                ? t('taken')
                : `${errorText(problem.code, problem.params)} (${problem.code})`}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
