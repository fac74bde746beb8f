// On the first screen where no token is seen: the way to the reason.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { isIncomplete, type TokenList } from '../../base/tokens-state.ts';
import classes from './doctor.module.css';

interface Props {
  /** Null while it is not known yet. */
  readonly list: TokenList | null;
  readonly onShow: () => void;
}

export function MissingTokenCard({ list, onShow }: Props) {
  const { t } = useTranslation('doctor');
  if (list === null || list.tokens.length > 0 || isIncomplete(list)) return null;
  return (
    <section
      className={`${classes['card']} ${classes['apart']}`}
      aria-label={t('home.title')}
      data-testid="missing-token"
    >
      <div className={classes['head']}>
        <div className={classes['grow']}>
          <h2>{t('home.title')}</h2>
          <p className={classes['hint']}>{t('home.text')}</p>
        </div>
        <Button variant="default" onClick={onShow}>
          {t('open')}
        </Button>
      </div>
    </section>
  );
}
