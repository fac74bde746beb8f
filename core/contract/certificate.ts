// The certificates ever seen on this computer, whether or not their token is there now.
import { z } from 'zod';
import { call } from './entry.ts';
import { isoTime, sha256Hex, shortText } from './shapes.ts';

const shownCertificate = z.strictObject({
  sha256: sha256Hex,
  name: shortText,
  issuer: shortText,
  /** Null: in a PKCS#12 file. */
  token: z.strictObject({ label: shortText, serial: shortText }).nullable(),
  notBefore: isoTime,
  notAfter: isoTime,
  lastSeen: isoTime,
  /** Null while more than 90 days are left. */
  warning: z.union([z.literal([1, 7, 14, 30, 90]), z.literal('expired')]).nullable(),
  /** Days begun until the end, from 0. */
  daysLeft: z.number().int().min(0),
  /** A newer certificate has taken its place. */
  replaced: z.boolean(),
  /** Whether its owner must renew it. */
  urgent: z.boolean(),
  reportedLostSince: isoTime.nullable(),
});
export type ShownCertificate = z.infer<typeof shownCertificate>;

const shownList = z.strictObject({ certificates: z.array(shownCertificate).max(500) });

export const certificateContract = {
  'certificate.known': call(z.strictObject({}), shownList),
  /** Takes one off the list, as `pena certificates forget` does; never one that was reported lost. */
  'certificate.forget': call(z.strictObject({ sha256: sha256Hex }), shownList),
} as const;
