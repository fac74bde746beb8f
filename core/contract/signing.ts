// Signing the open document with a certificate on a token. The PIN never comes this way.
import { z } from 'zod';
import { call, event } from './entry.ts';
import { certificateHandle, documentHandle, rectangle, shortText, zone } from './shapes.ts';
import { openedDocument } from './document.ts';

export const stampRequest = z.strictObject({
  /** From 1. */
  page: z.number().int().min(1).max(1_000_000),
  rect: rectangle,
  /** Position of the signer as it shall be printed ("Wali Kota ..."); unauthenticated text. */
  position: shortText,
  zone,
});
export type StampRequest = z.infer<typeof stampRequest>;

export const signingContract = {
  /** The stamp as it will be written, as a one-page PDF: the preview is the writer's own output. */
  'signing.previewStamp': call(
    z.strictObject({
      document: documentHandle,
      certificate: certificateHandle,
      stamp: stampRequest,
      reason: shortText,
      location: shortText,
    }),
    z.strictObject({ pdf: z.instanceof(Uint8Array).refine((b) => b.byteLength <= 4 << 20) }),
  ),
  /** Signs and resolves with the new, signed document. */
  'signing.start': call(
    z.strictObject({
      document: documentHandle,
      certificate: certificateHandle,
      stamp: stampRequest.nullable(),
      reason: shortText,
      location: shortText,
    }),
    openedDocument,
  ),
  'signing.cancel': call(z.strictObject({}), z.strictObject({})),
  'signing.progress': event(
    z.strictObject({
      phase: z.enum(['preparing', 'copying', 'waiting-for-pin', 'signing', 'checking', 'writing']),
      /** Bytes done and in all while copying; 0 and 0 elsewhere. */
      done: z.number().int().nonnegative(),
      total: z.number().int().nonnegative(),
    }),
  ),
} as const;
