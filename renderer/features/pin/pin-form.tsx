// The PIN field. What is typed lives in the field alone, never in React's state, and leaves it as bytes.
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LastTry } from './last-try.tsx';
import { takePin } from './take-pin.ts';
import classes from './pin.module.css';

interface Props {
  readonly finalTry: boolean;
  readonly mayKeep: boolean;
  /** The button's word. */
  readonly submit: string;
  readonly onSubmit: (
    pin: Uint8Array<ArrayBuffer>,
    lastTryConfirmed: boolean,
    keep: boolean,
  ) => Promise<void>;
  readonly onCancel: () => void;
}

export function PinForm({ finalTry, mayKeep, submit: word, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('pin');
  const field = useRef<HTMLInputElement>(null);
  const [confirmed, setConfirmed] = useState(false);
  const [problem, setProblem] = useState<'empty' | 'unconfirmed' | null>(null);
  const [busy, setBusy] = useState(false);
  const [keep, setKeep] = useState(false);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (field.current === null || busy) return;
    if (finalTry && !confirmed) {
      setProblem('unconfirmed');
      return;
    }
    const pin = takePin(field.current);
    if (pin === null) {
      setProblem('empty');
      field.current.focus();
      return;
    }
    setProblem(null);
    setBusy(true);
    void onSubmit(pin, confirmed, keep).finally(() => setBusy(false));
  };

  return (
    <form className={classes['form']} autoComplete="off" onSubmit={submit}>
      {finalTry && (
        <LastTry
          confirmed={confirmed}
          missing={problem === 'unconfirmed'}
          onConfirm={(value) => {
            setConfirmed(value);
            setProblem(null);
          }}
        />
      )}
      <div>
        <label className={classes['label']} htmlFor="pin">
          {t('pin')}
        </label>
        <input
          ref={field}
          id="pin"
          className={classes['field']}
          type="password"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
          readOnly={busy}
          aria-invalid={problem === 'empty' || undefined}
          aria-describedby="pin-hint"
        />
        <p
          id="pin-hint"
          className={classes['muted']}
          data-problem={problem === 'empty' || undefined}
        >
          {problem === 'empty' ? t('empty') : busy ? t('waiting') : t('keep')}
        </p>
      </div>
      {mayKeep && (
        <div>
          <label className={classes['keep']}>
            <input
              type="checkbox"
              checked={keep}
              aria-describedby="keep-hint"
              onChange={(event) => setKeep(event.currentTarget.checked)}
            />
            {t('keepIt')}
          </label>
          <p id="keep-hint" className={classes['muted']}>
            {t('keepHint')}
          </p>
        </div>
      )}
      <div className={classes['buttons']}>
        <button type="submit" className={classes['primary']} disabled={busy}>
          {word}
        </button>
        <button type="button" className={classes['secondary']} onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
