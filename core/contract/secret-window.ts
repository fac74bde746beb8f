// The contract of the window for secrets that sign nothing: a new PIN, a server's password, and the mark
// by which the person knows these windows. The main window knows none of these entries.
import { z } from 'zod';
import { windowMark } from '../domain/window-mark.ts';
import { call } from './entry.ts';
import { language, shortText } from './shapes.ts';

const secret = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 256);

const setPinTask = z.strictObject({
  kind: z.literal('set-pin'),
  /** Unblocking takes the PUK in place of the old PIN. */
  how: z.enum(['change', 'unblock']),
  tokenLabel: shortText,
  tokenSerial: shortText,
  pinPad: z.boolean(),
  /** Of the secret that is asked for first. */
  state: z.enum(['ok', 'count-low', 'final-try']),
  /** The PIN is still the one that came with the token. */
  first: z.boolean(),
  /** Of the new PIN, in bytes. */
  minLength: z.number().int().nonnegative(),
  maxLength: z.number().int().nonnegative(),
});
const passwordTask = z.strictObject({
  kind: z.literal('password'),
  what: z.literal('tsa'),
  server: shortText,
  /** As it is kept now; '' where none is. */
  user: shortText,
  /** Whether it travels encrypted to the server. */
  encrypted: z.boolean(),
});
const passphraseTask = z.strictObject({
  kind: z.literal('passphrase'),
  /** `first`: it is chosen now, and typed twice; `drafts`: the one from before; `access`: a server's token;
   * `desk`: the secret of the registration authority's file, `desk-first`: of one that is made now. */
  what: z.enum(['first', 'drafts', 'access', 'desk', 'desk-first']),
  /** Whose access token, or which file; '' otherwise. */
  server: shortText,
  previousWrong: z.boolean(),
});
/** An access token that the program has made: to be written down, since it is not shown again. */
const showTask = z.strictObject({ kind: z.literal('show'), secret: z.string().max(100) });
const markTask = z.strictObject({ kind: z.literal('mark') });

export const secretTask = z.discriminatedUnion('kind', [
  setPinTask,
  passwordTask,
  passphraseTask,
  showTask,
  markTask,
]);
export type SecretTask = z.infer<typeof secretTask>;
export type SetPinTask = z.infer<typeof setPinTask>;
export type PasswordTask = z.infer<typeof passwordTask>;
export type ShowTask = z.infer<typeof showTask>;
export type PassphraseTask = z.infer<typeof passphraseTask>;

const secretDescription = z.strictObject({
  language,
  /** Null where none was chosen yet. */
  mark: windowMark.nullable(),
  task: secretTask,
});
export type SecretDescription = z.infer<typeof secretDescription>;

const nothing = z.strictObject({});

export const secretContract = {
  'secret.describe': call(nothing, secretDescription),
  /** UTF-8 bytes, empty on a PIN pad. `lastTryConfirmed` must be true where the state is final-try. */
  'secret.setPin': call(
    z.strictObject({ current: secret, next: secret, lastTryConfirmed: z.boolean() }),
    nothing,
  ),
  'secret.setPassword': call(
    // A colon would end the name (RFC 7617 2).
    z.strictObject({
      user: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .regex(/^[^:]+$/),
      password: secret,
    }),
    nothing,
  ),
  'secret.setPassphrase': call(z.strictObject({ passphrase: secret }), nothing),
  'secret.setMark': call(z.strictObject({ mark: windowMark }), nothing),
  /** It was written down. */
  'secret.seen': call(nothing, nothing),
  'secret.cancel': call(nothing, nothing),
} as const;
