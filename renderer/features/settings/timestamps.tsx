// The time-stamp authorities: listed in the order they are asked, added, removed and put to the test.
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextInput } from '@mantine/core';
import type { ShownAuthority } from '../../../core/contract/proof.ts';
import { announce } from '../../base/announce.ts';
import type { Zone } from '../../base/format.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { AuthorityRow } from './authority-row.tsx';
import classes from './settings.module.css';
import { useAuthorities } from './use-authorities.ts';

interface Props {
  readonly zone: Zone;
  /** Whether the office's policy has the list. */
  readonly locked: boolean;
  /** After a password was kept for one of them. */
  readonly onSecret: () => void;
}

export function Timestamps({ zone, locked, onSecret }: Props) {
  const { t } = useTranslation('settings');
  const heading = useId();
  const { authorities, failure, setFailure, change } = useAuthorities(() => announce(t('saved')));

  return (
    <section className={classes['card']} aria-labelledby={heading} data-testid="timestamps">
      <div className={classes['section']}>
        <h2 id={heading}>{t('timestamps.title')}</h2>
        <p className={classes['hint']}>
          {locked && `${t('policy.locked')} `}
          {t(authorities.length === 0 ? 'timestamps.none' : 'timestamps.hint')}
        </p>
        {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
        {authorities.length > 0 && (
          <ul className={classes['authorities']} aria-label={t('timestamps.listed')}>
            {authorities.map((authority) => (
              <AuthorityRow
                key={authority.url}
                authority={authority}
                zone={zone}
                onSecret={onSecret}
                onRemove={
                  locked
                    ? null
                    : () => void change((now) => now.filter(({ url }) => url !== authority.url))
                }
              />
            ))}
          </ul>
        )}
        {!locked && (
          <NewAuthority
            onAdd={(added) =>
              change((now) => [...now.filter(({ url }) => url !== added.url), added])
            }
          />
        )}
      </div>
    </section>
  );
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && username === '' && password === '';
}

function NewAuthority({ onAdd }: { readonly onAdd: (one: ShownAuthority) => Promise<boolean> }) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const address = url.trim();
    setWrong(!isAddress(address));
    if (!isAddress(address)) return;
    const added = await onAdd({ name: name.trim() || new URL(address).host, url: address });
    if (!added) return;
    setName('');
    setUrl('');
  };
  return (
    <form className={classes['newAuthority']} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('timestamps.name')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('timestamps.url')}
        description={t('timestamps.urlHint')}
        inputMode="url"
        value={url}
        maxLength={2048}
        error={wrong ? t('timestamps.urlWrong') : undefined}
        onChange={(event) => {
          setUrl(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <Button type="submit" variant="default" disabled={url.trim() === ''}>
        {t('timestamps.add')}
      </Button>
    </form>
  );
}
