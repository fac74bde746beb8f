// What tokens and certificates this computer can read, and in words why one cannot be used.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Loader } from '@mantine/core';
import { announce } from '../../base/announce.ts';
import { formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { isIncomplete, type TokensState } from '../../base/tokens-state.ts';
import { RefreshIcon, TokenIcon } from '../../components/icons.tsx';
import { ModuleMarks } from '../../components/module-marks.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { TokenCard } from './token-card.tsx';
import classes from './tokens.module.css';

interface Props {
  readonly tokens: TokensState;
  readonly zone: Zone;
  readonly onLost: () => void;
  /** To the page that says why one is not seen. */
  readonly onMissing: () => void;
  /** To the page where a certificate is asked for. */
  readonly onRequest: () => void;
  /** Below what is there now: what was once there. */
  readonly children?: ReactNode;
}

export function TokensView({ tokens, zone, onLost, onMissing, onRequest, children }: Props) {
  const { t, i18n } = useTranslation(['tokens', 'common', 'doctor', 'request']);
  const { list, failure, reading } = tokens;
  const refresh = async (): Promise<void> => {
    const answer = await tokens.refresh();
    if (answer === null) return;
    const count = answer.tokens.length;
    announce(t('refreshed', { count, formatted: formatNumber(count, languageOf(i18n.language)) }));
  };
  // What a module's mark says already is not said twice.
  const problems = list?.problems.filter(
    ({ code, params }) =>
      !list.modules.some(
        ({ name, problem }) => problem?.code === code && params['module'] === name,
      ),
  );
  const button = (
    <Button
      variant="default"
      leftSection={reading ? <Loader size={16} /> : <RefreshIcon size={18} />}
      aria-disabled={reading}
      onClick={() => void refresh()}
    >
      {t('common:refresh')}
    </Button>
  );
  return (
    <div className={classes['tokens']}>
      <ViewHeader
        title={t('title')}
        subtitle={reading ? t('refreshing') : t('subtitle')}
        actions={
          <>
            <Button variant="subtle" onClick={onMissing}>
              {t('doctor:open')}
            </Button>
            <Button variant="default" onClick={onRequest}>
              {t('request:open')}
            </Button>
            {button}
          </>
        }
      />
      {failure !== null && <FailureNotice failure={failure} />}
      {list?.tokens.map((token, index) => (
        <TokenCard
          key={token.token}
          name={nameApart(list.tokens, index)}
          token={token}
          certificates={list.certificates.filter((choice) => choice.token === token.token)}
          zone={zone}
          onPin={() => void tokens.refresh()}
        />
      ))}
      {list !== null && list.tokens.length === 0 && !isIncomplete(list) && (
        <NoToken onLost={onLost} />
      )}
      {problems !== undefined && problems.length > 0 && (
        <section className={classes['problems']} aria-label={t('problems')}>
          <h2>{t('problems')}</h2>
          <p>{t('problemsText')}</p>
          {problems.map((problem, index) => (
            <FailureNotice key={index} failure={problem} tone="warn" />
          ))}
        </section>
      )}
      {list !== null && list.modules.length > 0 && (
        <ModuleMarks modules={list.modules} zone={zone} />
      )}
      {children}
    </div>
  );
}

/** Two tokens may have one label, and one token may be seen by two modules. */
function nameApart(all: readonly { readonly label: string }[], index: number): string {
  const label = all[index]?.label ?? '';
  const before = all.slice(0, index).filter((other) => other.label === label).length;
  return before === 0 ? label : `${label} (${String(before + 1)})`;
}

function NoToken({ onLost }: Pick<Props, 'onLost'>) {
  const { t } = useTranslation('tokens');
  return (
    <section className={classes['empty']}>
      <span className={classes['emptyIcon']}>
        <TokenIcon size={30} />
      </span>
      <h2>{t('empty.title')}</h2>
      <ol className={classes['steps']}>
        <li>{t('empty.steps.plug')}</li>
        <li>{t('empty.steps.driver')}</li>
        <li>{t('empty.steps.refresh')}</li>
      </ol>
      <p className={classes['emptyNote']}>{t('empty.verify')}</p>
      <Button variant="default" onClick={onLost}>
        {t('empty.lost')}
      </Button>
    </section>
  );
}
