// Trust anchors: those that ship with the program, the office's, and those that the person takes in by fingerprint.
import { z } from 'zod';
import { call } from './entry.ts';
import { isoTime, sha256Hex, shortText } from './shapes.ts';

const anchor = z.strictObject({
  name: z.string().max(1000),
  sha256: sha256Hex,
  notBefore: isoTime,
  notAfter: isoTime,
  /** Who says that it is trusted. */
  from: z.enum(['shipped', 'office', 'person']),
  /** Of a shipped one: whether its owner has confirmed the fingerprint; else true. */
  confirmed: z.boolean(),
  /** Taken in by the person here. */
  removable: z.boolean(),
});
export type ShownAnchor = z.infer<typeof anchor>;

const candidate = anchor.pick({ name: true, sha256: true, notBefore: true, notAfter: true });
export type AnchorCandidate = z.infer<typeof candidate>;

const anchorList = z.strictObject({
  /** Date of the shipped list. */
  date: shortText,
  anchors: z.array(anchor).max(1000),
});
export type AnchorList = z.infer<typeof anchorList>;

export const anchorsContract = {
  'anchors.list': call(z.strictObject({}), anchorList),
  /** Asks for a certificate file and says what is in it; trusts nothing yet. Null where none was chosen. */
  'anchors.choose': call(z.strictObject({}), candidate.nullable()),
  /** Trusts the one that was chosen last, if it is the one whose fingerprint was shown. */
  'anchors.add': call(z.strictObject({ sha256: sha256Hex }), anchorList),
  'anchors.remove': call(z.strictObject({ sha256: sha256Hex }), anchorList),
} as const;
