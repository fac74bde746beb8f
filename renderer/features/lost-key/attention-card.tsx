// On the first screen: a report that is not finished, so that it is found again after a restart.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { CaseList } from '../../../core/contract/lost-key.ts';
import { pena } from '../../base/bridge.ts';
import { AlertIcon } from '../../components/icons.tsx';
import classes from './lost-key.module.css';

const SHOWN = 3;

export function LostKeyCard({ onShow }: { readonly onShow: () => void }) {
  const { t } = useTranslation('lostKey');
  const [list, setList] = useState<CaseList | null>(null);
  useEffect(() => {
    let current = true;
    const read = (): void => {
      void pena()
        .call('lostKey.cases', {})
        .then((answer) => {
          if (current) setList(answer.ok ? answer.value : null);
        });
    };
    read();
    const stop = pena().on('lostKey.changed', read);
    return () => {
      current = false;
      stop();
    };
  }, []);
  const open = list?.cases.filter(({ state, owed }) => state !== 'withdrawn' && owed.length > 0);
  const locked = list !== null && list.access !== 'open';
  if (!locked && (open ?? []).length === 0) return null;
  return (
    <section
      className={classes['attention']}
      aria-label={t('cases.attention')}
      data-testid="lost-attention"
    >
      <AlertIcon size={22} />
      <div className={classes['grow']}>
        <h2>{t('cases.attention')}</h2>
        {locked && <p>{t('cases.attentionLocked')}</p>}
        {open?.slice(0, SHOWN).map(({ case: handle, name, state }) => (
          <p key={handle}>{t('cases.attentionText', { name, state: t(`states.${state}`) })}</p>
        ))}
      </div>
      <Button variant="default" onClick={onShow}>
        {t('cases.show')}
      </Button>
    </section>
  );
}
