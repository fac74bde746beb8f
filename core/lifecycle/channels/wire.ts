// What travels between Pena and a registration authority (resources/api/registration-authority.json): a report
// with its papers one way, a signed receipt the other way. Every field is bounded; nothing unknown is let through.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { REPORT_LIMITS } from '../../domain/report-limits.ts';
import {
  PAPER_KINDS,
  REPORT_GROUNDS,
  REPORTERS,
  REQUESTED_REASONS,
  type RevocationRequest,
} from '../../domain/revocation-request.ts';
import type { Paper } from '../../ports/report-channel.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const moment = z.iso.datetime().max(40);
/** For people: no control characters, and none that turn the reading direction. */
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
const prose = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\n)*$/u);
const paperName = line(REPORT_LIMITS.name).regex(/^[^/\\]+$/);
const email = z.email().max(REPORT_LIMITS.name);

export const revocationRequest = z.strictObject({
  caseId: uuid,
  idempotencyKey: uuid,
  certificate: z.strictObject({
    issuer: line(1000),
    issuerName: z.base64().max(4000).nullable(),
    serial: z.string().regex(/^(?:[0-9a-f]{2}){1,20}$/),
    sha256: sha256.nullable(),
  }),
  reason: z.enum(REQUESTED_REASONS),
  ground: z.enum(REPORT_GROUNDS),
  invalidityDate: moment.nullable(),
  reportedAt: moment,
  reportedBy: z.enum(REPORTERS),
  owner: z.strictObject({
    name: line(REPORT_LIMITS.name),
    nip: z
      .string()
      .regex(/^\d{18}$/)
      .nullable(),
    email: email.nullable(),
  }),
  narrative: prose(REPORT_LIMITS.narrative),
  papers: z
    .array(
      z.strictObject({
        kind: z.enum(PAPER_KINDS),
        name: paperName,
        mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
        sha256,
      }),
    )
    .max(REPORT_LIMITS.papers),
}) satisfies z.ZodType<RevocationRequest>;

export const reportMessage = z.strictObject({
  format: z.literal('pena-report-1'),
  request: revocationRequest,
  /** In the order of the request's papers. */
  papers: z
    .array(z.base64().max(Math.ceil(REPORT_LIMITS.paperBytes / 3) * 4))
    .max(REPORT_LIMITS.papers),
});

export const receipt = z.strictObject({
  format: z.literal('pena-receipt-1'),
  caseId: uuid,
  idempotencyKey: uuid,
  /** Of the message's bytes. */
  messageSha256: sha256,
  state: z.enum(['received', 'accepted', 'rejected']),
  at: moment,
  /** The authority's reasons; empty where there are none. */
  reason: prose(REPORT_LIMITS.note),
});
export type Receipt = z.infer<typeof receipt>;

/** Of an application: of the package that was handed in, by its digest. */
export const applicationReceipt = z.strictObject({
  format: z.literal('pena-application-receipt-1'),
  applicationId: uuid,
  packageSha256: sha256,
  state: z.enum(['received', 'accepted', 'rejected']),
  at: moment,
  /** The authority's reasons (Pasal 12(3)); empty where there are none. */
  reason: prose(REPORT_LIMITS.note),
});
export type ApplicationReceipt = z.infer<typeof applicationReceipt>;

export const signedReceipt = z.strictObject({
  /** The receipt's JSON, and a detached CMS over those very bytes. */
  receipt: z.base64().max(16_000),
  signature: z.base64().max(100_000),
});

/** The very same bytes for the same report, however often it is sent. */
export function reportBytes(request: RevocationRequest, papers: readonly Paper[]): Uint8Array {
  const message: z.infer<typeof reportMessage> = {
    format: 'pena-report-1',
    request: revocationRequest.parse(request),
    papers: papers.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  };
  return Buffer.from(JSON.stringify(message));
}

export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Null for what is no JSON, or not in UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
