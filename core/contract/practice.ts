// Practice mode: in it or not, what is missing for it, and the ways in and out. Each way starts the program anew.
import { z } from 'zod';
import { call } from './entry.ts';
import { failure } from './shapes.ts';

const nothing = z.strictObject({});

export const practiceContract = {
  'practice.state': call(
    nothing,
    z.strictObject({
      active: z.boolean(),
      /** The office's policy forbids it. */
      forbidden: z.boolean(),
      /** False where this computer is a training room's, whose environment says so. */
      mayLeave: z.boolean(),
      /** Whether SoftHSM2, which the practice token is made of, is on this computer. */
      softHsm: z.boolean(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      /** In practice mode, why there is no practice token; null where there is one. */
      problem: failure.nullable(),
    }),
  ),
  /** Into practice mode; from within, once more: what was missing may be there now. */
  'practice.enter': call(nothing, nothing),
  'practice.leave': call(nothing, nothing),
  /** Leaves, and deletes all that practice mode has made. */
  'practice.reset': call(nothing, nothing),
} as const;
