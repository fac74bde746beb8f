// What the person at this computer chose. No secret is kept here.
import { z } from 'zod';
import { call } from './entry.ts';
import { language, shortText, zone } from './shapes.ts';

export const settings = z.strictObject({
  language,
  zone,
  /** Position printed in the stamp; empty until given. */
  position: shortText,
  colorScheme: z.enum(['auto', 'light', 'dark']),
});
export type Settings = z.infer<typeof settings>;

/** What an office's policy may take out of the user's hands, by the policy's own names. */
export const LOCKABLE = [
  ...['language', 'zone', 'tsa', 'anchors', 'proxy', 'modules', 'storeSecrets', 'findings'],
  ...['stamps', 'registrationAuthority', 'practice', 'updates'],
] as const;
export type Lockable = (typeof LOCKABLE)[number];

export const settingsContract = {
  'settings.get': call(z.strictObject({}), settings),
  /** What the office's administrator laid down; what is locked cannot be changed by `settings.set`. */
  'settings.policy': call(
    z.strictObject({}),
    z.strictObject({
      found: z.boolean(),
      office: shortText.nullable(),
      locked: z.array(z.enum(LOCKABLE)).max(LOCKABLE.length),
    }),
  ),
  'settings.set': call(settings.partial().strict(), settings),
} as const;
