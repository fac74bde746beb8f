// "Mengetahui, Atasan Langsung": the signed statement goes to the superior as a file, and comes back signed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import { CheckIcon } from '../../components/icons.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly shown: ShownCase;
}

export function AskCard({ lost, shown }: Props) {
  const { t } = useTranslation('acknowledge');
  const [unchecked, setUnchecked] = useState(false);
  const { statement } = shown;
  const ask = async (): Promise<void> => {
    const answer = await lost.ask('lostKey.askSuperior', { case: shown.case });
    if (answer?.saved === true) announce(t('asked'));
  };
  const take = async (): Promise<void> => {
    const answer = await lost.ask('lostKey.takeAnswer', { case: shown.case });
    if (answer === null) return;
    lost.update(answer.case);
    setUnchecked(!answer.by.checked);
    announce(t('by', { name: answer.by.name }));
  };
  const { signedByOwner = false, acknowledged = false, acknowledgedBy = null } = statement ?? {};
  return (
    <section
      className={classes['card']}
      aria-labelledby="lost-acknowledge"
      data-testid="lost-acknowledge"
    >
      <h2 id="lost-acknowledge">{t('title')}</h2>
      {acknowledged && (
        <p className={classes['kept']}>
          <CheckIcon size={18} />
          {acknowledgedBy === null ? t('said') : t('by', { name: acknowledgedBy })}
        </p>
      )}
      {unchecked && <p className={classes['hint']}>{t('unchecked')}</p>}
      {!signedByOwner && <p className={classes['hint']}>{t('first')}</p>}
      {signedByOwner && !acknowledged && (
        <>
          <p className={classes['hint']}>{t('text')}</p>
          <p className={classes['hint']}>{t('plain')}</p>
          <div className={classes['buttons']}>
            <Button variant="default" disabled={lost.busy} onClick={() => void ask()}>
              {t('ask')}
            </Button>
            <Button variant="default" disabled={lost.busy} onClick={() => void take()}>
              {t('take')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
