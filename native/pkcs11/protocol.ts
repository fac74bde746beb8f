// What this program and a token host say to each other. Both sides parse what they receive: a vendor's
// module lives in the host, and nothing that comes from there is taken on trust.
import { z } from 'zod';
import { ERROR_CODES } from '../../core/domain/error-code.ts';
import { KEY_KINDS } from '../../core/domain/key-kind.ts';
import { SIGNATURE_ALGORITHMS } from '../../core/domain/signature-algorithm.ts';

const bytes = (max: number): z.ZodType<Uint8Array> =>
  z.instanceof(Uint8Array).refine((value) => value.byteLength <= max);
const text = z.string().max(256);
/** CKA_ID in hexadecimal; the longest seen in the wild have 40 bytes. */
const keyId = z.string().regex(/^([0-9a-f]{2}){0,255}$/);
const session = z.int().nonnegative();
/** Null on a PIN pad, and where no PIN is needed. The one who receives it wipes it. */
const pin = bytes(256).nullable();
const nothing = z.strictObject({});
/** One token; of several with this serial number, the one with this label. */
const place = z.strictObject({ serial: text, label: text.optional() });

const token = z.strictObject({
  slot: z.number().nonnegative(),
  label: text,
  serial: text,
  manufacturer: text,
  model: text,
  pinPad: z.boolean(),
  pinState: z.enum(['ok', 'count-low', 'final-try', 'locked']),
  /** CKF_LOGIN_REQUIRED. */
  loginRequired: z.boolean(),
});

const listedToken = token.extend({
  certificates: z
    .array(
      z.strictObject({
        certificate: bytes(65_536),
        label: text,
        id: keyId,
        hasPrivateKey: z.boolean().nullable(),
      }),
    )
    .max(256),
});

const storedKey = z.strictObject({
  id: keyId,
  label: text,
  spki: bytes(4096).nullable(),
  certificates: z.array(bytes(65_536)).max(64),
  /** CKA_ALWAYS_AUTHENTICATE. */
  alwaysAuthenticate: z.boolean(),
});

const problem = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string().max(40), z.union([z.string().max(300), z.number()])),
});

/** Each operation's request and answer. */
export const OPERATIONS = {
  /** Loads the module and calls C_Initialize; the first request, and once. */
  load: { request: z.strictObject({ module: z.string().min(1).max(4096) }), answer: nothing },
  list: {
    request: nothing,
    answer: z.strictObject({
      tokens: z.array(listedToken).max(256),
      problems: z.array(problem).max(256),
    }),
  },
  /** The serial numbers of the tokens that are there now; '' of one that cannot be read. */
  present: {
    request: nothing,
    answer: z.strictObject({ serials: z.array(text).max(256) }),
  },
  /** Opens a session on the one token with this serial number; of several, on the one with this label. */
  open: {
    request: z.strictObject({ serial: text, label: text, write: z.boolean().optional() }),
    answer: z.strictObject({ session }),
  },
  /** The token's flags as they are now. */
  status: { request: z.strictObject({ session }), answer: token },
  /** C_Login as the user; says whether the key wants a PIN for each signature. `id` null: no key yet. */
  login: {
    request: z.strictObject({ session, pin, id: keyId.nullable() }),
    answer: z.strictObject({ alwaysAuthenticate: z.boolean() }),
  },
  /** `contextPin`: only for a key with CKA_ALWAYS_AUTHENTICATE; undefined for all others. */
  sign: {
    request: z.strictObject({
      session,
      id: keyId,
      algorithm: z.enum(SIGNATURE_ALGORITHMS),
      data: bytes(1_048_576),
      contextPin: pin.optional(),
    }),
    answer: z.strictObject({ signature: bytes(4096) }),
  },
  /** `sign` for several, in their order; where one fails, those before it come back, and it fails again. */
  signMany: {
    request: z.strictObject({
      session,
      id: keyId,
      algorithm: z.enum(SIGNATURE_ALGORITHMS),
      data: z.array(bytes(1_048_576)).min(1).max(16),
    }),
    answer: z.strictObject({ signatures: z.array(bytes(4096)).min(1).max(16) }),
  },
  /** What the token says of its PINs and their lengths (bytes). */
  pinFacts: {
    request: place,
    answer: token.extend({
      /** CKF_USER_PIN_INITIALIZED: false where the security officer has yet to set the first one. */
      pinSet: z.boolean(),
      /** CKF_USER_PIN_TO_BE_CHANGED: the one that came in the envelope. */
      pinToBeChanged: z.boolean(),
      /** Of the security officer's PIN, which unblocks: CKF_SO_PIN_*. */
      pukState: z.enum(['ok', 'count-low', 'final-try', 'locked']),
      minLength: z.int().nonnegative(),
      maxLength: z.int().nonnegative(),
    }),
  },
  /** C_SetPIN with the old PIN; both null on a PIN pad. */
  changePin: { request: place.extend({ pin, newPin: pin }), answer: nothing },
  /** C_Login as the security officer with the PUK, then C_InitPIN. */
  unblockPin: { request: place.extend({ pin, newPin: pin }), answer: nothing },
  /** What its list of mechanisms promises. */
  keyKinds: {
    request: z.strictObject({ serial: text, label: text }),
    answer: z.strictObject({ kinds: z.array(z.enum(KEY_KINDS)).max(KEY_KINDS.length) }),
  },
  /** Private keys after a login, public ones before. */
  keys: {
    request: z.strictObject({ session, loggedIn: z.boolean() }),
    answer: z.strictObject({ keys: z.array(storedKey).max(256) }),
  },
  /** C_GenerateKeyPair in a session that may write, after a login. */
  makeKey: {
    request: z.strictObject({
      ...{ session, kind: z.enum(KEY_KINDS), id: keyId, label: text, decrypt: z.boolean() },
    }),
    answer: z.strictObject({ id: keyId, spki: bytes(4096) }),
  },
  putCertificate: {
    request: z.strictObject({
      ...{ session, id: keyId, label: text, certificate: bytes(65_536) },
      ...{ subject: bytes(65_536), issuer: bytes(65_536), serial: bytes(128) },
    }),
    answer: nothing,
  },
  removeCertificate: {
    request: z.strictObject({ session, id: keyId, certificate: bytes(65_536) }),
    answer: nothing,
  },
  removeKey: { request: z.strictObject({ session, id: keyId }), answer: nothing },
  /** Closes the session; as the only one on its token it takes the login with it. */
  close: { request: z.strictObject({ session }), answer: nothing },
} as const;

export type Operation = keyof typeof OPERATIONS;
export type RequestOf<O extends Operation> = z.infer<(typeof OPERATIONS)[O]['request']>;
export type AnswerOf<O extends Operation> = z.infer<(typeof OPERATIONS)[O]['answer']>;
export type ListedToken = z.infer<typeof listedToken>;
export type PinFacts = AnswerOf<'pinFacts'>;
export type TokenStatus = z.infer<typeof token>;

/** Around every request. `id` is the caller's, and comes back with the answer. */
export const requestEnvelope = z.strictObject({
  id: z.int().nonnegative(),
  operation: z.enum(Object.keys(OPERATIONS) as [Operation, ...Operation[]]),
  request: z.unknown(),
});

export const answerEnvelope = z.union([
  z.strictObject({ id: z.int().nonnegative(), ok: z.literal(true), answer: z.unknown() }),
  z.strictObject({ id: z.int().nonnegative(), ok: z.literal(false), problem }),
]);
