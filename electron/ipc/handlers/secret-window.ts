// What the window for secrets may ask; no other window can. Each task takes one kind of answer, once.
import { secretContract, type SetPinTask } from '../../../core/contract/secret-window.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { SecretAnswers } from '../../main/secret-desk.ts';
import { answer } from '../answer.ts';

export function secretWindowAnswers({ description, submit, cancel }: SecretAnswers) {
  const { task } = description;
  return {
    'secret.describe': answer(secretContract['secret.describe'], () => description),
    'secret.setPin': answer(secretContract['secret.setPin'], (given) => {
      const { current, next, lastTryConfirmed } = given;
      const refused = task.kind === 'set-pin' ? refusal(task, given) : new PenaError('CANCELLED');
      if (refused === null) {
        submit({ kind: 'set-pin', current, next, lastTryConfirmed });
        return {};
      }
      current.fill(0);
      next.fill(0);
      throw refused;
    }),
    'secret.setPassword': answer(secretContract['secret.setPassword'], ({ user, password }) => {
      if (task.kind === 'password' && password.byteLength > 0) {
        submit({ kind: 'password', user, password });
        return {};
      }
      password.fill(0);
      throw new PenaError('CANCELLED');
    }),
    'secret.setPassphrase': answer(secretContract['secret.setPassphrase'], ({ passphrase }) => {
      if (task.kind === 'passphrase' && passphrase.byteLength > 0) {
        submit({ kind: 'passphrase', passphrase });
        return {};
      }
      passphrase.fill(0);
      throw new PenaError('CANCELLED');
    }),
    'secret.setMark': answer(secretContract['secret.setMark'], ({ mark }) => {
      if (task.kind !== 'mark') throw new PenaError('CANCELLED');
      submit({ kind: 'mark', mark });
      return {};
    }),
    'secret.seen': answer(secretContract['secret.seen'], () => {
      if (task.kind !== 'show') throw new PenaError('CANCELLED');
      submit({ kind: 'show' });
      return {};
    }),
    'secret.cancel': answer(secretContract['secret.cancel'], () => {
      cancel();
      return {};
    }),
  };
}

interface GivenPins {
  readonly current: Uint8Array;
  readonly next: Uint8Array;
  readonly lastTryConfirmed: boolean;
}

function refusal(task: SetPinTask, { current, next, lastTryConfirmed }: GivenPins) {
  const { how, state, pinPad, tokenLabel: token } = task;
  if (state === 'final-try' && !lastTryConfirmed) {
    return new PenaError(how === 'change' ? 'TOKEN_PIN_LAST_TRY' : 'TOKEN_PUK_LAST_TRY', { token });
  }
  // On a PIN pad the reader asks; anything typed here would be a PIN in the wrong place.
  const typed = current.byteLength > 0 && next.byteLength > 0;
  const untouched = current.byteLength === 0 && next.byteLength === 0;
  if (pinPad ? !untouched : !typed) return new PenaError('TOKEN_PIN_LENGTH', { token });
  return null;
}
