// The answer before the reasons: a sentence one can repeat on the telephone, and a code for the help desk.
import { useTranslation } from 'react-i18next';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { decisiveReason } from '../../../core/domain/decisive-reason.ts';
import { afterColon, reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { FailedIcon, PassedIcon, UncertainIcon, UnsignedIcon } from '../../components/icons.tsx';
import classes from './verify.module.css';

const LOOKS = {
  TOTAL_PASSED: { tone: 'ok', Icon: PassedIcon },
  INDETERMINATE: { tone: 'warn', Icon: UncertainIcon },
  TOTAL_FAILED: { tone: 'bad', Icon: FailedIcon },
  NO_SIGNATURE: { tone: 'plain', Icon: UnsignedIcon },
} as const;

export function VerdictBanner({ report }: { readonly report: ShownDocumentReport }) {
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  const { verdict } = report;
  const { tone, Icon } = LOOKS[verdict];
  const reason = decisiveReason(report);
  const words = t(`verdict.${verdict}`);
  const sentence =
    reason === null
      ? words
      : `${words}: ${afterColon(reasonSentence(reason.code, reason.params, language))}`;
  const more = (): string => {
    if (verdict === 'NO_SIGNATURE') return t('verdict.noneText');
    if (verdict === 'TOTAL_FAILED') return t('verdict.brokenText');
    if (verdict === 'TOTAL_PASSED') {
      const count = report.signatures.length;
      if (count === 1) return t('verdict.passedOne');
      return t('verdict.passedText', { count, formatted: formatNumber(count, language) });
    }
    return report.signatures.every((signature) => signature.intact) ? t('verdict.intactText') : '';
  };
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
        <h2>{sentence}</h2>
        <p>{more()}</p>
        <p className={classes['verdictCode']}>
          {t('verdict.code')}:{' '}
          <span>{reason === null ? verdict : `${verdict} · ${reason.code}`}</span>
        </p>
      </div>
    </section>
  );
}
