// The old PIN or the PUK, and the new PIN twice; on a PIN pad only the word to begin.
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetPinTask } from '../../../../core/contract/secret-window.ts';
import { penaSecret } from '../../../base/bridge.ts';
import { KeypadIcon } from '../../../components/icons.tsx';
import { LastTry } from '../last-try.tsx';
import { Warning } from '../warning.tsx';
import { FormButtons } from './form-buttons.tsx';
import { newPinProblem, takeNewPin, type NewPinProblem } from './new-pin.ts';
import { SecretField } from './secret-field.tsx';
import classes from '../pin.module.css';

interface Props {
  readonly task: SetPinTask;
  readonly onCancel: () => void;
}

/** Longer ones are no rule that anybody needs to be told. */
const LONG = 64;

export function SetPinForm({ task, onCancel }: Props) {
  const { how, pinPad, state, first, minLength, maxLength } = task;
  const { t } = useTranslation('secret');
  const current = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const [confirmed, setConfirmed] = useState(false);
  const [problem, setProblem] = useState<NewPinProblem | 'unconfirmed' | null>(null);
  const [busy, setBusy] = useState(false);
  const finalTry = state === 'final-try';

  const send = async (pins: ReturnType<typeof takeNewPin>): Promise<void> => {
    setBusy(true);
    try {
      await penaSecret().call('secret.setPin', { ...pins, lastTryConfirmed: confirmed });
    } finally {
      pins.current.fill(0);
      pins.next.fill(0);
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy) return;
    if (finalTry && !confirmed) {
      setProblem('unconfirmed');
      return;
    }
    if (pinPad) {
      void send({ current: new Uint8Array(0), next: new Uint8Array(0) });
      return;
    }
    if (current.current === null || next.current === null || again.current === null) return;
    const fields = [current.current, next.current, again.current] as const;
    const found = newPinProblem(...fields, { minLength, maxLength });
    setProblem(found);
    if (found === null) void send(takeNewPin(...fields));
    else fields[found === 'current' ? 0 : found === 'different' ? 2 : 1].focus();
  };

  const length =
    maxLength >= LONG
      ? t('setPin.atLeast', { minLength })
      : t('setPin.length', { minLength, maxLength });
  const wrong = (...mine: readonly NewPinProblem[]): string | undefined =>
    problem !== null && problem !== 'unconfirmed' && mine.includes(problem)
      ? problem === 'current'
        ? t(`setPin.problems.current.${how}`)
        : `${t(`setPin.problems.${problem}`)} ${problem === 'short' || problem === 'long' ? length : ''}`.trim()
      : undefined;
  return (
    <form className={classes['form']} autoComplete="off" onSubmit={submit}>
      {first && how === 'change' && <Warning tone="warn">{t('setPin.first')}</Warning>}
      {state === 'count-low' && <Warning tone="warn">{t(`setPin.countLow.${how}`)}</Warning>}
      {finalTry && (
        <LastTry
          text={t(`setPin.finalTry.${how}`)}
          confirmed={confirmed}
          missing={problem === 'unconfirmed'}
          onConfirm={(value) => {
            setConfirmed(value);
            setProblem(null);
          }}
        />
      )}
      {pinPad ? (
        <p className={classes['pad']} role="status">
          <KeypadIcon size={24} />
          <span>{t(busy ? 'setPin.padWaiting' : 'setPin.pad')}</span>
        </p>
      ) : (
        <>
          <SecretField
            id="current"
            label={t(`setPin.current.${how}`)}
            field={current}
            problem={wrong('current')}
            autoFocus
            readOnly={busy}
          />
          <SecretField
            id="next"
            label={t('setPin.next')}
            field={next}
            hint={length}
            problem={wrong('short', 'long', 'same')}
            readOnly={busy}
          />
          <SecretField
            id="again"
            label={t('setPin.again')}
            field={again}
            hint={t('setPin.forget')}
            problem={wrong('different')}
            readOnly={busy}
          />
        </>
      )}
      <FormButtons
        label={t(pinPad ? 'setPin.padStart' : `setPin.submit.${how}`)}
        busy={busy}
        onCancel={onCancel}
      />
    </form>
  );
}
