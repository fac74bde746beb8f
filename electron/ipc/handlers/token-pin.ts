// How a token's PIN stands, and the wish to change it; what is typed goes through another window.
import { tokenPinContract } from '../../../core/contract/token-pin.ts';
import type { TokenPins } from '../../main/token-pins.ts';
import { answer } from '../answer.ts';

export function tokenPinAnswers(pins: TokenPins) {
  return {
    'token.pinFacts': answer(tokenPinContract['token.pinFacts'], ({ token }) => pins.facts(token)),
    'token.setPin': answer(tokenPinContract['token.setPin'], ({ token, how }) =>
      pins.set(token, how),
    ),
  };
}
