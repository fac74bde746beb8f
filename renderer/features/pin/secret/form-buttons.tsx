// Go on, or leave.
import { useTranslation } from 'react-i18next';
import classes from '../pin.module.css';

interface Props {
  readonly label: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
}

export function FormButtons({ label, busy, onCancel }: Props) {
  const { t } = useTranslation('secret');
  return (
    <div className={classes['buttons']}>
      <button type="submit" className={classes['primary']} disabled={busy}>
        {label}
      </button>
      <button type="button" className={classes['secondary']} onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
