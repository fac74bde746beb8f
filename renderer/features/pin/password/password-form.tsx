// The field for the password. What is typed lives in the field alone, and leaves it as bytes.
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { penaPassword } from '../../../base/bridge.ts';
import { takePin } from '../take-pin.ts';
import classes from '../pin.module.css';

interface Props {
  /** For how long the password is known. */
  readonly kept: string;
  readonly onCancel: () => void;
}

export function PasswordForm({ kept, onCancel }: Props) {
  const { t } = useTranslation('password');
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'ready' | 'empty' | 'busy'>('ready');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (field.current === null || state === 'busy') return;
    const password = takePin(field.current);
    if (password === null) {
      setState('empty');
      field.current.focus();
      return;
    }
    setState('busy');
    void penaPassword()
      .call('password.submit', { password })
      .finally(() => {
        password.fill(0);
        setState('ready');
      });
  };
  const hints = { ready: kept, empty: t('empty'), busy: t('waiting') };
  return (
    <form className={classes['form']} autoComplete="off" onSubmit={submit}>
      <div>
        <label className={classes['label']} htmlFor="password">
          {t('password')}
        </label>
        <input
          ref={field}
          id="password"
          className={classes['field']}
          type="password"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
          maxLength={300}
          readOnly={state === 'busy'}
          aria-invalid={state === 'empty' || undefined}
          aria-describedby="password-hint"
        />
        <p
          id="password-hint"
          className={classes['muted']}
          data-problem={state === 'empty' || undefined}
        >
          {hints[state]}
        </p>
      </div>
      <div className={classes['buttons']}>
        <button type="submit" className={classes['primary']} disabled={state === 'busy'}>
          {t('submit')}
        </button>
        <button type="button" className={classes['secondary']} onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
