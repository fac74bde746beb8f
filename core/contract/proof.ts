// What proves signatures later: time-stamp authorities to ask, and documents that still wait for a stamp.
import { z } from 'zod';
import { BASELINE_LEVELS } from '../domain/signature-level.ts';
import { call, event } from './entry.ts';
import { failure, fileName, isoTime, shortText } from './shapes.ts';

/** A document that was signed without the time stamp it was to have. */
export const pendingHandle = z
  .string()
  .regex(/^pnd_[0-9a-f]{32}$/)
  .brand<'PendingHandle'>();
export type PendingHandle = z.infer<typeof pendingHandle>;

const authority = z.strictObject({
  name: shortText.min(1),
  url: z.string().min(1).max(2048),
});
export type ShownAuthority = z.infer<typeof authority>;

export const pendingDocument = z.strictObject({
  pending: pendingHandle,
  name: fileName,
  /** When it was signed. */
  since: isoTime,
  /** What it was to be. */
  wanted: z.enum(BASELINE_LEVELS),
  /** What stood in the way last. */
  problem: failure,
});
export type PendingDocument = z.infer<typeof pendingDocument>;

const pendingList = z.strictObject({ documents: z.array(pendingDocument).max(10_000) });

export const proofContract = {
  'timestamps.list': call(
    z.strictObject({}),
    z.strictObject({ authorities: z.array(authority).max(20) }),
  ),
  /** Replaces the list, in the order of preference. */
  'timestamps.set': call(
    z.strictObject({ authorities: z.array(authority).max(20) }),
    z.strictObject({ authorities: z.array(authority).max(20) }),
  ),
  /** Asks one authority of the list for a time stamp that nobody keeps. */
  'timestamps.test': call(
    z.strictObject({ url: z.string().min(1).max(2048) }),
    z.strictObject({ time: isoTime, milliseconds: z.number().int().nonnegative() }),
  ),
  'pending.list': call(z.strictObject({}), pendingList),
  /** Completes all of them, one after the other; what fails stays in the list with its reason. */
  'pending.complete': call(
    z.strictObject({}),
    z.strictObject({
      completed: z.array(fileName).max(10_000),
      failed: z.array(z.strictObject({ name: fileName, problem: failure })).max(10_000),
    }),
  ),
  'pending.cancel': call(z.strictObject({}), z.strictObject({})),
  /** Takes one off the list; its file stays as it is. */
  'pending.forget': call(z.strictObject({ pending: pendingHandle }), pendingList),
  'pending.progress': event(
    z.strictObject({
      done: z.number().int().nonnegative(),
      total: z.number().int().nonnegative(),
      failed: z.number().int().nonnegative(),
    }),
  ),
} as const;
