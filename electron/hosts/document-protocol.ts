// What main asks of a document host, and what it answers. Main parses what it hears (host-messages.ts).
import { z } from 'zod';
import { MOST_PREPARED } from '../../core/contract/prepare.ts';
import { fieldWish } from '../../core/domain/workflow.ts';
import { CHECKPOINTS } from '../../core/contract/batch.ts';
import { REPORT_FORMATS } from '../../core/contract/validation.ts';
import {
  certification,
  judgedFinding,
  MOST_WAITING,
  pagePlaces,
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
import { INDICATIONS } from '../../core/domain/indication.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import { ERROR_CODES } from '../../core/domain/error-code.ts';
import { BASELINE_LEVELS } from '../../core/domain/signature-level.ts';
import {
  bytes,
  path,
  count,
  file,
  stamp,
  field,
  footer,
  outside,
  MOST_FILES,
  STATUSES,
  batchOrder,
  reviewedFile,
  judgement,
  reportedFile,
  examined,
} from './protocol-shapes.ts';

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
      footer: footer.nullable(),
      certification,
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
  /** Puts fields for several signers into a new file. */
  prepare: {
    request: z.strictObject({
      file,
      output: path,
      overwrite: z.boolean(),
      fields: z.array(fieldWish).min(1).max(MOST_PREPARED),
    }),
    answer: z.strictObject({
      documentSha256: sha256Hex,
      resultSha256: sha256Hex,
      onText: z.array(z.string().max(100)).max(MOST_PREPARED),
    }),
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
