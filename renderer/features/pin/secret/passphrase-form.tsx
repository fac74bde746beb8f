// The passphrase of the reports that are kept here, chosen or typed again, or a server's access token.
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassphraseTask } from '../../../../core/contract/secret-window.ts';
import { penaSecret } from '../../../base/bridge.ts';
import { takePin } from '../take-pin.ts';
import { FormButtons } from './form-buttons.tsx';
import { SecretField } from './secret-field.tsx';
import classes from '../pin.module.css';

interface Props {
  readonly task: PassphraseTask;
  readonly onCancel: () => void;
}

type Problem = 'wrong' | 'short' | 'empty' | 'differs';

/** Characters of one that is chosen: what encrypts a person's data is not guessed in a day. */
const SHORTEST = { first: 12, 'desk-first': 16 } as const;

export function PassphraseForm({ task: { what, previousWrong }, onCancel }: Props) {
  const { t } = useTranslation('secret');
  const field = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(previousWrong ? 'wrong' : null);
  const [busy, setBusy] = useState(false);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy || field.current === null) return;
    const found = problemOf(what, field.current.value, again.current?.value);
    setProblem(found);
    const passphrase = found === null ? takePin(field.current) : null;
    if (passphrase === null) {
      (found === 'differs' ? again : field).current?.focus();
      return;
    }
    if (again.current !== null) again.current.value = '';
    setBusy(true);
    void penaSecret()
      .call('secret.setPassphrase', { passphrase })
      .finally(() => {
        passphrase.fill(0);
        setBusy(false);
      });
  };

  const first =
    problem !== null && problem !== 'differs'
      ? t(`passphrase.${problem}`, { least: isChosen(what) ? SHORTEST[what] : 0 })
      : undefined;
  return (
    <form className={classes['form']} autoComplete="off" onSubmit={submit}>
      <SecretField
        id="passphrase"
        label={t(`passphrase.${what}.label`)}
        field={field}
        hint={t(`passphrase.${what}.hint`)}
        problem={first}
        autoFocus
        readOnly={busy}
      />
      {isChosen(what) && (
        <SecretField
          id="again"
          label={t('passphrase.again')}
          field={again}
          problem={problem === 'differs' ? t('passphrase.differs') : undefined}
          readOnly={busy}
        />
      )}
      <FormButtons label={t('passphrase.submit')} busy={busy} onCancel={onCancel} />
    </form>
  );
}

/** Now, and so typed twice. */
function isChosen(what: PassphraseTask['what']): what is keyof typeof SHORTEST {
  return what in SHORTEST;
}

function problemOf(
  what: PassphraseTask['what'],
  typed: string,
  again: string | undefined,
): Problem | null {
  if (typed === '') return 'empty';
  if (!isChosen(what)) return null;
  if (typed.length < SHORTEST[what]) return 'short';
  return typed === again ? null : 'differs';
}
