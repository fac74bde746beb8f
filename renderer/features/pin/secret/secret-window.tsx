// What is asked for, by whose window, and the form for it.
import { useTranslation } from 'react-i18next';
import type { SecretDescription, SecretTask } from '../../../../core/contract/secret-window.ts';
import { penaSecret } from '../../../base/bridge.ts';
import { LockIcon } from '../../../components/icons.tsx';
import { MarkBanner } from '../mark-banner.tsx';
import { useSecretWindow } from '../use-secret-window.ts';
import { Warning } from '../warning.tsx';
import { MarkForm } from './mark-form.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SetPinForm } from './set-pin-form.tsx';
import { ShownSecret } from './shown-secret.tsx';
import classes from '../pin.module.css';

const cancel = (): void => {
  void penaSecret().call('secret.cancel', {});
};

/** Null: main could not say what it is for. Then nothing is asked. */
export function SecretWindow({ description }: { readonly description: SecretDescription | null }) {
  const { t } = useTranslation('secret');
  const task = description?.task;
  const title = t(task === undefined ? 'failedTitle' : titleOf(task));
  useSecretWindow(title, cancel);

  return (
    <main className={classes['window']}>
      <header className={classes['head']}>
        <div>
          <h1>{title}</h1>
          {task?.kind === 'set-pin' && (
            <p className={classes['muted']}>
              {t('token', { label: task.tokenLabel, serial: task.tokenSerial })}
            </p>
          )}
          {task?.kind === 'password' && <p className={classes['muted']}>{task.server}</p>}
          {task?.kind === 'passphrase' && (
            <p className={classes['muted']}>
              {t(`passphrase.${task.what}.text`, { server: task.server })}
            </p>
          )}
          {task?.kind === 'show' && <p className={classes['muted']}>{t('show.text')}</p>}
          {task?.kind === 'mark' && <p className={classes['muted']}>{t('mark.why')}</p>}
        </div>
        <span className={classes['lock']}>
          <LockIcon size={22} />
        </span>
      </header>
      {description === null ? (
        <>
          <Warning tone="bad">{t('failed')}</Warning>
          <div className={classes['buttons']}>
            <button type="button" className={classes['primary']} autoFocus onClick={cancel}>
              {t('close')}
            </button>
          </div>
        </>
      ) : (
        <>
          {task?.kind !== 'mark' && <MarkBanner mark={description.mark} />}
          <TaskForm description={description} />
        </>
      )}
    </main>
  );
}

function TaskForm({ description: { task, mark } }: { readonly description: SecretDescription }) {
  switch (task.kind) {
    case 'set-pin':
      return <SetPinForm task={task} onCancel={cancel} />;
    case 'password':
      return <PasswordForm task={task} onCancel={cancel} />;
    case 'passphrase':
      return <PassphraseForm task={task} onCancel={cancel} />;
    case 'show':
      return <ShownSecret task={task} onCancel={cancel} />;
    case 'mark':
      return <MarkForm mark={mark} onCancel={cancel} />;
  }
}

function titleOf(task: SecretTask) {
  if (task.kind === 'mark') return 'mark.title';
  if (task.kind === 'show') return 'show.title';
  if (task.kind === 'passphrase') return `passphrase.${task.what}.title` as const;
  if (task.kind === 'password') return `password.titles.${task.what}` as const;
  const { how, first } = task;
  return how === 'change' && first ? 'setPin.titles.first' : (`setPin.titles.${how}` as const);
}
