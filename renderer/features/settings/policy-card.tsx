// What the office's administrator has set: said once, by name, for those who wonder why it cannot be changed.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './settings.module.css';
import type { PolicyState } from './use-policy.ts';

export function PolicyCard({ policy: { found, office, locked }, failure }: PolicyState) {
  const { t } = useTranslation('settings');
  const heading = useId();
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (!found) return null;
  return (
    <section className={classes['card']} aria-labelledby={heading} data-testid="policy">
      <div className={classes['section']}>
        <h2 id={heading}>{t('policy.title')}</h2>
        <p className={classes['hint']}>
          {office === null ? t('policy.hint') : t('policy.hintOf', { office })}
        </p>
        {locked.length > 0 && (
          <ul className={classes['locked']}>
            {locked.map((name) => (
              <li key={name}>{t(`policy.names.${name}`)}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
