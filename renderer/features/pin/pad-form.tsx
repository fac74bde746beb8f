// With a PIN pad nothing is typed here: an empty answer lets the reader ask.
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { KeypadIcon } from '../../components/icons.tsx';
import { LastTry } from './last-try.tsx';
import classes from './pin.module.css';

interface Props {
  readonly finalTry: boolean;
  readonly onSubmit: (pin: Uint8Array<ArrayBuffer>, lastTryConfirmed: boolean) => Promise<void>;
  readonly onCancel: () => void;
}

export function PadForm({ finalTry, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('pin');
  const [confirmed, setConfirmed] = useState(false);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (finalTry && !confirmed) {
      setMissing(true);
      return;
    }
    setBusy(true);
    void onSubmit(new Uint8Array(0), confirmed).finally(() => setBusy(false));
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      {finalTry && (
        <LastTry
          confirmed={confirmed}
          missing={missing}
          onConfirm={(value) => {
            setConfirmed(value);
            setMissing(false);
          }}
        />
      )}
      <p className={classes['pad']} role="status">
        <KeypadIcon size={24} />
        <span>{t(busy ? 'padWaiting' : 'pad')}</span>
      </p>
      <div className={classes['buttons']}>
        <button type="submit" className={classes['primary']} autoFocus={!finalTry} disabled={busy}>
          {t('padStart')}
        </button>
        <button type="button" className={classes['secondary']} onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
