// Files and folders dropped on the window. The page hands over File objects; the preload alone turns them
// into paths (webUtils.getPathForFile) and asks on a line of its own, which the page cannot reach.
import { z } from 'zod';
import { shownRequest, takenAnswer } from './acknowledge.ts';
import { call } from './entry.ts';
import { deskCase } from './desk.ts';
import { deskApplication } from './desk-applications.ts';
import { openedDocument } from './document.ts';
import { caseHandle, meant } from './lost-key.ts';
import { fileList, MOST_FILES } from './many.ts';

const path = z.string().min(1).max(4096);

const droppedPackage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report'), case: deskCase }),
  z.strictObject({ kind: z.literal('application'), application: deskApplication }),
]);
export type DroppedPackage = z.infer<typeof droppedPackage>;

export const droppedContract = {
  'document.openDropped': call(z.strictObject({ path }), openedDocument),
  /** For the table of many files; forgets the files before. */
  'many.listDropped': call(
    z.strictObject({ paths: z.array(path).min(1).max(MOST_FILES) }),
    fileList,
  ),
  /** At the superior's. */
  'lostKey.openDroppedRequest': call(z.strictObject({ path }), shownRequest),
  /** The superior's answer, or the signed PDF, dropped on a report's papers. */
  'lostKey.takeDroppedAnswer': call(z.strictObject({ path, case: caseHandle }), takenAnswer),
  /** A certificate file, or a PDF that was signed with it, dropped where a lost key is chosen: blocks it. */
  'lostKey.chooseDropped': call(z.strictObject({ path }), meant),
  /** A package for the registration authority's desk, which is opened first where it is not yet. */
  'desk.takeDropped': call(z.strictObject({ path }), droppedPackage),
} as const;
