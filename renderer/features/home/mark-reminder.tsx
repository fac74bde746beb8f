// On the first screen while the windows for secrets bear no mark: the way to choose one, for whoever has a token.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { pena } from '../../base/bridge.ts';
import type { TokenList } from '../../base/tokens-state.ts';
import classes from './home.module.css';

interface Props {
  /** Null while it is not known yet. */
  readonly list: TokenList | null;
  readonly onChoose: () => void;
  /** Not again in this run. */
  readonly onLater: () => void;
}

export function MarkReminder({ list, onChoose, onLater }: Props) {
  const { t } = useTranslation('home');
  const due = useDue(list);
  if (!due) return null;
  return (
    <section className={classes['open']} aria-label={t('mark.title')} data-testid="mark-reminder">
      <div className={classes['openText']}>
        <h2>{t('mark.title')}</h2>
        <p>{t('mark.text')}</p>
      </div>
      <div className={classes['openActions']}>
        <Button variant="subtle" onClick={onLater}>
          {t('mark.later')}
        </Button>
        <Button variant="default" onClick={onChoose}>
          {t('mark.choose')}
        </Button>
      </div>
    </section>
  );
}

/** Whether a token was ever seen here and no mark was chosen. What cannot be read reminds of nothing. */
function useDue(list: TokenList | null): boolean {
  const [due, setDue] = useState(false);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const state = await pena().call('mark.state', {});
      const known = await pena().call('certificate.known', {});
      const seen =
        (list !== null && list.tokens.length > 0) ||
        (known.ok && known.value.certificates.some(({ token }) => token !== null));
      if (current) setDue(seen && state.ok && !state.value.chosen);
    };
    void read();
    return () => {
      current = false;
    };
  }, [list]);
  return due;
}
