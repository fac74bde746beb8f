// Documents signed since the owner last had the key: searched in folders that the person chooses, and in the journal.
// Names of files cross here, and where they lie within what was chosen; whole paths do not.
import { z } from 'zod';
import { SKIP_REASONS } from '../domain/doubt.ts';
import { INDICATIONS } from '../domain/indication.ts';
import { call, event } from './entry.ts';
import { caseHandle, shownCase } from './lost-key.ts';
import { failure, fileName, isoTime, sha256Hex, shortText } from './shapes.ts';

/** Rows of each kind that are shown; all of them stand in the table that is saved. */
export const MOST_DOUBTFUL = 300;

const count = z.int().nonnegative();
const place = { name: fileName, folder: z.string().max(4096) };

const doubtResult = z.strictObject({
  /** Null: nobody knows, and every signature is in doubt. */
  since: isoTime.nullable(),
  files: count,
  inDoubt: count,
  earlier: count,
  journal: z.enum(['whole', 'broken', 'empty']),
  signatures: z
    .array(
      z.strictObject({
        ...place,
        field: shortText,
        claimedTime: isoTime.nullable(),
        provenTime: isoTime.nullable(),
        proof: z.enum(['time-stamp', 'journal']).nullable(),
        indication: z.enum(INDICATIONS),
      }),
    )
    .max(MOST_DOUBTFUL),
  /** By the journal alone: when, and the digest of what was signed. */
  journalOnly: z.array(z.strictObject({ at: isoTime, document: sha256Hex })).max(MOST_DOUBTFUL),
  unreadable: z.array(z.strictObject({ ...place, problem: failure })).max(MOST_DOUBTFUL),
  skipped: z.array(z.strictObject({ ...place, why: z.enum(SKIP_REASONS) })).max(MOST_DOUBTFUL),
  /** How many could not be looked at, shown or not. */
  notSeen: count,
});
export type DoubtResult = z.infer<typeof doubtResult>;

export const doubtContract = {
  /** With folders of the person's choice, or in the journal alone. Null: none was chosen, or it was stopped. */
  'lostKey.doubtSearch': call(
    z.strictObject({ case: caseHandle, folders: z.boolean() }),
    doubtResult.nullable(),
  ),
  'lostKey.doubtStop': call(z.strictObject({}), z.strictObject({})),
  /** What was found last, where the person says. */
  'lostKey.doubtSave': call(
    z.strictObject({ as: z.enum(['csv', 'pdf']) }),
    z.strictObject({ saved: z.boolean() }),
  ),
  /** What was found last becomes a paper of its case. */
  'lostKey.doubtAttach': call(z.strictObject({}), shownCase),
  'lostKey.doubtProgress': event(z.strictObject({ files: count, inDoubt: count })),
} as const;
