// A certificate's beginning (Pasal 7, 11, 15, 16(3)b): which token, the request made on it, the issued
// certificate brought back, and the keys that wait for one.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Loader, NativeSelect } from '@mantine/core';
import type { TokenHandle } from '../../../core/contract/shapes.ts';
import type { TokensState } from '../../base/tokens-state.ts';
import type { Zone } from '../../base/format.ts';
import { AlertIcon } from '../../components/icons.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { ImportCard } from './import-card.tsx';
import { KeysCard } from './keys-card.tsx';
import { RequestCard } from './request-card.tsx';
import { useTokenKeys } from './use-token-keys.ts';
import classes from './request.module.css';

/** Why one is asked for, and for whom. */
export interface RequestStart {
  readonly reason: 'new' | 'renewal' | 'reissue';
  readonly name: string;
}

interface Props {
  readonly start: RequestStart;
  readonly tokens: TokensState;
  readonly zone: Zone;
  readonly onTokens: () => void;
}

export function RequestView({ start, tokens, zone, onTokens }: Props) {
  const { t } = useTranslation('request');
  const [wanted, setWanted] = useState<TokenHandle | null>(null);
  const all = tokens.list?.tokens ?? [];
  const token = all.find((one) => one.token === wanted) ?? all[0] ?? null;
  const keys = useTokenKeys(token?.token ?? null);
  const { found, failure } = keys;
  const onChange = async (): Promise<void> => {
    await keys.refresh();
    await tokens.refresh();
  };
  return (
    <div className={classes['request']} data-testid="request">
      <ViewHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <Button variant="subtle" onClick={onTokens}>
            {t('back')}
          </Button>
        }
      />
      {start.reason !== 'new' && (
        <p className={classes['note']} data-testid="reason">
          {t(`reasons.${start.reason}`, { name: start.name })}
        </p>
      )}
      {tokens.failure !== null && <FailureNotice failure={tokens.failure} />}
      {token === null ? (
        <p className={classes['note']} role="status">
          {tokens.reading ? t('reading') : t('noToken')}
        </p>
      ) : (
        <>
          <NativeSelect
            className={classes['token'] ?? ''}
            label={t('token')}
            value={token.token}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setWanted(all.find((one) => one.token === value)?.token ?? null);
            }}
            data={all.map((one) => ({
              value: one.token,
              label: t('tokenLine', { label: one.label, serial: one.serial }),
            }))}
          />
          {failure !== null && <FailureNotice failure={failure} />}
          {found === null && failure === null && (
            <p className={classes['reading']} role="status">
              <Loader size={16} /> {t('readingKeys')}
            </p>
          )}
          {found?.kinds.length === 0 && (
            <p className={classes['warning']} data-testid="makes-none">
              <AlertIcon size={22} />
              <span>{t('makesNone', { label: token.label })}</span>
            </p>
          )}
          {found !== null && (
            <>
              <RequestCard
                key={`${token.token} ${start.reason} ${start.name}`}
                token={token.token}
                name={start.name}
                found={found}
                onChange={onChange}
              />
              <ImportCard key={token.token} token={token.token} zone={zone} onChange={onChange} />
              <KeysCard token={token.token} keys={found.keys} onChange={onChange} />
            </>
          )}
        </>
      )}
    </div>
  );
}
