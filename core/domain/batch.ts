// A batch: what is to be signed and how, as data that one person writes and another one reviews; and what
// is said of each document afterwards.
import { z } from 'zod';
import type { ErrorCode } from './error-code.ts';
import type { ErrorParams } from './pena-error.ts';
import { type BaselineLevel, BASELINE_LEVELS } from './signature-level.ts';

const text = z.string().max(1000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const points = z.number().min(-20_000).max(20_000);

/** Where a stamp stands: a rectangle of a page, a free place on it, the place of the field that is signed, or a tag. */
const stampPlace = z.union([
  z.strictObject({
    page: z.union([z.number().int().positive().max(1_000_000), z.literal('last')]),
    /** x, y, width, height in points, from the lower left corner of the unrotated visible page. */
    rect: z.tuple([points, points, points, points]),
  }),
  z.strictObject({
    page: z.union([z.number().int().positive().max(1_000_000), z.literal('last')]),
    /** Points, as the stamp is shown; null: that of its design. */
    size: z.tuple([points, points]).nullable(),
    /** Lower left corner, from which the free place is looked for; absent: as without a plan. */
    near: z.tuple([points, points]).optional(),
  }),
  z.strictObject({ ofField: z.literal(true) }),
  z.strictObject({
    /** In the text of a page; the stamp covers it. */
    tag: z.string().min(1).max(16),
    /** Points. */
    size: z.tuple([points, points]),
    /** Absent: it must be there once. */
    occurrence: z.union([z.number().int().positive(), z.literal('all-in-order')]).optional(),
  }),
]);
export type StampPlace = z.infer<typeof stampPlace>;

const stampRule = z.strictObject({
  at: stampPlace,
  /** Lines of the position, unauthenticated. */
  position: text.default(''),
  /** Of a stamp design; null: the standard one. */
  design: z.string().max(40).nullable().default(null),
  qr: text.nullable().default(null),
});
export type StampRule = z.infer<typeof stampRule>;

/** The sentence and code at the foot of every page, for documents that nobody has signed yet. */
const footerRule = z.strictObject({
  design: z.string().max(40),
  qr: text.nullable().default(null),
});
export type FooterRule = z.infer<typeof footerRule>;

/** A name in the folder of the results: nothing that leads out of it, on any system. */
const outputName = z
  .string()
  .max(240)
  .regex(/^[^/\\:\0]+$/)
  .refine((name) => name !== '.' && name !== '..' && !name.startsWith('.pena-'));

const fileRule = z.strictObject({
  /** Relative to the plan's own folder. */
  file: z.string().min(1).max(4096),
  output: outputName,
  /** What is not said here is as the plan says. */
  reason: text.optional(),
  location: text.optional(),
  stamp: stampRule.nullable().optional(),
  footer: footerRule.nullable().optional(),
  /** Signature field; null: a new one. */
  field: z.string().min(1).max(200).nullable().default(null),
});

const MAX_FILES = 100_000;

export const batchPlan = z.strictObject({
  format: z.literal(1),
  /** Of the one certificate that signs everything. */
  certificate: sha256,
  level: z.enum(BASELINE_LEVELS).default('B-B'),
  reason: text.default(''),
  location: text.default(''),
  /** Null: invisible signatures. */
  stamp: stampRule.nullable().default(null),
  /** Absent: none. Without a default: plans of before it keep their digest. */
  footer: footerRule.nullable().optional(),
  /** What may still be changed (ISO 32000-2 12.8.2.2); absent: no certification. */
  certification: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  files: z
    .array(fileRule)
    .min(1)
    .max(MAX_FILES)
    .refine((files) => {
      // Some file systems do not tell capital letters apart.
      const names = new Set(files.map(({ output }) => output.normalize('NFC').toLowerCase()));
      return names.size === files.length;
    }, 'two files with one output'),
});
export type BatchPlan = z.infer<typeof batchPlan>;
export type BatchFile = z.infer<typeof fileRule>;

/**
 * `already-signed`: by an earlier run; `left`: not begun, or not yet signed when the batch was stopped.
 */
export type BatchStatus = 'signed' | 'already-signed' | 'failed' | 'left';

export interface BatchItem {
  readonly file: string;
  readonly output: string;
  readonly status: BatchStatus;
  readonly error: { readonly code: ErrorCode; readonly params: ErrorParams } | null;
  readonly field: string | null;
  readonly level: BaselineLevel | null;
  /** Of the original, lower-case hexadecimal. */
  readonly documentSha256: string | null;
  readonly size: number | null;
}

export interface BatchResult {
  readonly items: readonly BatchItem[];
  /** What stopped it before its end; null where it went through. */
  readonly stopped: ErrorCode | null;
}
