// What is still missing, by name, as the registration authority will look for it.
import { useTranslation } from 'react-i18next';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import { CheckIcon } from '../../components/icons.tsx';
import { lacks } from './own-letters.tsx';
import classes from './letters.module.css';

export function MissingCard({ shown }: { readonly shown: ShownLetter }) {
  const { t } = useTranslation('letters');
  const { fields, papers, agreement } = shown.missing;
  return (
    <section
      className={classes['card']}
      aria-labelledby="letter-missing"
      data-testid="letter-missing"
    >
      <h2 id="letter-missing">{t('missing.title')}</h2>
      {lacks(shown) === 0 && (
        <p className={classes['kept']}>
          <CheckIcon size={18} />
          {t('missing.nothing')}
        </p>
      )}
      {agreement && <p>{t('missing.agreement')}</p>}
      {fields.length > 0 && (
        <div>
          <h3>{t('missing.fields')}</h3>
          <ul className={classes['names']}>
            {fields.map((name) => (
              <li key={name}>{t(`fields.${name}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {papers.length > 0 && (
        <div>
          <h3>{t('missing.papers')}</h3>
          <ul className={classes['names']}>
            {papers.map((paper) => (
              <li key={paper}>{t(`papers.${paper}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
