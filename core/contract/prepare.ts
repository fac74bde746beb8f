// Preparing a document for several signers: fields for initials and signatures, in their order.
import { z } from 'zod';
import { fieldWish } from '../domain/workflow.ts';
import { openedDocument } from './document.ts';
import { call } from './entry.ts';
import { documentHandle } from './shapes.ts';

/** For the window's list; the terminal takes as many as it is given. */
export const MOST_PREPARED = 50;

export const prepareContract = {
  /** Asks where to, and opens the new document; null where no place was chosen. */
  'prepare.start': call(
    z.strictObject({
      document: documentHandle,
      fields: z.array(fieldWish).min(1).max(MOST_PREPARED),
    }),
    z
      .strictObject({
        opened: openedDocument,
        /** Names of the fields that stand on text: once that is signed, no stamp may hide it. */
        onText: z.array(z.string().max(100)).max(MOST_PREPARED),
      })
      .nullable(),
  ),
} as const;
