// How the sending of a report or an application has gone, as a window is shown it.
import { z } from 'zod';
import { failure, isoTime } from './shapes.ts';

export const attempt = z.strictObject({
  channel: z.enum(['https', 'email', 'cmp', 'file']),
  at: isoTime,
  /** Null: it was taken. */
  problem: failure.nullable(),
});
export type ShownAttempt = z.infer<typeof attempt>;

/** The last attempts, newest first. */
export const attempts = z.array(attempt).max(10);
