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

export const settingsContract = {
  'settings.get': call(z.strictObject({}), settings),
  'settings.set': call(settings.partial().strict(), settings),
} as const;
