// One signature: who, when, issued by whom, what changed; reasons and technical details one click deeper.
import { useTranslation } from 'react-i18next';
import type { ShownSignatureReport } from '../../../core/contract/validation.ts';
import { toneOfReason } from '../../../core/domain/decisive-reason.ts';
import { reasonSentence } from '../../../core/domain/messages/sentence.ts';
import { commonName, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Facts } from '../../components/facts.tsx';
import { AlertIcon, CheckIcon, CrossIcon, UncertainIcon } from '../../components/icons.tsx';
import { mainFacts, technicalFacts, timeOf, type Wording } from './signature-facts.ts';
import classes from './verify.module.css';

interface Props {
  readonly signature: ShownSignatureReport;
  readonly number: number;
  readonly zone: Zone;
}

const REASON_ICONS = {
  ok: CheckIcon,
  warn: AlertIcon,
  bad: CrossIcon,
  plain: UncertainIcon,
} as const;

export function SignatureCard({ signature, number, zone }: Props) {
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  const wording: Wording = { t, language, zone };
  const kind = signature.type === 'docTimeStamp' ? 'stampHeading' : 'heading';
  const who =
    signature.signer === null ? t('signature.unknownSigner') : commonName(signature.signer.subject);
  const reasons = signature.reasons.length;
  const [signerFact, ...facts] = mainFacts(signature, wording);
  const times = (
    <>
      {timeOf(signature, wording).map((line) => (
        <span key={line} className={classes['line']}>
          {line}
        </span>
      ))}
    </>
  );
  return (
    <section
      className={classes['card']}
      aria-labelledby={`signature-${number}`}
      data-testid="signature"
    >
      <div className={classes['cardHead']}>
        <h3 id={`signature-${number}`}>
          {t(`signature.${kind}`, { n: formatNumber(number, language) })} · {who}
        </h3>
        <Badge tone={signature.intact ? 'ok' : 'bad'}>
          {t(signature.intact ? 'signature.intact' : 'signature.broken')}
        </Badge>
      </div>
      <Facts
        facts={[
          ...(signature.signer !== null && signerFact !== undefined ? [signerFact] : []),
          { name: t('signature.time'), value: times },
          ...(signature.signer === null && signerFact !== undefined ? [signerFact] : []),
          ...facts,
        ]}
      />
      <div className={classes['deeper']}>
        <Disclosure
          summary={t('signature.reasons', {
            count: reasons,
            formatted: formatNumber(reasons, language),
          })}
        >
          <ul className={classes['reasons']}>
            {signature.reasons.map((reason, index) => {
              const tone = toneOfReason(reason.code);
              const Icon = REASON_ICONS[tone];
              return (
                <li key={`${reason.code} ${String(index)}`} data-tone={tone}>
                  <Icon size={18} />
                  <span>
                    {reasonSentence(reason.code, reason.params, language, zone)}{' '}
                    <span className={classes['reasonCode']}>{reason.code}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        </Disclosure>
        <Disclosure summary={t('signature.technical')}>
          <Facts dense facts={technicalFacts(signature, wording)} />
        </Disclosure>
      </div>
    </section>
  );
}
