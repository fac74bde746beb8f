// The PIN window's own contract: the main window knows none of these entries.
import { z } from 'zod';
import { TOKEN_ERRANDS } from '../domain/token-errand.ts';
import { windowMark } from '../domain/window-mark.ts';
import { call } from './entry.ts';
import { fileName, language, sha256Hex, shortText } from './shapes.ts';

export const pinDescription = z.strictObject({
  language,
  tokenLabel: shortText,
  tokenSerial: shortText,
  certificateName: shortText,
  /** Where no document is signed; the list is empty then. */
  errand: z.enum(TOKEN_ERRANDS).nullable(),
  documents: z.array(z.strictObject({ name: fileName, sha256: sha256Hex })).max(100),
  /** How many in all; the list holds the first of them. */
  count: z.number().int().nonnegative(),
  /** Where somebody else prepared and sealed a batch: the seal, and over how many documents it is. */
  sealed: z.strictObject({ sha256: sha256Hex, count: z.number().int().nonnegative() }).nullable(),
  pinPad: z.boolean(),
  pinState: z.enum(['ok', 'count-low', 'final-try', 'locked']),
  previousWrong: z.boolean(),
  /** Whether the PIN may be kept: the policy lets it, and there is a keychain. */
  mayKeep: z.boolean(),
  /** By which the person knows this window; null where none was chosen. */
  mark: windowMark.nullable(),
});
export type PinDescription = z.infer<typeof pinDescription>;

export const pinContract = {
  'pin.describe': call(z.strictObject({}), pinDescription),
  /** PIN as UTF-8 bytes. `lastTryConfirmed` must be true when pinState is final-try. */
  'pin.submit': call(
    z.strictObject({
      pin: z.instanceof(Uint8Array).refine((b) => b.byteLength <= 256),
      lastTryConfirmed: z.boolean(),
      /** The person wants the PIN kept in the keychain. */
      keep: z.boolean(),
    }),
    z.strictObject({}),
  ),
  'pin.cancel': call(z.strictObject({}), z.strictObject({})),
} as const;
