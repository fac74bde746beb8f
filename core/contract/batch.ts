// Signing many documents with one key: chosen, reviewed, run, and told file by file. Paths stay in main.
import { z } from 'zod';
import { ERROR_CODES } from '../domain/error-code.ts';
import { BASELINE_LEVELS } from '../domain/signature-level.ts';
import { call, event } from './entry.ts';
import { certification, judgedFinding } from './signing.ts';
import {
  certificateHandle,
  failure,
  fileName,
  rectangle,
  sha256Hex,
  shortText,
  zone,
} from './shapes.ts';

/** The files that were chosen; how they are signed comes with the review. */
export const batchHandle = z
  .string()
  .regex(/^bat_[0-9a-f]{32}$/)
  .brand<'BatchHandle'>();
export type BatchHandle = z.infer<typeof batchHandle>;

export const MOST_FILES = 10_000;
const count = z.number().int().nonnegative();
const points = z.number().positive().max(20_000);

export const batchStamp = z.strictObject({
  at: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('page'),
      page: z.union([z.number().int().min(1).max(1_000_000), z.literal('last')]),
      rect: rectangle,
      /** In each document the free place nearest to `rect`. */
      free: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('tag'),
      tag: z.string().min(1).max(16),
      width: points,
      height: points,
      /** Of several of the same: none, or the first that no signature stands on. */
      occurrence: z.enum(['only', 'next']),
    }),
    /** The place of the field that is signed. */
    z.strictObject({ kind: z.literal('field') }),
  ]),
  position: shortText,
  /** Of a stamp design; null: the standard one. */
  design: z.string().max(40).nullable(),
});
export type BatchStamp = z.infer<typeof batchStamp>;

export const chosenBatch = z.strictObject({
  batch: batchHandle,
  /** Of the sealed file, or of the folder; null: single files. */
  name: fileName.nullable(),
  files: count.max(MOST_FILES),
  /** Prepared and fixed by somebody else. */
  sealed: z
    .strictObject({
      sha256: sha256Hex,
      /** By the signature on the seal; null where it has none. */
      by: shortText.nullable(),
      /** SHA-256 of the certificate that is to sign. */
      certificate: sha256Hex,
      level: z.enum(BASELINE_LEVELS),
    })
    .nullable(),
});
export type ChosenBatch = z.infer<typeof chosenBatch>;

const reviewRow = z.strictObject({
  name: fileName,
  pages: count.nullable(),
  signatures: count.nullable(),
  problem: failure.nullable(),
  /** Warnings and refusals of the policy about what is in the document. */
  findings: z.array(judgedFinding).max(100),
});
const review = z.strictObject({
  rows: z.array(reviewRow).max(MOST_FILES),
  /** How many can be signed. */
  ready: count,
});

export const CHECKPOINTS = ['time', 'sign'] as const;
export type CheckpointForm = (typeof CHECKPOINTS)[number];

export const BATCH_STATUSES = ['signed', 'already-signed', 'failed', 'left'] as const;
const resultRow = z.strictObject({
  name: fileName,
  status: z.enum(BATCH_STATUSES),
  level: z.enum(BASELINE_LEVELS).nullable(),
  problem: failure.nullable(),
});

export const batchContract = {
  /** Shows the system's dialog; null when it was closed without a choice, or nothing was in there. */
  'batch.choose': call(
    z.strictObject({ what: z.enum(['files', 'folder', 'sealed']) }),
    chosenBatch.nullable(),
  ),
  /** Looks at every file. A sealed batch is signed as it says, and `stamp`, `level` are not looked at. */
  'batch.review': call(
    z.strictObject({
      batch: batchHandle,
      certificate: certificateHandle,
      stamp: batchStamp.nullable(),
      /** An empty signature field of each document; null: a new one. */
      field: z.string().min(1).max(200).nullable(),
      zone,
      reason: shortText,
      location: shortText,
      level: z.enum(BASELINE_LEVELS),
      /** As in `signing.start`. */
      footer: z.string().max(40).nullable(),
      certification,
    }),
    review,
  ),
  /** Asks for a locked file's password in a window of its own; what opens it is tried on the others. */
  'batch.unlock': call(
    z.strictObject({ batch: batchHandle, row: count.max(MOST_FILES - 1) }),
    review,
  ),
  /** Forgets the batch, and the passwords of its files. */
  'batch.close': call(z.strictObject({ batch: batchHandle }), z.strictObject({})),
  /** Signs as reviewed. Once more after a stop: goes on where it was. */
  'batch.start': call(
    z.strictObject({
      batch: batchHandle,
      /** The person has seen the warnings of the review. */
      warningsSeen: z.boolean(),
      /** A witness to the journal at the end: a time stamp, or a signature with the same key. */
      checkpoint: z.enum(CHECKPOINTS).nullable(),
    }),
    z.strictObject({
      rows: z.array(resultRow).max(MOST_FILES),
      /** What stopped it before its end; null where it went through. */
      stopped: z.enum(ERROR_CODES).nullable(),
      /** What came of the witness; null where none was asked for. */
      checkpoint: z.strictObject({ problem: failure.nullable() }).nullable(),
    }),
  ),
  /** The signature under way is finished, no other one begun. */
  'batch.cancel': call(z.strictObject({}), z.strictObject({})),
  'batch.saveTable': call(
    z.strictObject({ batch: batchHandle }),
    z.strictObject({ saved: z.boolean() }),
  ),
  'batch.reveal': call(z.strictObject({ batch: batchHandle }), z.strictObject({})),
  'batch.progress': event(z.strictObject({ done: count, total: count, failed: count })),
} as const;
