// What main and a document host say to each other. Main parses what it hears: a host reads files that
// may be built to take it over, and nothing that comes from there is taken on trust.
import { z } from 'zod';
import { CHECKPOINTS } from '../../core/contract/batch.ts';
import { documentReport, REPORT_FORMATS } from '../../core/contract/validation.ts';
import {
  judgedFinding,
  MOST_WAITING,
  pagePlaces,
  QUESTION_KINDS,
  stampRequest,
  stampSpot,
  waitingField,
} from '../../core/contract/signing.ts';
import {
  failure,
  isoTime,
  language,
  sha256Hex,
  shortText,
  zone,
} from '../../core/contract/shapes.ts';
import { SIGNATURE_ALGORITHMS } from '../../core/domain/signature-algorithm.ts';
import { batchPlan, type BatchStatus } from '../../core/domain/batch.ts';
import { INDICATIONS } from '../../core/domain/indication.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import { ERROR_CODES } from '../../core/domain/error-code.ts';
import { BASELINE_LEVELS } from '../../core/domain/signature-level.ts';

const bytes = (max: number): z.ZodType<Uint8Array> =>
  z.instanceof(Uint8Array).refine((value) => value.byteLength <= max);
const path = z.string().min(1).max(4096);
const id = z.int().nonnegative();
const count = z.int().nonnegative();

/** A file as it was when the person opened it. */
const file = z.strictObject({
  path,
  identity: z.string().max(200),
  /** Only so many bytes of it: the document as it was signed. */
  end: z.int().positive().optional(),
});
export type FileReference = z.infer<typeof file>;

const stamp = z.strictObject({
  at: stampRequest.shape.at,
  content: z.strictObject({
    name: z.string().max(1000),
    position: shortText,
    time: z.date(),
    zone,
    reason: shortText,
    location: shortText,
  }),
  /** Of a stamp design; null: the standard one. */
  design: z.string().max(40).nullable(),
});
/** An empty signature field to fill; null: a new one. */
const field = waitingField.shape.name.nullable();
export type StampOrder = z.infer<typeof stamp>;

/** Who may be asked on the network, and what is trusted there. */
const outside = z.strictObject({
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

/** Most documents that a PIN window lists; how many there are is said beside them. */
export const SHOWN_DOCUMENTS = 100;

const MOST_FILES = 10_000;
const STATUSES = [
  'signed',
  'already-signed',
  'failed',
  'left',
] as const satisfies readonly BatchStatus[];

const batchOrder = z.strictObject({
  plan: batchPlan,
  /** Of the plan's files, in their order. */
  paths: z.array(path).max(MOST_FILES),
  /** What a seal says of their digests. */
  inputs: z.array(sha256Hex).max(MOST_FILES).nullable(),
  certificate: bytes(65_536),
  chain: z.array(bytes(65_536)).max(32),
  zone,
});
export type BatchOrder = z.infer<typeof batchOrder>;

const reviewedFile = z.strictObject({
  sha256: sha256Hex.nullable(),
  pages: count.nullable(),
  signatures: count.nullable(),
  problem: failure.nullable(),
  /** Warnings and refusals. */
  findings: z.array(judgedFinding).max(100),
});

const judgement = documentReport.omit({ name: true, checkedAt: true });

/** What was found of a file, or why nothing was. */
const reportedFile = z.strictObject({
  /** As the report calls it. */
  file: path,
  report: judgement.nullable(),
  problem: failure.nullable(),
});
export type ReportedFile = z.infer<typeof reportedFile>;

const examined = z.strictObject({
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

/** Bytes of a view that are handed over at once. */
export const VIEW_CHUNK = 1 << 20;

/** Each operation's request and answer. */
export const OPERATIONS = {
  inspect: {
    request: z.strictObject({ file }),
    answer: z.strictObject({ pageCount: count, signatureCount: count }),
  },
  /** Keeps the password of an encrypted document, for as long as the host lives. */
  unlock: {
    request: z.strictObject({ file, password: bytes(1024) }),
    answer: z.strictObject({}),
  },
  /** Makes the document readable without its password, in the host's memory. */
  view: {
    request: z.strictObject({ file }),
    answer: z.strictObject({ view: count, size: count }),
  },
  'view-bytes': {
    request: z.strictObject({ view: count, offset: count, length: count.max(VIEW_CHUNK) }),
    answer: z.strictObject({ bytes: bytes(VIEW_CHUNK) }),
  },
  'view-close': {
    request: z.strictObject({ view: count }),
    answer: z.strictObject({}),
  },
  'look-over': {
    request: z.strictObject({ file }),
    answer: z.strictObject({ findings: z.array(judgedFinding).max(100), maySign: z.boolean() }),
  },
  fields: {
    request: z.strictObject({ file }),
    answer: z.strictObject({ fields: z.array(waitingField).max(MOST_WAITING) }),
  },
  places: { request: z.strictObject({ file, page: count }), answer: pagePlaces },
  preview: {
    request: z.strictObject({ file, stamp, field }),
    answer: z.strictObject({
      pdf: z.instanceof(Uint8Array).refine((value) => value.byteLength <= 4 << 20),
      place: stampSpot.nullable(),
    }),
  },
  validate: {
    request: z.strictObject({
      file,
      outside,
      offline: z.boolean(),
      now: z.date(),
      /** Where answers about revocation are kept. */
      cache: path,
    }),
    answer: judgement,
  },
  /** How many bytes of the file a signature covers, itself included. */
  'signed-end': {
    request: z.strictObject({ file, signature: count }),
    answer: z.strictObject({ end: count.min(1) }),
  },
  /** Whose certificate signed last, and what lies beside it in the signature. */
  'last-signer': {
    request: z.strictObject({ file }),
    answer: z.strictObject({ certificate: bytes(65_536), chain: z.array(bytes(65_536)).max(32) }),
  },
  /** What a document holds of a reported certificate; null: nothing. Nobody is asked on the network. */
  examine: {
    request: z.strictObject({
      file,
      outside,
      now: z.date(),
      certificate: bytes(65_536).nullable(),
      serial: z.string().max(64),
    }),
    answer: z.strictObject({ found: examined.nullable() }),
  },
  /** Who has acknowledged a letter (core/lifecycle/acknowledgement); `file` is it as it came back. */
  acknowledger: {
    request: z.strictObject({
      file,
      outside,
      now: z.date(),
      asked: bytes(REPORT_LIMITS.paperBytes),
      certificate: bytes(65_536).nullable(),
      serial: z.string().max(64),
      names: z.array(shortText).max(4),
    }),
    answer: z.strictObject({
      name: shortText,
      sha256: sha256Hex,
      indication: z.enum(INDICATIONS),
    }),
  },
  /** A report as a file for others to keep. */
  report: {
    request: z.strictObject({
      checkedAt: isoTime,
      files: z.array(reportedFile).min(1).max(MOST_FILES),
      format: z.enum(REPORT_FORMATS),
      language,
      zone,
      version: z.string().max(40),
    }),
    answer: z.strictObject({ bytes: bytes(256 << 20) }),
  },
  sign: {
    request: z.strictObject({
      file,
      name: z.string().max(255),
      output: path,
      overwrite: z.boolean(),
      certificate: bytes(65_536),
      chain: z.array(bytes(65_536)).max(32),
      stamp: stamp.nullable(),
      field,
      reason: shortText,
      location: shortText,
      level: z.enum(BASELINE_LEVELS),
      outside,
    }),
    answer: z.strictObject({
      level: z.enum(BASELINE_LEVELS),
      incomplete: failure.nullable(),
      documentSha256: sha256Hex,
      resultSha256: sha256Hex,
    }),
  },
  /** Completes a signed document and puts the result in its place. */
  extend: {
    request: z.strictObject({ file, level: z.enum(['T', 'LT', 'LTA']), outside }),
    answer: z.strictObject({}),
  },
  /** Rebuilds a broken, unsigned document into a new file, which is noted in the journal. */
  repair: {
    request: z.strictObject({ file, output: path, overwrite: z.boolean(), journal: path }),
    /** Objects that are referred to and are not there any more. */
    answer: z.strictObject({ lost: count }),
  },
  'batch-review': {
    request: batchOrder,
    answer: z.strictObject({ rows: z.array(reviewedFile).max(MOST_FILES) }),
  },
  /** Tries a password on one file, and where it fits on the others that are locked. */
  'batch-unlock': {
    request: batchOrder.extend({
      password: bytes(1024),
      row: count,
      /** Why it was not ready. */
      problem: failure,
      /** All that are locked, it among them. */
      locked: z.array(count).max(MOST_FILES),
    }),
    answer: z.strictObject({
      /** Looked at anew, in the order of `locked`. */
      rows: z.array(reviewedFile).max(MOST_FILES),
    }),
  },
  'batch-run': {
    request: batchOrder.extend({
      outside,
      /** Folders of the results and of the journal. */
      out: path,
      journal: path,
      reviewed: z.array(reviewedFile).max(MOST_FILES),
      sealed: z.strictObject({ sha256: sha256Hex, count }).nullable(),
      checkpoint: z.enum(CHECKPOINTS).nullable(),
    }),
    answer: z.strictObject({
      items: z
        .array(
          z.strictObject({
            file: z.string().max(4096),
            output: z.string().max(255),
            status: z.enum(STATUSES),
            field: z.string().max(1000).nullable(),
            level: z.enum(BASELINE_LEVELS).nullable(),
            documentSha256: sha256Hex.nullable(),
            size: count.nullable(),
            problem: failure.nullable(),
          }),
        )
        .max(MOST_FILES),
      stopped: z.enum(ERROR_CODES).nullable(),
      checkpoint: z.strictObject({ problem: failure.nullable() }).nullable(),
    }),
  },
  /** Asks an authority for a time stamp that nobody keeps. */
  'test-stamp': {
    request: z.strictObject({ outside }),
    answer: z.strictObject({ time: z.date() }),
  },
} as const;

export type Operation = keyof typeof OPERATIONS;
export type RequestOf<O extends Operation> = z.infer<(typeof OPERATIONS)[O]['request']>;
export type AnswerOf<O extends Operation> = z.infer<(typeof OPERATIONS)[O]['answer']>;

export const toHost = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('request'),
    id,
    operation: z.enum([
      ...[
        'inspect',
        'look-over',
        'fields',
        'places',
        'preview',
        'validate',
        'signed-end',
        'report',
      ],
      ...['sign', 'extend', 'test-stamp', 'unlock', 'view', 'view-bytes', 'view-close'],
      ...['last-signer', 'examine', 'acknowledger', 'repair'],
      ...['batch-review', 'batch-unlock', 'batch-run'],
    ] as const),
    request: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('abort'), id }),
  /** The token's answer to `sign`: a signature, or why there is none. */
  z.strictObject({
    kind: z.literal('signed'),
    id,
    signature: bytes(4096).nullable(),
    problem: failure.nullable(),
  }),
  /** What the person said to `question`. */
  z.strictObject({ kind: z.literal('decided'), id, accept: z.boolean() }),
]);

const hostPhase = z.enum([
  ...['preparing', 'asking', 'copying', 'signing', 'stamping'],
  ...['checking', 'proving', 'archiving', 'writing'],
] as const);
export type HostPhase = z.infer<typeof hostPhase>;

export const fromHost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), id, answer: z.unknown() }),
  z.strictObject({ kind: z.literal('problem'), id, problem: failure }),
  z.strictObject({
    kind: z.literal('progress'),
    id,
    phase: hostPhase,
    done: count,
    total: count,
  }),
  /** The key stays with the token: the host asks main to sign. */
  z.strictObject({
    kind: z.literal('sign'),
    id,
    data: bytes(1_048_576),
    algorithm: z.enum(SIGNATURE_ALGORITHMS),
    /** The one at hand first; of `count` that the same login will serve. */
    documents: z
      .array(z.strictObject({ name: z.string().max(255), sha256: sha256Hex }))
      .min(1)
      .max(SHOWN_DOCUMENTS),
    count: count.min(1),
  }),
  /** A time-stamp authority did not take its password. */
  z.strictObject({ kind: z.literal('credential-refused'), id, url: z.string().max(2048) }),
  /** How far a batch is. */
  z.strictObject({
    kind: z.literal('batch-progress'),
    id,
    done: count,
    total: count,
    failed: count,
  }),
  /** What only a person decides. */
  z.strictObject({
    kind: z.literal('question'),
    id,
    question: z.enum(QUESTION_KINDS),
    problems: z.array(failure).max(50),
  }),
]);
export type FromHost = z.infer<typeof fromHost>;
export type ToHost = z.input<typeof toHost>;
