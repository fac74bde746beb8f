// For a superior who was sent a request to acknowledge somebody's statement.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

export function SuperiorCard({ lost }: { readonly lost: LostKey }) {
  const { t } = useTranslation('acknowledge');
  const open = async (): Promise<void> => {
    const request = await lost.ask('lostKey.openRequest', {});
    if (request !== null) lost.go({ kind: 'request', request });
  };
  return (
    <section className={classes['card']} aria-labelledby="lost-superior">
      <h2 id="lost-superior">{t('superiorCard')}</h2>
      <p className={classes['hint']}>{t('superiorText')}</p>
      <Button variant="default" disabled={lost.busy} onClick={() => void open()}>
        {t('open')}
      </Button>
    </section>
  );
}
