// A secret that the program has made, shown once: to be written down or copied from here, and nowhere else.
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShowTask } from '../../../../core/contract/secret-window.ts';
import { penaSecret } from '../../../base/bridge.ts';
import { FormButtons } from './form-buttons.tsx';
import classes from '../pin.module.css';

interface Props {
  readonly task: ShowTask;
  readonly onCancel: () => void;
}

export function ShownSecret({ task, onCancel }: Props) {
  const { t } = useTranslation('secret');
  const [busy, setBusy] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setBusy(true);
    void penaSecret()
      .call('secret.seen', {})
      .finally(() => setBusy(false));
  };
  return (
    <form className={classes['form']} autoComplete="off" onSubmit={submit}>
      <div>
        <label className={classes['label']} htmlFor="shown">
          {t('show.label')}
        </label>
        <input
          id="shown"
          className={classes['plainField']}
          type="text"
          autoComplete="off"
          spellCheck={false}
          readOnly
          autoFocus
          value={task.secret}
          aria-describedby="shown-hint"
          onFocus={(event) => event.currentTarget.select()}
        />
        <p id="shown-hint" className={classes['muted']}>
          {t('show.hint')}
        </p>
      </div>
      <FormButtons label={t('show.submit')} busy={busy} onCancel={onCancel} />
    </form>
  );
}
