// A server's user name and password, for the keychain of this computer.
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasswordTask } from '../../../../core/contract/secret-window.ts';
import { penaSecret } from '../../../base/bridge.ts';
import { takePin } from '../take-pin.ts';
import { Warning } from '../warning.tsx';
import { FormButtons } from './form-buttons.tsx';
import { SecretField } from './secret-field.tsx';
import classes from '../pin.module.css';

interface Props {
  readonly task: PasswordTask;
  readonly onCancel: () => void;
}

export function PasswordForm({ task, onCancel }: Props) {
  const { t } = useTranslation('secret');
  const name = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [user, setUser] = useState(task.user);
  const [problem, setProblem] = useState<'user' | 'password' | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy || field.current === null) return;
    if (user.trim() === '' || user.includes(':')) {
      setProblem('user');
      name.current?.focus();
      return;
    }
    const password = takePin(field.current);
    if (password === null) {
      setProblem('password');
      field.current.focus();
      return;
    }
    setProblem(null);
    setBusy(true);
    void penaSecret()
      .call('secret.setPassword', { user: user.trim(), password })
      .finally(() => {
        password.fill(0);
        setBusy(false);
      });
  };

  return (
    <form className={classes['form']} autoComplete="off" onSubmit={submit}>
      <p>{t('password.text')}</p>
      {!task.encrypted && <Warning tone="warn">{t('password.open')}</Warning>}
      <div>
        <label className={classes['label']} htmlFor="user">
          {t('password.user')}
        </label>
        <input
          ref={name}
          id="user"
          className={classes['plainField']}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          autoFocus
          value={user}
          readOnly={busy}
          aria-invalid={problem === 'user' || undefined}
          aria-describedby={problem === 'user' ? 'user-problem' : undefined}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        {problem === 'user' && (
          <p id="user-problem" className={classes['muted']} role="alert" data-problem>
            {t('password.userWrong')}
          </p>
        )}
      </div>
      <SecretField
        id="password"
        label={t('password.password')}
        field={field}
        hint={t('password.hint')}
        problem={problem === 'password' ? t('password.empty') : undefined}
        readOnly={busy}
      />
      <FormButtons label={t('password.submit')} busy={busy} onCancel={onCancel} />
    </form>
  );
}
