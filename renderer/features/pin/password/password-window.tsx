// Asks for the password of one document; which, and what for, stands above the field.
import { useTranslation } from 'react-i18next';
import type { PasswordDescription } from '../../../../core/contract/password.ts';
import { penaPassword } from '../../../base/bridge.ts';
import { LockIcon } from '../../../components/icons.tsx';
import { MarkBanner } from '../mark-banner.tsx';
import { useSecretWindow } from '../use-secret-window.ts';
import { Warning } from '../warning.tsx';
import { PasswordForm } from './password-form.tsx';
import classes from '../pin.module.css';

const cancel = (): void => {
  void penaPassword().call('password.cancel', {});
};

const WORDS = {
  open: ['titleOpen', 'whyOpen'],
  batch: ['titleOpen', 'whyBatch'],
  owner: ['titleOwner', 'whyOwner'],
  complete: ['titleComplete', 'whyComplete'],
} as const;

interface Props {
  /** Null: main could not say what is to be opened. Then nothing is asked. */
  readonly description: PasswordDescription | null;
}

export function PasswordWindow({ description }: Props) {
  const { t } = useTranslation('password');
  const [titleKey, whyKey] = WORDS[description?.purpose ?? 'open'];
  const title = t(titleKey);
  useSecretWindow(title, cancel);
  if (description === null) {
    return (
      <main className={classes['window']}>
        <h1>{title}</h1>
        <Warning tone="bad">{t('failed')}</Warning>
        <div className={classes['buttons']}>
          <button type="button" className={classes['primary']} autoFocus onClick={cancel}>
            {t('close')}
          </button>
        </div>
      </main>
    );
  }
  return (
    <main className={classes['window']}>
      <header className={classes['head']}>
        <div>
          <h1>{title}</h1>
          <p className={classes['muted']}>{t(whyKey)}</p>
        </div>
        <span className={classes['lock']}>
          <LockIcon size={22} />
        </span>
      </header>
      <MarkBanner mark={description.mark} />
      <dl className={classes['facts']}>
        <div>
          <dt>{t('document')}</dt>
          <dd>
            <strong>{description.document}</strong>
          </dd>
        </div>
      </dl>
      {description.previousWrong && <Warning tone="bad">{t('wrong')}</Warning>}
      <PasswordForm
        kept={t(description.purpose === 'batch' ? 'keepBatch' : 'keep')}
        onCancel={cancel}
      />
    </main>
  );
}
