// The order of signing that is prepared in a document: who drafts, who initials, who signs.
import { z } from 'zod';

export const ROLES = ['konseptor', 'paraf', 'penanda-tangan'] as const;
export type Role = (typeof ROLES)[number];

const points = z.number().min(-20_000).max(20_000);

/** Where a field stands; nothing of it: nowhere to be seen. */
const place = z.union([
  z.strictObject({
    page: z.union([z.number().int().positive().max(1_000_000), z.literal('last')]),
    /** x, y, width, height in points, from the lower left corner of the unrotated visible page. */
    rect: z.tuple([points, points, points, points]).nullable(),
  }),
  z.strictObject({
    tag: z.string().min(1).max(16),
    /** Points. */
    size: z.tuple([points, points]),
    occurrence: z.number().int().positive().optional(),
  }),
]);

export const fieldWish = z.strictObject({
  role: z.enum(ROLES),
  /** The field's name; a period would make it a child of another one (ISO 32000-2 12.7.4.2). */
  name: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[^.\p{Cc}]+$/u),
  place,
  /** From 1; fields with one number are for people who may sign in any order among themselves. */
  order: z.number().int().min(1).max(1000),
});
export type FieldWish = z.infer<typeof fieldWish>;

export interface WorkflowStep {
  /** Fully qualified name. */
  readonly field: string;
  readonly role: Role;
  readonly order: number;
  readonly signed: boolean;
  /** From 1; null where it cannot be told. */
  readonly page: number | null;
  readonly visible: boolean;
}

export interface Workflow {
  /** In their order. */
  readonly steps: readonly WorkflowStep[];
  /** Those whose turn it is; none where all have signed, or nothing was prepared. */
  readonly turn: readonly WorkflowStep[];
}
