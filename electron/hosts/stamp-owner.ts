// What a stamp says of its signer, with the picture read: by the host, so that what is in it harms nobody else.
import type { StampOwner } from '../../core/signing/batch/document-request.ts';
import { loadStampImage } from '../../native/files/design-file.ts';
import type { StampOwnerOrder } from './protocol-shapes.ts';

/** @throws {PenaError} STAMP_IMAGE_INVALID */
export async function ownerOf({ nip, qr, specimen }: StampOwnerOrder): Promise<StampOwner> {
  const picture = specimen === null ? undefined : await loadStampImage(specimen);
  return { nip, qr, specimen: picture };
}
