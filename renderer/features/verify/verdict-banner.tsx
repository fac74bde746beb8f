// The answer before the reasons: a sentence one can repeat on the telephone, and a code for the help desk.
import { useTranslation } from 'react-i18next';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { decisiveReason } from '../../../core/domain/decisive-reason.ts';
import {
  familiarPhrase,
  isExercise,
  shownVerdict,
  verdictAdvice,
  verdictHelp,
  verdictSentence,
} from '../../../core/domain/messages/verdict.ts';
import type { Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import {
  FailedIcon,
  PassedIcon,
  PracticeIcon,
  UncertainIcon,
  UnsignedIcon,
} from '../../components/icons.tsx';
import classes from './verify.module.css';

const LOOKS = {
  TOTAL_PASSED: { tone: 'ok', Icon: PassedIcon },
  INDETERMINATE: { tone: 'warn', Icon: UncertainIcon },
  TOTAL_FAILED: { tone: 'bad', Icon: FailedIcon },
  NO_SIGNATURE: { tone: 'plain', Icon: UnsignedIcon },
} as const;

/** Never the look of what is really valid. */
const EXERCISE = { tone: 'practice', Icon: PracticeIcon } as const;

interface Props {
  readonly report: ShownDocumentReport;
  readonly zone: Zone;
}

export function VerdictBanner({ report, zone }: Props) {
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  const { verdict } = report;
  const judged = { ...report, error: null };
  const reason = decisiveReason(report);
  const said = { verdict, reason: reason?.code ?? null };
  const { tone, Icon } = isExercise(said) ? EXERCISE : LOOKS[shownVerdict(said)];
  const advice = verdictAdvice(judged, language);
  const help = verdictHelp(judged, language);
  const phrase = familiarPhrase(judged);
  return (
    <section
      className={classes['verdict']}
      data-tone={tone}
      data-verdict={verdict}
      data-testid="verdict"
      aria-label={t('verdict.report')}
    >
      <Icon size={36} />
      <div className={classes['verdictText']}>
        <h2>{verdictSentence(judged, language, zone)}</h2>
        {advice !== null && <p>{advice}</p>}
        {help !== null && (
          <p>
            <strong>{t('verdict.now')}</strong> {help}
          </p>
        )}
        {phrase !== null && <p>{t('verdict.familiar', { phrase })}</p>}
        <p className={classes['verdictCode']}>
          {t('verdict.code')}:{' '}
          <span>{reason === null ? verdict : `${verdict} · ${reason.code}`}</span>
        </p>
      </div>
    </section>
  );
}
