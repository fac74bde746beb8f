// Tokens and the certificates that can be signed with.
import { z } from 'zod';
import { MODULE_STATES } from '../domain/module-state.ts';
import { call, event } from './entry.ts';
import { certificateHandle, failure, isoTime, shortText, tokenHandle } from './shapes.ts';

export const certificateChoice = z.strictObject({
  certificate: certificateHandle,
  /** The one it is on: two modules may see tokens of one serial number. */
  token: tokenHandle,
  /** Common name of the subject. */
  name: shortText,
  issuer: shortText,
  tokenLabel: shortText,
  tokenSerial: shortText,
  notBefore: isoTime,
  notAfter: isoTime,
  pinPad: z.boolean(),
  pinState: z.enum(['ok', 'count-low', 'final-try', 'locked']),
  /** Why it cannot sign; null when it can. */
  refusal: failure.nullable(),
  /** Made for practice mode: it signs nothing outside of it. */
  practice: z.boolean(),
  /** False: whoever verifies may not trust it. It can be signed with all the same. */
  issuerKnown: z.boolean(),
});
export type CertificateChoice = z.infer<typeof certificateChoice>;

/** The health mark of one token's software. */
export const moduleMark = z.strictObject({
  /** File name of the library. */
  name: shortText,
  state: z.enum(MODULE_STATES),
  /** What went wrong last; null when nothing did. */
  problem: failure.nullable(),
  /** Until when it is left alone after repeated failures. */
  restUntil: isoTime.nullable(),
});
export type ModuleMark = z.infer<typeof moduleMark>;

export const tokenContract = {
  'token.list': call(
    z.strictObject({}),
    z.strictObject({
      tokens: z
        .array(
          z.strictObject({
            token: tokenHandle,
            ...{ label: shortText, serial: shortText, model: shortText },
          }),
        )
        .max(64),
      certificates: z.array(certificateChoice).max(256),
      /** Modules that failed: the rest of the list still stands. */
      problems: z.array(failure).max(64),
      modules: z.array(moduleMark).max(64),
    }),
  ),
  /** A token was plugged in or pulled out, or a late module has answered: the list is not what it was. */
  'token.changed': event(z.strictObject({})),
} as const;
