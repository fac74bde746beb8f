// Every reason of a signature, with what one can do about each.
import { useTranslation } from 'react-i18next';
import type { ShownSignatureReport } from '../../../core/contract/validation.ts';
import { toneOfReason } from '../../../core/domain/decisive-reason.ts';
import { reasonHelp } from '../../../core/domain/messages/reason-help.ts';
import { reasonSentence } from '../../../core/domain/messages/sentence.ts';
import type { Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { AlertIcon, CheckIcon, CrossIcon, UncertainIcon } from '../../components/icons.tsx';
import classes from './verify.module.css';

const ICONS = { ok: CheckIcon, warn: AlertIcon, bad: CrossIcon, plain: UncertainIcon } as const;

interface Props {
  readonly reasons: ShownSignatureReport['reasons'];
  readonly zone: Zone;
}

export function ReasonList({ reasons, zone }: Props) {
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  return (
    <ul className={classes['reasons']}>
      {reasons.map(({ code, params }, index) => {
        const tone = toneOfReason(code);
        const Icon = ICONS[tone];
        return (
          <li key={`${code} ${String(index)}`} data-tone={tone}>
            <Icon size={18} />
            <div>
              {reasonSentence(code, params, language, zone)}{' '}
              <span className={classes['reasonCode']}>{code}</span>
              {tone !== 'ok' && (
                <p className={classes['reasonHelp']}>
                  <strong>{t('verdict.now')}</strong> {reasonHelp(code, language)}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
