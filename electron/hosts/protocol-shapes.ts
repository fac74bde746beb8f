// What the operations of a document host have in common: files, stamps, batches, and who may be asked.
import { z } from 'zod';
import { documentReport } from '../../core/contract/validation.ts';
import { judgedFinding, stampRequest, waitingField } from '../../core/contract/signing.ts';
import { failure, isoTime, sha256Hex, shortText, zone } from '../../core/contract/shapes.ts';
import { batchPlan, type BatchStatus } from '../../core/domain/batch.ts';
import { INDICATIONS } from '../../core/domain/indication.ts';

export const bytes = (max: number): z.ZodType<Uint8Array> =>
  z.instanceof(Uint8Array).refine((value) => value.byteLength <= max);
export const path = z.string().min(1).max(4096);
export const id = z.int().nonnegative();
export const count = z.int().nonnegative();

/** A file as it was when the person opened it. */
export const file = z.strictObject({
  path,
  identity: z.string().max(200),
  /** Only so many bytes of it: the document as it was signed. */
  end: z.int().positive().optional(),
});
export type FileReference = z.infer<typeof file>;

/** What a stamp says of its signer that is in no certificate. */
export const stampOwner = z.strictObject({
  nip: shortText,
  /** Null: as the design says. */
  qr: shortText.nullable(),
  /** PNG or JPEG. */
  specimen: path.nullable(),
});
export type StampOwnerOrder = z.infer<typeof stampOwner>;

export const stamp = z.strictObject({
  at: stampRequest.shape.at,
  content: z.strictObject({
    name: z.string().max(1000),
    position: shortText,
    time: z.date(),
    zone,
    reason: shortText,
    location: shortText,
    /** Of the certificate. */
    serial: z.string().max(1000),
  }),
  owner: stampOwner,
  /** Of a stamp design; null: the standard one. */
  design: z.string().max(40).nullable(),
});
/** What goes to the foot of every page. */
export const footer = stamp.omit({ at: true }).extend({ design: z.string().max(40) });
export type FooterOrder = z.infer<typeof footer>;
/** An empty signature field to fill; null: a new one. */
export const field = waitingField.shape.name.nullable();
export type StampOrder = z.infer<typeof stamp>;

/** Who may be asked on the network, and what is trusted there. */
export const outside = z.strictObject({
  authorities: z
    .array(
      z.strictObject({
        name: z.string().max(200),
        url: z.string().max(2048),
        policy: z.string().max(200).nullable(),
        certificate: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .nullable(),
        /** From the keychain, for this authority alone; wiped by whoever receives it. */
        credential: z.strictObject({ user: z.string().max(200), password: bytes(1024) }).nullable(),
      }),
    )
    .max(20),
  anchors: z.array(bytes(65_536)).max(10_000),
  /** Those of them that the office's policy lays down. */
  office: z.array(bytes(65_536)).max(10_000),
  /** Null: as the environment says. */
  proxy: z
    .strictObject({ url: z.string().max(2048).nullable(), bypass: z.array(z.string()).max(100) })
    .nullable(),
  /** The variables that name proxies. */
  environment: z.record(z.string().max(40), z.string().max(2048)),
});
export type Outside = z.infer<typeof outside>;

export const MOST_FILES = 10_000;
export const STATUSES = [
  'signed',
  'already-signed',
  'failed',
  'left',
] as const satisfies readonly BatchStatus[];

export const batchOrder = z.strictObject({
  plan: batchPlan,
  /** Of the plan's files, in their order. */
  paths: z.array(path).max(MOST_FILES),
  /** What a seal says of their digests. */
  inputs: z.array(sha256Hex).max(MOST_FILES).nullable(),
  certificate: bytes(65_536),
  chain: z.array(bytes(65_536)).max(32),
  zone,
  owner: stampOwner,
});
export type BatchOrder = z.infer<typeof batchOrder>;

export const reviewedFile = z.strictObject({
  sha256: sha256Hex.nullable(),
  pages: count.nullable(),
  signatures: count.nullable(),
  problem: failure.nullable(),
  /** Warnings and refusals. */
  findings: z.array(judgedFinding).max(100),
});

export const judgement = documentReport.omit({ name: true, checkedAt: true });

/** What was found of a file, or why nothing was. */
export const reportedFile = z.strictObject({
  /** As the report calls it. */
  file: path,
  report: judgement.nullable(),
  problem: failure.nullable(),
});
export type ReportedFile = z.infer<typeof reportedFile>;

export const examined = z.strictObject({
  sha256: sha256Hex,
  signatures: z
    .array(
      z.strictObject({
        field: shortText,
        claimedTime: isoTime.nullable(),
        stampedAt: isoTime.nullable(),
        indication: z.enum(INDICATIONS),
        end: count,
      }),
    )
    .max(10_000),
  revisions: z.array(z.strictObject({ end: count, sha256: sha256Hex })).max(300),
});
