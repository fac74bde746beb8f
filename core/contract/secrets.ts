// Secrets in the keychain, for the settings: what there is, and its deletion. No secret crosses here.
import { z } from 'zod';
import { call } from './entry.ts';
import { isoTime, shortText } from './shapes.ts';

export const secretHandle = z
  .string()
  .regex(/^sec_[0-9a-f]{32}$/)
  .brand<'SecretHandle'>();
export type SecretHandle = z.infer<typeof secretHandle>;

const secretRow = z.strictObject({
  /** Null for one that is not deleted from here: without the drafts' key no draft could be opened again. */
  secret: secretHandle.nullable(),
  kind: z.enum(['pin', 'tsa', 'smtp', 'gateway', 'drafts']),
  /** Whose certificate, or which server. */
  label: shortText,
  since: isoTime,
  expires: isoTime.nullable(),
});
export type SecretRow = z.infer<typeof secretRow>;

const secretList = z.strictObject({
  keychain: z.enum(['available', 'locked', 'absent']),
  secrets: z.array(secretRow).max(1000),
});
export type SecretList = z.infer<typeof secretList>;

const serverUrl = z.url({ protocol: /^https?$/, hostname: /./ }).max(2048);

export const secretsContract = {
  'secrets.list': call(z.strictObject({}), secretList),
  /** Opens the window for secrets; also to replace one. Answers what there is then. */
  'secrets.set': call(z.strictObject({ kind: z.literal('tsa'), url: serverUrl }), secretList),
  /** Answers what is left. */
  'secrets.delete': call(z.strictObject({ secret: secretHandle }), secretList),
} as const;
