// Answers a token's question with the PIN that was handed in: never a second time after a wrong one, and
// never on the last try unless the person said so.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { PinPrompt, PinRequest } from '../../core/ports/token.ts';

export class GivenPin implements PinPrompt {
  /** Null where none was given; a PIN pad needs none. */
  #pin: Uint8Array | null;
  readonly #lastTryAllowed: boolean;

  constructor(pin: Uint8Array | null, lastTryAllowed: boolean) {
    this.#pin = pin;
    this.#lastTryAllowed = lastTryAllowed;
  }

  ask({ token, pinState, previousWrong }: PinRequest): Promise<Uint8Array | null> {
    // A wrong PIN is wrong for good: it is forgotten, and the token is not asked again.
    if (previousWrong) {
      this.wipe();
      return Promise.resolve(null);
    }
    if (pinState === 'final-try' && !this.#lastTryAllowed) {
      return Promise.reject(new PenaError('TOKEN_PIN_LAST_TRY', { token: token.label }));
    }
    if (token.pinPad) return Promise.resolve(new Uint8Array(0));
    if (this.#pin === null) return Promise.reject(new PenaError('PIN_NOT_GIVEN'));
    // The caller wipes what it gets; a token may want the PIN for each document.
    return Promise.resolve(this.#pin.slice());
  }

  wipe(): void {
    this.#pin?.fill(0);
    this.#pin = null;
  }
}
