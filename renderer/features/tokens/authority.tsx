// Whom to turn to where the token's software can do no more.
import { useTranslation } from 'react-i18next';
import type { ShownPinFacts } from '../../../core/contract/token-pin.ts';
import classes from './pin-panel.module.css';

export function Authority({ authority }: Pick<ShownPinFacts, 'authority'>) {
  const { t } = useTranslation('tokens');
  if (authority === null) return <p className={classes['way']}>{t('pinLife.wayUnnamed')}</p>;
  const { name, phone, email, postalAddress } = authority;
  const ways = [phone, email, postalAddress].filter((way) => way !== null);
  return (
    <p className={classes['way']} data-testid="authority-way">
      {t('pinLife.way')} <strong>{name}</strong>
      {ways.length > 0 && ` (${ways.join(' · ')})`}
    </p>
  );
}
