// The token's state, always in the same corner: icon, words and colour.
import { useTranslation } from 'react-i18next';
import { formatDate, type Zone } from '../base/format.ts';
import { languageOf } from '../base/i18n.ts';
import type { TokensState } from '../base/tokens-state.ts';
import type { Tone } from '../components/badge.tsx';
import { AlertIcon, CheckIcon, LockIcon, MinusIcon, RefreshIcon } from '../components/icons.tsx';
import { cornerState } from './corner-state.ts';
import classes from './shell.module.css';

interface Props {
  readonly tokens: TokensState;
  readonly zone: Zone;
  readonly onOpen: () => void;
}

const LOOKS = {
  reading: { tone: 'plain', Icon: RefreshIcon },
  failed: { tone: 'warn', Icon: AlertIcon },
  absent: { tone: 'plain', Icon: MinusIcon },
  locked: { tone: 'bad', Icon: LockIcon },
  unusable: { tone: 'warn', Icon: AlertIcon },
  present: { tone: 'ok', Icon: CheckIcon },
} as const satisfies Record<string, { tone: Tone; Icon: unknown }>;

export function TokenCorner({ tokens, zone, onOpen }: Props) {
  const { t, i18n } = useTranslation('common');
  const state = cornerState(tokens);
  const { tone, Icon } = LOOKS[state.kind];
  const hint = (): string => {
    if (state.kind === 'reading') return t('token.readingHint');
    if (state.kind === 'absent') return t('token.absentHint');
    if (state.kind === 'failed') return t('error.code', { code: state.code });
    if (state.notAfter === null) return t('token.noCertificate', { label: state.label });
    const date = formatDate(state.notAfter, zone, languageOf(i18n.language));
    return t('token.validUntil', { label: state.label, date });
  };
  return (
    <section
      className={classes['corner']}
      aria-label={t('token.label')}
      data-landmark
      tabIndex={-1}
    >
      <button type="button" className={classes['cornerButton']} data-tone={tone} onClick={onOpen}>
        <span className={classes['cornerIcon']}>
          <Icon size={14} />
        </span>
        <span className={classes['cornerText']}>
          <strong>{t(`token.${state.kind}`)}</strong>
          <span>{hint()}</span>
        </span>
      </button>
    </section>
  );
}
