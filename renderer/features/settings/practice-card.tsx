// The way to practice mode.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import classes from './settings.module.css';

interface Props {
  /** The office's policy says whether anybody practises. */
  readonly locked: boolean;
  readonly onPractice: () => void;
}

export function PracticeCard({ locked, onPractice }: Props) {
  const { t } = useTranslation(['practice', 'settings']);
  return (
    <section className={classes['card']} aria-label={t('title')} data-testid="practice-card">
      <div className={classes['section']}>
        <h2>{t('title')}</h2>
        <div className={classes['authority']}>
          <p className={classes['authorityText']}>
            {t('settings')}
            {locked && <span className={classes['hint']}>{t('settings:policy.locked')}</span>}
          </p>
          <Button variant="default" onClick={onPractice}>
            {t('title')}
          </Button>
        </div>
      </div>
    </section>
  );
}
