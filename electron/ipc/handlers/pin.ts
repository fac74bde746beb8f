// The PIN window's three questions; no other window can ask them.
import { pinContract } from '../../../core/contract/pin.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { WindowMark } from '../../../core/domain/window-mark.ts';
import type { PinAnswers } from '../../main/pin-desk.ts';
import { answer } from '../answer.ts';

/** @param mark by which the person knows the window */
export function pinAnswers({ description, submit, cancel }: PinAnswers, mark: WindowMark | null) {
  return {
    'pin.describe': answer(pinContract['pin.describe'], () => ({ ...description, mark })),
    'pin.submit': answer(pinContract['pin.submit'], ({ pin, lastTryConfirmed, keep }) => {
      const refused = refusal(description, pin, lastTryConfirmed);
      if (refused === null) {
        submit(pin, keep && description.mayKeep);
        return {};
      }
      pin.fill(0);
      throw refused;
    }),
    'pin.cancel': answer(pinContract['pin.cancel'], () => {
      cancel();
      return {};
    }),
  };
}

function refusal(
  { pinState, pinPad, tokenLabel }: PinAnswers['description'],
  pin: Uint8Array,
  lastTryConfirmed: boolean,
): PenaError | null {
  const params = { token: tokenLabel };
  if (pinState === 'locked') return new PenaError('TOKEN_PIN_LOCKED', params);
  if (pinState === 'final-try' && !lastTryConfirmed) {
    return new PenaError('TOKEN_PIN_LAST_TRY', params);
  }
  // On a PIN pad the reader asks; anything typed here would be a PIN in the wrong place.
  if (pinPad !== (pin.byteLength === 0)) return new PenaError('TOKEN_PIN_LENGTH', params);
  return null;
}
