// The request: which type, for what, in whose name, with which key; then where it was saved and what goes with it.
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, NativeSelect } from '@mantine/core';
import type { Failure, TokenHandle } from '../../../core/contract/shapes.ts';
import type { ShownTokenKeys } from '../../../core/contract/token-keys.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { MadeCard, type Made } from './made-card.tsx';
import { NameFields } from './name-fields.tsx';
import { emptyForm, type FormField, type RequestForm, wishOf } from './request-form.ts';
import { TypeFields } from './type-fields.tsx';
import classes from './request.module.css';

interface Props {
  readonly token: TokenHandle;
  /** Of the certificate that is renewed; '' for a new one. */
  readonly name: string;
  readonly found: ShownTokenKeys;
  readonly onChange: () => Promise<void>;
}

export function RequestCard({ token, name, found, onChange }: Props) {
  const { t } = useTranslation('request');
  const [form, setForm] = useState<RequestForm>(() => emptyForm(name));
  const [chosen, setChosen] = useState('');
  const [wrong, setWrong] = useState<FormField | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const { kinds, keys } = found;
  const options = [
    ...kinds.map((kind) => ({ value: kind, label: t('key.fresh', { kind: t(`kinds.${kind}`) }) })),
    ...keys.map(({ keyId, label }) => ({
      value: keyId,
      label: t('key.there', { label: label || t('unnamed'), id: keyId }),
    })),
  ];
  const value = options.some((one) => one.value === chosen) ? chosen : (options[0]?.value ?? '');

  const set = (part: Partial<RequestForm>): void => {
    setWrong(null);
    setFailure(null);
    setForm((before) => ({ ...before, ...part }));
  };
  const refused = (error: Failure): void => {
    const field = Object.keys(form).find((one) => one === error.params['field']);
    if (error.code !== 'REQUEST_DATA_INVALID' || field === undefined) {
      setFailure(error);
      return;
    }
    // Said at the field, which has the focus then.
    setWrong(field as FormField);
    element.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  };
  const submit = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setMade(null);
    const kind = kinds.find((one) => one === value);
    const key = kind === undefined ? { keyId: value } : { kind };
    const answer = await pena().call('token.request', { token, request: wishOf(form), key });
    setBusy(false);
    if (!answer.ok) {
      if (answer.error.code === 'CANCELLED') announce(t('cancelled'));
      else refused(answer.error);
      return;
    }
    const { file, problem, keyId } = answer.value;
    setMade({ type: form.type, fresh: kind !== undefined, file, problem, keyId });
    if (file !== null) announce(t('made.announced', { file }));
    await onChange();
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!busy) void submit();
  };
  return (
    <section className={classes['card']} aria-labelledby="request-make">
      <h2 id="request-make">{t('make')}</h2>
      <form ref={element} className={classes['form']} noValidate onSubmit={onSubmit}>
        <TypeFields form={form} wrong={wrong} onChange={set} />
        <NameFields form={form} wrong={wrong} onChange={set} />
        {options.length > 0 && (
          <NativeSelect
            className={classes['key'] ?? ''}
            label={t('key.label')}
            description={t('key.hint')}
            value={value}
            data={options}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {failure !== null && <FailureNotice failure={failure} />}
        <div className={classes['buttons']}>
          <Button type="submit" disabled={busy || options.length === 0}>
            {t('submit')}
          </Button>
          <span className={classes['hint']} role="status">
            {t(busy ? 'making' : 'submitHint')}
          </span>
        </div>
      </form>
      {made !== null && <MadeCard made={made} />}
    </section>
  );
}
