// Taking a certificate off the list, once it was said what goes with it; the careful answer is the filled one.
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCertificate } from '../../../core/contract/certificate.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './certificates.module.css';

interface Props {
  readonly certificate: ShownCertificate;
  readonly onForgotten: (rest: readonly ShownCertificate[]) => void;
}

export function Forget({ certificate, onForgotten }: Props) {
  const { t } = useTranslation('certificates');
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { sha256, name, token, reportedLostSince } = certificate;
  if (reportedLostSince !== null) return <p className={classes['hint']}>{t('forget.reported')}</p>;

  const keep = (): void => {
    setAsking(false);
    button.current?.focus();
  };
  const forget = async (): Promise<void> => {
    const answer = await pena().call('certificate.forget', { sha256 });
    if (answer.ok) onForgotten(answer.value.certificates);
    else setFailure(answer.error);
  };

  return (
    <div className={classes['forget']}>
      <Button
        ref={button}
        variant="subtle"
        size="sm"
        aria-label={t('forget.name', { name })}
        aria-expanded={asking}
        onClick={() => {
          setFailure(null);
          setAsking(!asking);
        }}
      >
        {t('forget.button')}
      </Button>
      {asking && (
        <Question
          name={name}
          back={t(token === null ? 'forget.backFile' : 'forget.back')}
          failure={failure}
          onKeep={keep}
          onForget={() => void forget()}
        />
      )}
    </div>
  );
}

interface QuestionProps {
  readonly name: string;
  readonly back: string;
  readonly failure: Failure | null;
  readonly onKeep: () => void;
  readonly onForget: () => void;
}

function Question({ name, back, failure, onKeep, onForget }: QuestionProps) {
  const { t } = useTranslation('certificates');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes['question']} aria-labelledby={id} data-testid="forget">
      <h4 id={id} ref={heading} tabIndex={-1}>
        {t('forget.title', { name })}
      </h4>
      <p>{t('forget.lost')}</p>
      <p>{back}</p>
      {failure !== null && <FailureNotice failure={failure} />}
      <div className={classes['buttons']}>
        <Button variant="filled" onClick={onKeep}>
          {t('forget.no')}
        </Button>
        <Button variant="default" onClick={onForget}>
          {t('forget.yes')}
        </Button>
      </div>
    </section>
  );
}
