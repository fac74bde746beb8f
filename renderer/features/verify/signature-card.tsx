// One signature: who, when, issued by whom, what changed; reasons and technical details one click deeper.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCertificate, ShownSignatureReport } from '../../../core/contract/validation.ts';
import { verdictSentence } from '../../../core/domain/messages/verdict.ts';
import { revocationTold } from '../../../core/domain/messages/revocation-told.ts';
import { soundnessOf } from '../../../core/domain/soundness.ts';
import { commonName, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf, type Language } from '../../base/i18n.ts';
import { Badge } from '../../components/badge.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Facts } from '../../components/facts.tsx';
import { FailedIcon, PassedIcon, UncertainIcon } from '../../components/icons.tsx';
import { CertificateChain } from './certificate-chain.tsx';
import { OtherChains } from './other-chains.tsx';
import { ReasonList } from './reason-list.tsx';
import { mainFacts, technicalFacts, timeOf, type Wording } from './signature-facts.ts';
import { hasOwnVersion } from './signed-version.ts';
import classes from './verify.module.css';

const LOOKS = {
  TOTAL_PASSED: { tone: 'ok', Icon: PassedIcon },
  INDETERMINATE: { tone: 'warn', Icon: UncertainIcon },
  TOTAL_FAILED: { tone: 'bad', Icon: FailedIcon },
} as const;

const SOUNDNESS_TONE = { intact: 'ok', broken: 'bad', unchecked: 'warn' } as const;

interface Props {
  readonly signature: ShownSignatureReport;
  /** Among its kind, counted from 1. */
  readonly number: number;
  /** Whether it is the only one, whose result is the document's. */
  readonly alone: boolean;
  readonly certificates: readonly ShownCertificate[];
  readonly zone: Zone;
  /** Shows the document as this signer saw it. */
  readonly onSigned: () => void;
  /** Shows what changed since. */
  readonly onChanges: () => void;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className={classes['line']}>
      {line}
    </span>
  ));
}

/** Which of several is the one that the verdict is about. */
function Result({
  signature,
  language,
  zone,
}: Pick<Props, 'signature' | 'zone'> & { readonly language: Language }) {
  const judged = { verdict: signature.indication, signatures: [signature], error: null };
  const { tone, Icon } = LOOKS[signature.indication];
  return (
    <p className={classes['result']} data-tone={tone} data-testid="signature-result">
      <Icon size={18} />
      <span>{verdictSentence(judged, language, zone)}</span>
    </p>
  );
}

export function SignatureCard(props: Props) {
  const { signature, number, alone, certificates, zone, onSigned, onChanges } = props;
  const heading = useId();
  const { t, i18n } = useTranslation('verify');
  const language = languageOf(i18n.language);
  const wording: Wording = { t, language, zone };
  const kind = signature.type === 'docTimeStamp' ? 'stampHeading' : 'heading';
  const who =
    signature.signer === null ? t('signature.unknownSigner') : commonName(signature.signer.subject);
  const soundness = soundnessOf(signature);
  const reasons = signature.reasons.length;
  const [signerFact, ...facts] = mainFacts(signature, wording);
  const times = { name: t('signature.time'), value: <Lines lines={timeOf(signature, wording)} /> };
  const revocation = {
    name: t('signature.revocation'),
    value: <Lines lines={revocationTold(signature.revocation, language, zone)} />,
  };
  const first = signerFact === undefined ? [] : [signerFact];
  return (
    <section className={classes['card']} aria-labelledby={heading} data-testid="signature">
      <div className={classes['cardHead']}>
        <h3 id={heading}>
          {t(`signature.${kind}`, { n: formatNumber(number, language) })} · {who}
        </h3>
        <Badge tone={SOUNDNESS_TONE[soundness]}>{t(`signature.${soundness}`)}</Badge>
      </div>
      {!alone && <Result signature={signature} language={language} zone={zone} />}
      <Facts
        facts={[
          ...(signature.signer === null ? [times, ...first] : [...first, times]),
          ...facts,
          revocation,
        ]}
      />
      {hasOwnVersion(signature) && (
        <div className={classes['cardActions']}>
          <Button variant="default" size="compact-sm" onClick={onSigned}>
            {t('version.open')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={onChanges}>
            {t('version.compare')}
          </Button>
        </div>
      )}
      <div className={classes['deeper']}>
        <Disclosure
          summary={t('signature.reasons', {
            count: reasons,
            formatted: formatNumber(reasons, language),
          })}
        >
          <ReasonList reasons={signature.reasons} zone={zone} />
        </Disclosure>
        {signature.chain.length > 0 && (
          <Disclosure summary={t('certificate.title')}>
            <CertificateChain
              chain={signature.chain}
              certificates={certificates}
              first={signature.type === 'docTimeStamp' ? 'stamper' : 'signer'}
              zone={zone}
            />
          </Disclosure>
        )}
        <OtherChains signature={signature} certificates={certificates} zone={zone} />
        <Disclosure summary={t('signature.technical')}>
          <Facts dense facts={technicalFacts(signature, wording)} />
        </Disclosure>
      </div>
    </section>
  );
}
