// The secrets in the keychain: what there is, since when, and a button to be rid of each.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { SecretHandle, SecretRow } from '../../../core/contract/secrets.ts';
import { pena } from '../../base/bridge.ts';
import { formatDate, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { useShownList } from './use-shown-list.ts';
import classes from './settings.module.css';

interface SecretsProps {
  readonly zone: Zone;
  /** Whether the office's policy says if secrets may be kept. */
  readonly locked: boolean;
}

const read = () => pena().call('secrets.list', {});

export function Secrets({ zone, locked }: SecretsProps) {
  const { t } = useTranslation('settings');
  const heading = useId();
  const { list, failure, setFailure, take } = useShownList(read);

  const remove = async (secret: SecretHandle): Promise<void> => {
    take(await pena().call('secrets.delete', { secret }), t('secrets.deleted'));
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
