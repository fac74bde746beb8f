// Files, batches of documents and the journal.
import type { ErrorCode } from '../../error-code.ts';

export const OFFICE_ERRORS_EN = {
  FILE_NOT_FOUND: 'The file[ {file}] was not found. Check its name and folder.',
  FILE_NOT_READABLE:
    'The file[ {file}] cannot be read. Check its permissions, and that it is an ordinary file and not a folder.',
  FILE_CHANGED:
    'The file[ {file}] changed while it was read, so the result was not used. Close other programs that use it and repeat.',
  FILE_FOLDER_MISSING:
    'The destination folder[ {folder}] does not exist. Make the folder, or choose another one.',
  FILE_FOLDER_READ_ONLY:
    'The destination folder[ {folder}] cannot be written to. The original was not changed. Choose another folder, or check its permissions.',
  FILE_DISK_FULL:
    'The disk is full. The original was not changed and no half-made file was left. Make room and repeat.',
  FILE_OUTPUT_EXISTS:
    'The destination file[ {file}] is there already and was not overwritten. Choose another name.',
  FILE_OUTPUT_IS_INPUT:
    'The destination file[ {file}] is the original document, and an original is never overwritten. Choose another name or folder.',
  FILE_WRITE_FAILED:
    'The file[ {file}] could not be saved. The original was not changed. Check the disk, or choose another folder.',

  BATCH_PLAN_INVALID:
    'The signing plan cannot be used[ ({detail})]. Nothing was signed yet. Correct the plan.',
  BATCH_OTHER_RUN:
    'The folder for the results holds the record of another plan or certificate. Nothing was signed yet. Choose another folder, or go on with the earlier plan.',
  BATCH_BUSY: 'Another Pena is working on this plan[ (process {pid})]. Wait until it has finished.',
  BATCH_INPUT_CHANGED:
    'The file[ {file}] has changed since it was reviewed and was not signed. Review it again.',
  BATCH_CERTIFICATE:
    'The key in use is not that of the certificate named in the plan. Nothing was signed with it.',
  SEAL_INVALID:
    'This sealed plan is damaged or was changed after it was sealed. Nothing was signed yet. Ask whoever prepared it to seal it again.',
  SEAL_BROKEN:
    'The file[ {file}] is not what was sealed and was not signed. Ask whoever prepared it to check it and seal again.',
  WORKFLOW_OUT_OF_TURN:
    'It is not yet the turn of the field[ {field}]. The document still waits for an earlier field[, {waiting}].',
  WORKFLOW_FIELD_NEEDED:
    'This document has an order of signing. Name the field to sign[; it is the turn of {waiting}].',
  WORKFLOW_FORBIDDEN:
    'A signature that is there does not allow new fields. The document was not changed.',
  JOURNAL_BUSY:
    'Another Pena is writing the journal and does not finish. Close it, then try again.',
  JOURNAL_EXPORT_INVALID:
    'The file[ {file}] is no whole export of a journal. Ask for a new export from the computer it came from.',
  JOURNAL_UNREADABLE:
    'The journal file[ {file}] cannot be read. Check the permissions of its folder.',
} satisfies Partial<Record<ErrorCode, string>>;
