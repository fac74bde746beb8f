// "Why is my token missing?": what was looked at and what is likeliest, for the window.
import { z } from 'zod';
import { CAUSES, SERVICE_STATES } from '../domain/doctor.ts';
import { call } from './entry.ts';
import { failure, shortText } from './shapes.ts';
import { moduleMark } from './token.ts';

const shownDoctor = z.strictObject({
  cause: z.strictObject({ kind: z.enum(CAUSES), subject: shortText }),
  service: z.enum(SERVICE_STATES),
  /** Null: they cannot be seen here. */
  readers: z
    .array(
      z.strictObject({
        name: shortText,
        card: z.boolean(),
        /** What the ATR is known to be of. */
        product: shortText.nullable(),
      }),
    )
    .max(16)
    .nullable(),
  usbReaders: z.number().int().min(0).nullable(),
  policyFault: failure.nullable(),
  modules: z.array(moduleMark).max(64),
  tokens: z
    .array(
      z.strictObject({
        label: shortText,
        /** Its last two characters. */
        serial: shortText,
        certificates: z
          .array(z.strictObject({ name: shortText, refusal: failure.nullable() }))
          .max(64),
      }),
    )
    .max(64),
});
export type ShownDoctor = z.infer<typeof shownDoctor>;

export const doctorContract = {
  /** Looks around anew. */
  'doctor.look': call(z.strictObject({}), shownDoctor),
  /** Of the last look, without personal data. */
  'doctor.save': call(z.strictObject({}), z.strictObject({ saved: z.boolean() })),
} as const;
