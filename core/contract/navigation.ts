// What the menu of the main window asks of its page.
import { z } from 'zod';
import { event } from './entry.ts';

export const navigationContract = {
  'menu.chosen': event(
    z.strictObject({
      item: z.enum([
        'open',
        'home',
        'sign',
        'verify',
        'tokens',
        'settings',
        'lost-key',
        'practice',
      ]),
    }),
  ),
} as const;
