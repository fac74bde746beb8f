// The keys on a token, those that wait for a certificate named as such; one of these can be removed for good.
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Failure, TokenHandle } from '../../../core/contract/shapes.ts';
import type { ShownKey } from '../../../core/contract/token-keys.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { Badge } from '../../components/badge.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './request.module.css';

interface Props {
  readonly token: TokenHandle;
  readonly keys: readonly ShownKey[];
  readonly onChange: () => Promise<void>;
}

export function KeysCard({ token, keys, onChange }: Props) {
  const { t } = useTranslation('request');
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className={classes['card']} aria-labelledby="request-keys" data-testid="keys">
      <h2 id="request-keys" ref={heading} tabIndex={-1}>
        {t('keys.title')}
      </h2>
      <p className={classes['hint']}>{t(keys.length === 0 ? 'keys.none' : 'keys.text')}</p>
      {keys.length > 0 && (
        <ul className={classes['list']}>
          {keys.map((key) => (
            <li key={key.keyId}>
              <div className={classes['row']}>
                <div className={classes['grow']}>
                  <h3>{key.label || t('unnamed')}</h3>
                  <p className={classes['hint']}>
                    {t('keys.id', { id: key.keyId })}
                    {key.certificates.length > 0 && ` · ${key.certificates.join(', ')}`}
                  </p>
                </div>
                {key.certificates.length === 0 && <Badge tone="warn">{t('keys.waiting')}</Badge>}
              </div>
              {key.certificates.length === 0 && (
                <Remove
                  token={token}
                  shown={key}
                  onRemoved={async () => {
                    // The button that was pressed goes with its row.
                    heading.current?.focus();
                    announce(t('keys.removed'));
                    await onChange();
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface RemoveProps {
  readonly token: TokenHandle;
  readonly shown: ShownKey;
  readonly onRemoved: () => Promise<void>;
}

function Remove({ token, shown: { keyId, label }, onRemoved }: RemoveProps) {
  const { t } = useTranslation('request');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const question = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) title.current?.focus();
  }, [asking]);
  const remove = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const answer = await pena().call('token.removeKey', { token, keyId });
    setBusy(false);
    if (answer.ok) await onRemoved();
    else if (answer.error.code === 'CANCELLED') announce(t('cancelled'));
    else setFailure(answer.error);
  };
  return (
    <div className={classes['remove']}>
      <Button
        ref={button}
        variant="subtle"
        size="sm"
        aria-label={t('keys.removeName', { name: label || keyId })}
        aria-expanded={asking}
        onClick={() => {
          setFailure(null);
          setAsking(!asking);
        }}
      >
        {t('keys.remove')}
      </Button>
      {asking && (
        <section className={classes['question']} aria-labelledby={question}>
          <h4 id={question} ref={title} tabIndex={-1}>
            {t('keys.sure')}
          </h4>
          <p>{t('keys.sureText')}</p>
          {failure !== null && <FailureNotice failure={failure} />}
          <div className={classes['buttons']}>
            <Button
              variant="filled"
              disabled={busy}
              onClick={() => {
                setAsking(false);
                button.current?.focus();
              }}
            >
              {t('keys.no')}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => void remove()}>
              {t('keys.yes')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
