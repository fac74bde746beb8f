// The secrets in the keychain: what there is, since when, and a button to be rid of each.
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { SecretHandle, SecretList, SecretRow } from '../../../core/contract/secrets.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { formatDate, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './settings.module.css';

interface SecretsProps {
  readonly zone: Zone;
  /** Whether the office's policy says if secrets may be kept. */
  readonly locked: boolean;
}

export function Secrets({ zone, locked }: SecretsProps) {
  const { t } = useTranslation('settings');
  const heading = useId();
  const [list, setList] = useState<SecretList | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let current = true;
    void pena()
      .call('secrets.list', {})
      .then((answer) => {
        if (!current) return;
        if (answer.ok) setList(answer.value);
        else setFailure(answer.error);
      });
    return () => {
      current = false;
    };
  }, []);

  const remove = async (secret: SecretHandle): Promise<void> => {
    const answer = await pena().call('secrets.delete', { secret });
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setList(answer.value);
    announce(t('secrets.deleted'));
  };

  return (
    <section className={classes['card']} aria-labelledby={heading} data-testid="secrets">
      <div className={classes['section']}>
        <h2 id={heading}>{t('secrets.title')}</h2>
        <p className={classes['hint']}>
          {locked && `${t('policy.locked')} `}
          {t('secrets.hint')}
        </p>
        {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
        {list !== null && (
          <p role="status">
            {list.keychain === 'available'
              ? list.secrets.length === 0 && t('secrets.none')
              : t(`secrets.${list.keychain}`)}
          </p>
        )}
        {list !== null && list.secrets.length > 0 && (
          <ul className={classes['authorities']} aria-label={t('secrets.title')}>
            {list.secrets.map((row) => (
              <Row
                key={row.secret ?? row.kind}
                row={row}
                zone={zone}
                onRemove={(secret) => void remove(secret)}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  readonly row: SecretRow;
  readonly zone: Zone;
  readonly onRemove: (secret: SecretHandle) => void;
}

function Row({ row: { secret, kind, label, since, expires }, zone, onRemove }: RowProps) {
  const { t, i18n } = useTranslation('settings');
  const language = languageOf(i18n.language);
  const name = t(`secrets.kinds.${kind}`);
  return (
    <li className={classes['authority']}>
      <div className={classes['authorityText']}>
        <strong>
          {name}: {label}
        </strong>
        <span className={classes['hint']}>
          {t('secrets.since', { date: formatDate(since, zone, language) })}
          {expires !== null &&
            ` · ${t('secrets.expires', { date: formatDate(expires, zone, language) })}`}
        </span>
      </div>
      {secret === null ? (
        <span className={classes['hint']}>{t('secrets.draftsStay')}</span>
      ) : (
        <Button
          variant="subtle"
          size="sm"
          aria-label={t('secrets.removeName', { name, label })}
          onClick={() => onRemove(secret)}
        >
          {t('secrets.remove')}
        </Button>
      )}
    </li>
  );
}
