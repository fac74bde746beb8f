// Verifying many files at once: which, each one's result, and all of them as a table for spreadsheets.
import { z } from 'zod';
import { VERDICTS } from '../domain/indication.ts';
import { call } from './entry.ts';
import { openedDocument } from './document.ts';
import { failure, fileName, isoTime } from './shapes.ts';
import { reason, REPORT_FORMATS } from './validation.ts';

/** Files of one table; more are left out, and that is said. */
export const MOST_FILES = 10_000;

export const fileHandle = z
  .string()
  .regex(/^fil_[0-9a-f]{32}$/)
  .brand<'FileHandle'>();
export type FileHandle = z.infer<typeof fileHandle>;

export const fileList = z.strictObject({
  files: z
    .array(
      z.strictObject({
        file: fileHandle,
        name: fileName,
        /** Where it lies within what was chosen; empty: at its top. */
        folder: z.string().max(4096),
      }),
    )
    .max(MOST_FILES),
  /** Whether there are more files than fit. */
  more: z.boolean(),
});
export type FileList = z.infer<typeof fileList>;

const checkedFile = z.strictObject({
  verdict: z.enum(VERDICTS),
  /** Said first of all reasons; null where everything passed or nothing was signed. */
  reason: z.strictObject(reason).nullable(),
  /** Why the file could not be judged. */
  failure: failure.nullable(),
  signers: z.array(z.string().max(2000)).max(1000),
  /** Of the first signature, as far as it is proven or claimed. */
  time: isoTime.nullable(),
});
export type CheckedFile = z.infer<typeof checkedFile>;

export const manyContract = {
  /** Shows the system's dialog; null when it was closed without a choice. Forgets the files before. */
  'many.choose': call(z.strictObject({ kind: z.enum(['files', 'folder']) }), fileList.nullable()),
  'many.check': call(z.strictObject({ file: fileHandle, offline: z.boolean() }), checkedFile),
  'many.open': call(z.strictObject({ file: fileHandle }), openedDocument),
  /** Writes what was checked so far where the person says; false: nowhere. */
  'many.saveTable': call(z.strictObject({}), z.strictObject({ saved: z.boolean() })),
  /** The same as one report with every reason. */
  'many.saveReport': call(
    z.strictObject({ format: z.enum(REPORT_FORMATS) }),
    z.strictObject({ saved: z.boolean() }),
  ),
} as const;
