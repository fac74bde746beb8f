// How far a report has come, in one honest sentence: only the issuer's own word is told as "revoked".
import { useTranslation } from 'react-i18next';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { Banner } from '../../components/banner.tsx';
import {
  AlertIcon,
  CheckIcon,
  FailedIcon,
  PassedIcon,
  UncertainIcon,
} from '../../components/icons.tsx';
import classes from './lost-key.module.css';

/** Green is for what was judged and is over: a key that its issuer has revoked does no more harm. */
const TONES = {
  ...{ draft: 'warn', queued: 'warn', sent: 'warn', received: 'plain', accepted: 'plain' },
  ...{ rejected: 'bad', revoked: 'ok', withdrawn: 'plain' },
} as const satisfies Record<ShownCase['state'], Tone>;

const ICONS = {
  ...{ draft: AlertIcon, queued: AlertIcon, sent: UncertainIcon, received: CheckIcon },
  ...{ accepted: CheckIcon, rejected: FailedIcon, revoked: PassedIcon, withdrawn: UncertainIcon },
} as const satisfies Record<ShownCase['state'], unknown>;

export function StateBadge({ state }: Pick<ShownCase, 'state'>) {
  const { t } = useTranslation('lostKey');
  return <Badge tone={TONES[state]}>{t(`badges.${state}`)}</Badge>;
}

export function StateBanner({ shown, zone }: { readonly shown: ShownCase; readonly zone: Zone }) {
  const { t, i18n } = useTranslation('lostKey');
  const { state, stateAt, note } = shown;
  const Icon = ICONS[state];
  const told = ['received', 'accepted', 'rejected'].includes(state) && note !== '';
  return (
    <Banner
      tone={TONES[state]}
      state={state}
      name={t('report.title')}
      testId="lost-state"
      icon={<Icon size={26} />}
      title={t(`states.${state}`)}
    >
      <p>{t(`stateTexts.${state}`)}</p>
      {told && <p>{t('report.reason', { note })}</p>}
      {stateAt !== null && (
        <p className={classes['hint']}>
          {t('report.since', {
            state: t(`badges.${state}`),
            date: formatDateTime(stateAt, zone, languageOf(i18n.language)),
          })}
        </p>
      )}
    </Banner>
  );
}
