// The mark of the PIN window: whether there is one, and the way to choose another. Which one it is stays in
// the windows for secrets.
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Failure } from '../../../core/contract/shapes.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './settings.module.css';

interface Props {
  /** The person came here for the mark. */
  readonly wanted: boolean;
}

export function MarkCard({ wanted }: Props) {
  const { t } = useTranslation('settings');
  const heading = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (wanted) title.current?.focus();
  }, [wanted]);

  useEffect(() => {
    let current = true;
    void pena()
      .call('mark.state', {})
      .then((answer) => {
        if (!current) return;
        if (answer.ok) setChosen(answer.value.chosen);
        else setFailure(answer.error);
      });
    return () => {
      current = false;
    };
  }, []);

  const choose = async (): Promise<void> => {
    const answer = await pena().call('mark.choose', {});
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setChosen(answer.value.chosen);
    if (answer.value.chosen) announce(t('mark.chosen'));
  };

  return (
    <section className={classes['card']} aria-labelledby={heading} data-testid="mark-card">
      <div className={classes['section']}>
        <h2 id={heading} ref={title} tabIndex={-1}>
          {t('mark.title')}
        </h2>
        <p className={classes['hint']}>{t('mark.hint')}</p>
        {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
        {chosen !== null && (
          <div className={classes['authority']}>
            <p className={classes['authorityText']} role="status">
              {t(chosen ? 'mark.there' : 'mark.none')}
            </p>
            <Button variant="default" onClick={() => void choose()}>
              {t(chosen ? 'mark.change' : 'mark.choose')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
