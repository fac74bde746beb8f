// The superior's "Mengetahui" (Pasal 16(4)) in the window: a request goes out as a file, is opened at the superior's, and
// comes back with the letter signed. What was opened stands behind a handle of this window.
import { z } from 'zod';
import { REPORT_GROUNDS } from '../domain/revocation-request.ts';
import { openedDocument } from './document.ts';
import { call } from './entry.ts';
import { caseHandle, shownCase } from './lost-key.ts';
import { isoTime, sha256Hex, shortText } from './shapes.ts';

export const requestHandle = z
  .string()
  .regex(/^ack_[0-9a-f]{32}$/)
  .brand<'RequestHandle'>();
export type RequestHandle = z.infer<typeof requestHandle>;

export const shownRequest = z.strictObject({
  request: requestHandle,
  owner: shortText,
  /** As the owner named the superior. */
  superior: shortText.nullable(),
  ground: z.enum(REPORT_GROUNDS),
  certificate: z.strictObject({
    serial: z.string().max(64),
    issuer: shortText,
    subject: shortText.nullable(),
  }),
  askedAt: isoTime,
  /** Of the letter that is asked about. */
  sha256: sha256Hex,
  /** The file comes back already. */
  answered: z.boolean(),
});
export type ShownRequest = z.infer<typeof shownRequest>;

/** Whose signature was found. */
const by = z.strictObject({
  name: shortText,
  /** False: nobody could be asked yet whether that certificate is revoked. */
  checked: z.boolean(),
});
export type AcknowledgedBy = z.infer<typeof by>;

/** A case with its statement acknowledged, and by whom. */
export const takenAnswer = z.strictObject({ case: shownCase, by });
export type TakenAnswer = z.infer<typeof takenAnswer>;

const saved = z.strictObject({ saved: z.boolean() });
const which = z.strictObject({ request: requestHandle });

export const acknowledgeContract = {
  /** Writes the request where the person says. */
  'lostKey.askSuperior': call(z.strictObject({ case: caseHandle }), saved),
  /** A file that came back, or the signed PDF, is chosen and checked. Null: none was. */
  'lostKey.takeAnswer': call(z.strictObject({ case: caseHandle }), takenAnswer.nullable()),
  /** At the superior's. Null: no file was chosen. */
  'lostKey.openRequest': call(z.strictObject({}), shownRequest.nullable()),
  /** Saves the letter where the person says, and opens it to be read and signed. Null: no place was chosen. */
  'lostKey.openLetter': call(which, openedDocument.nullable()),
  /** The signed letter is chosen, checked, and the answer written where the person says. Null: no file was chosen. */
  'lostKey.answerRequest': call(which, saved.extend({ by }).nullable()),
} as const;
