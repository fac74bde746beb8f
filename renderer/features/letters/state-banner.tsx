// How far a letter has come: in a word, and in a sentence with the day by which it has to be there.
import { useTranslation } from 'react-i18next';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import { formatDate, formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { Banner } from '../../components/banner.tsx';
import { AlertIcon, CheckIcon, FailedIcon, UncertainIcon } from '../../components/icons.tsx';
import classes from './letters.module.css';

const TONES = {
  ...{ draft: 'warn', complete: 'plain', queued: 'warn', sent: 'warn' },
  ...{ 'handed-in': 'plain', received: 'plain', accepted: 'ok', rejected: 'bad' },
} as const satisfies Record<ShownLetter['state'], Tone>;
const ICONS = {
  ...{ draft: AlertIcon, complete: CheckIcon, queued: AlertIcon, sent: UncertainIcon },
  ...{ 'handed-in': UncertainIcon, received: CheckIcon, accepted: CheckIcon, rejected: FailedIcon },
} as const satisfies Record<ShownLetter['state'], unknown>;

export function StateBadge({ state }: Pick<ShownLetter, 'state'>) {
  const { t } = useTranslation('letters');
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>;
}

export function StateBanner({ shown, zone }: { readonly shown: ShownLetter; readonly zone: Zone }) {
  const { t, i18n } = useTranslation('letters');
  const language = languageOf(i18n.language);
  const { state, stateAt, reason, until } = shown;
  const Icon = ICONS[state];
  const isOpen = state === 'draft' || state === 'complete' || state === 'rejected';
  return (
    <Banner
      tone={TONES[state]}
      state={state}
      name={t('stateName')}
      testId="letter-state"
      icon={<Icon size={26} />}
      title={t(`states.${state}`)}
    >
      <p>{t(`stateTexts.${state}`)}</p>
      {reason !== '' && <p>{t('reasonTold', { reason })}</p>}
      {isOpen && (
        <p className={classes['hint']}>
          {until === null
            ? t('untilNone')
            : t('until', { date: formatDate(until, zone, language) })}
        </p>
      )}
      {stateAt !== null && (
        <p className={classes['hint']}>
          {t('since', { date: formatDateTime(stateAt, zone, language) })}
        </p>
      )}
    </Banner>
  );
}
