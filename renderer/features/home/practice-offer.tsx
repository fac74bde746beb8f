// On the first screen: the way to try the program without consequences.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { inPractice } from '../../base/practice.ts';
import classes from './home.module.css';

export function PracticeOffer({ onPractice }: { readonly onPractice: () => void }) {
  const { t } = useTranslation('practice');
  if (inPractice()) return null;
  return (
    <section className={classes['try']} aria-label={t('home.title')}>
      <p>
        <strong>{t('home.title')}</strong> {t('home.text')}
      </p>
      <Button variant="subtle" size="sm" onClick={onPractice}>
        {t('home.button')}
      </Button>
    </section>
  );
}
