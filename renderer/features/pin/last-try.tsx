// The last try locks the token when it is wrong: it is asked for in so many words.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Warning } from './warning.tsx';
import classes from './pin.module.css';

interface Props {
  /** What is at stake, where it is not the PIN of a signature. */
  readonly text?: string;
  readonly confirmed: boolean;
  /** Whether submitting was tried without it. */
  readonly missing: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
}

export function LastTry({ text, confirmed, missing, onConfirm }: Props) {
  const { t } = useTranslation('pin');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (missing) box.current?.focus();
  }, [missing]);
  return (
    <Warning tone="bad">
      <p>{text ?? t('finalTry')}</p>
      <label className={classes['confirm']}>
        <input
          ref={box}
          type="checkbox"
          checked={confirmed}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? 'last-try-missing' : undefined}
          onChange={(event) => onConfirm(event.currentTarget.checked)}
        />
        {t('finalTryConfirm')}
      </label>
      {missing && (
        <p id="last-try-missing" className={classes['missing']}>
          {t('finalTryMissing')}
        </p>
      )}
    </Warning>
  );
}
