// What this program and its keychain process say to each other: one request, one answer, then it ends.
import { z } from 'zod';
import { SECRET_KINDS } from '../../core/ports/secret-store.ts';

/** Longest secret kept; keytar's own limit on Windows is 2560 bytes for the whole entry. */
const MAX_SECRET = 1024;

const secretBytes: z.ZodType<Uint8Array> = z
  .instanceof(Uint8Array)
  .refine((value) => value.byteLength > 0 && value.byteLength <= MAX_SECRET);
const name = z.strictObject({
  kind: z.enum(SECRET_KINDS),
  id: z.string().min(1).max(600),
});
const note = z.strictObject({
  label: z.string().max(200),
  expires: z.iso.datetime().nullable(),
});
/** What stands in the keychain, as JSON: the secret in Base64. */
export const storedValue = note.extend({
  v: z.literal(1),
  since: z.iso.datetime(),
  secret: z.base64().min(1).max(2048),
});

export const keychainRequest = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('load') }),
  z.strictObject({ operation: z.literal('get'), name }),
  z.strictObject({ operation: z.literal('set'), name, note, secret: secretBytes }),
  z.strictObject({ operation: z.literal('delete'), name }),
  z.strictObject({ operation: z.literal('list') }),
]);
export type KeychainRequest = z.infer<typeof keychainRequest>;

const entry = name.extend(note.shape).extend({ since: z.iso.datetime() });

export const keychainAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('done'), found: z.boolean() }),
  z.strictObject({
    answer: z.literal('secret'),
    /** Null where there is none. */
    found: note.extend({ secret: secretBytes }).nullable(),
  }),
  z.strictObject({ answer: z.literal('entries'), entries: z.array(entry).max(1000) }),
  /** keytar is not built, or its library is missing; or it said no. Never what it said: that is logged nowhere. */
  z.strictObject({ answer: z.literal('failed'), why: z.enum(['module', 'keychain']) }),
]);
export type KeychainAnswer = z.infer<typeof keychainAnswer>;
