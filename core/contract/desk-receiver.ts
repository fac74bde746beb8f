// The receiver that the desk starts on this computer: where it listens, with which certificate, and what it answered.
// Neither its keys nor the access token cross here; of requests only what they were and how they were answered.
import { z } from 'zod';
import { ERROR_CODES } from '../domain/error-code.ts';
import { call } from './entry.ts';
import { failure, isoTime, sha256Hex, shortText } from './shapes.ts';

const answered = z.strictObject({
  at: isoTime,
  what: z.enum(['report', 'application', 'status', 'other']),
  /** As HTTP says it. */
  status: z.number().int().min(100).max(599),
  code: z.enum(ERROR_CODES).nullable(),
});

const receiver = z.strictObject({
  /** `locked`: the desk's secret was not given. */
  state: z.enum(['locked', 'off', 'on']),
  /** `https://127.0.0.1:8443/v1`; null where it does not listen. */
  address: z.string().max(300).nullable(),
  since: isoTime.nullable(),
  /** Null before it was first made ready. */
  certificate: z
    .strictObject({ name: shortText, sha256: sha256Hex, until: isoTime, own: z.boolean() })
    .nullable(),
  hasToken: z.boolean(),
  /** Latest first. */
  log: z.array(answered).max(200),
  /** Why it ended without having been stopped. */
  failure: failure.nullable(),
});
export type ShownReceiver = z.infer<typeof receiver>;

const saved = z.strictObject({ saved: z.boolean() });

export const deskReceiverContract = {
  'desk.receiver': call(z.strictObject({}), receiver),
  /** Makes ready what is missing: a certificate, the key of receipts, and a token, which is shown once. */
  'desk.startReceiver': call(
    z.strictObject({
      /** On every address of this computer, or only from itself. */
      reach: z.enum(['loopback', 'network']),
      port: z.number().int().min(0).max(65_535),
    }),
    receiver,
  ),
  'desk.stopReceiver': call(z.strictObject({}), receiver),
  /** A new access token, shown once in the window for secrets; the one before ends with it. */
  'desk.renewToken': call(z.strictObject({}), receiver),
  /** Null: no file was chosen. In force from the next start on. */
  'desk.chooseCertificate': call(z.strictObject({}), receiver.nullable()),
  /** For the policy of those who report: what TLS and receipts are checked by. */
  'desk.saveCertificate': call(z.strictObject({ which: z.enum(['tls', 'receipts']) }), saved),
} as const;
