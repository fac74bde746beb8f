// Above everything in every window of practice mode: that nothing here is for real. It cannot be closed.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_PIN } from '../../core/domain/practice-token.ts';
import { inPractice } from '../base/practice.ts';
import { PracticeIcon } from './icons.tsx';
import classes from './practice-strip.module.css';

interface Props {
  /** In a window for secrets, where there is less room. */
  readonly short?: boolean;
  /** Whether the practice token's PIN is asked for here. */
  readonly pin?: boolean;
  readonly children?: ReactNode;
}

export function PracticeStrip({ short = false, pin = false, children }: Props) {
  const { t } = useTranslation('practice');
  if (!inPractice()) return null;
  return (
    <section
      className={classes['strip']}
      aria-label={t('strip.label')}
      data-testid="practice-strip"
    >
      <PracticeIcon size={22} />
      <p className={classes['text']}>
        <strong>{t(short ? 'strip.short' : 'strip.main')}</strong>{' '}
        {pin && <span>{t('strip.pin', { pin: PRACTICE_PIN })}</span>}
      </p>
      {children}
    </section>
  );
}
