// The life of a token's PIN, as the tokens view shows it. What is typed goes through the window for
// secrets alone (secret-window.ts): here are only states, and the wish to change something.
import { z } from 'zod';
import { call } from './entry.ts';
import { shortText, tokenHandle } from './shapes.ts';

const state = z.enum(['ok', 'count-low', 'final-try', 'locked']);

const pinFacts = z.strictObject({
  pinState: state,
  /** Of the PUK, where the token's software tells. */
  pukState: state,
  /** False: the first PIN is yet to be set, with the PUK. */
  pinSet: z.boolean(),
  /** The PIN is still the one that came with the token. */
  pinToBeChanged: z.boolean(),
  pinPad: z.boolean(),
  minLength: z.number().int().nonnegative(),
  maxLength: z.number().int().nonnegative(),
  /** Whom to turn to where nothing can be done here; null where the office named nobody. */
  authority: z
    .strictObject({
      name: shortText,
      phone: shortText.nullable(),
      email: z.string().max(254).nullable(),
      postalAddress: z.string().max(500).nullable(),
    })
    .nullable(),
});
export type ShownPinFacts = z.infer<typeof pinFacts>;

export const tokenPinContract = {
  'token.pinFacts': call(z.strictObject({ token: tokenHandle }), pinFacts),
  /** Opens the window for secrets; one action is one try. Answers how the PIN stands then. */
  'token.setPin': call(
    z.strictObject({ token: tokenHandle, how: z.enum(['change', 'unblock']) }),
    z.strictObject({ facts: pinFacts, forgotten: z.number().int().nonnegative() }),
  ),
} as const;
