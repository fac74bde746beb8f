// The mark of the windows for secrets, as the main window may know it: that there is one, and not which.
import { z } from 'zod';
import { call } from './entry.ts';

const markState = z.strictObject({ chosen: z.boolean() });

export const markContract = {
  'mark.state': call(z.strictObject({}), markState),
  /** Opens the window in which the person chooses it. Answers after that, also where it was left as it was. */
  'mark.choose': call(z.strictObject({}), markState),
} as const;
