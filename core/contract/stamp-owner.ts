// What stamps say of the person at this computer that is in no certificate.
import { z } from 'zod';
import { call } from './entry.ts';
import { fileName, shortText } from './shapes.ts';

const stampOwner = z.strictObject({
  /** Empty: none. */
  nip: shortText,
  /** Contents of the QR code of designs that have one; empty: as the design says. */
  qr: shortText,
  /** The picture of the signature in the person's own hand; null: none was chosen. */
  specimen: z.strictObject({ name: fileName }).nullable(),
});
export type ShownStampOwner = z.infer<typeof stampOwner>;

export const stampOwnerContract = {
  'stampOwner.get': call(z.strictObject({}), stampOwner),
  'stampOwner.set': call(stampOwner.pick({ nip: true, qr: true }).partial().strict(), stampOwner),
  /** Asks for a PNG or JPEG. Answers after that, also where none was chosen. */
  'stampOwner.chooseSpecimen': call(z.strictObject({}), stampOwner),
  'stampOwner.forgetSpecimen': call(z.strictObject({}), stampOwner),
} as const;
