// Opening documents. Pages travel through app://document/<handle>, not over this bridge.
import { z } from 'zod';
import { call } from './entry.ts';
import { documentHandle, fileName } from './shapes.ts';

export const openedDocument = z.strictObject({
  document: documentHandle,
  name: fileName,
  /** Bytes of the file. */
  size: z.number().int().nonnegative(),
  /** Bytes that the viewer is given: of an encrypted file its content without the encryption. */
  viewSize: z.number().int().nonnegative(),
  pageCount: z.number().int().nonnegative(),
  signatureCount: z.number().int().nonnegative(),
});
export type OpenedDocument = z.infer<typeof openedDocument>;

export const documentContract = {
  /** Shows the system's open dialog; null when it was closed without a choice. */
  'document.open': call(z.strictObject({}), openedDocument.nullable()),
  /** Asks for another password, the owner's, and opens the same file with it; null without one. */
  'document.unlock': call(z.strictObject({ document: documentHandle }), openedDocument.nullable()),
  /**
   * Rebuilds the broken document that could not be opened last into a new file, which the system's dialog
   * asks for, and opens that; null where no place was chosen.
   */
  'document.repair': call(
    z.strictObject({}),
    z
      .strictObject({
        opened: openedDocument,
        /** Objects that are referred to and are not there any more. */
        lost: z.number().int().nonnegative(),
      })
      .nullable(),
  ),
  'document.close': call(z.strictObject({ document: documentHandle }), z.strictObject({})),
  /** Shows the file in the system's file manager. */
  'document.reveal': call(z.strictObject({ document: documentHandle }), z.strictObject({})),
} as const;
