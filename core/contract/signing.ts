// Signing the open document with a certificate on a token. The PIN never comes this way.
import { z } from 'zod';
import { PREFLIGHT_CODES, PREFLIGHT_SEVERITIES } from '../domain/preflight.ts';
import { BASELINE_LEVELS } from '../domain/signature-level.ts';
import { call, event } from './entry.ts';
import {
  certificateHandle,
  documentHandle,
  failure,
  rectangle,
  shortText,
  zone,
} from './shapes.ts';
import { openedDocument } from './document.ts';

/** Of a stamp design. */
const designId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

export const stampRequest = z.strictObject({
  /** From 1. */
  page: z.number().int().min(1).max(1_000_000),
  rect: rectangle,
  /** Position of the signer as it shall be printed ("Wali Kota ..."); unauthenticated text. */
  position: shortText,
  zone,
  /** Null: the standard one. */
  design: designId.nullable(),
});
export type StampRequest = z.infer<typeof stampRequest>;

export const stampDesignChoice = z.strictObject({
  id: designId,
  title: z.strictObject({ id: shortText, en: shortText }),
  /** Points: the size it is proposed at. */
  width: z.number().positive().max(20_000),
  height: z.number().positive().max(20_000),
});
export type StampDesignChoice = z.infer<typeof stampDesignChoice>;

export const judgedFinding = z.strictObject({
  code: z.enum(PREFLIGHT_CODES),
  params: z.record(z.string().max(40), z.union([z.string().max(2000), z.number()])),
  severity: z.enum(PREFLIGHT_SEVERITIES),
});
export type ShownFinding = z.infer<typeof judgedFinding>;

/** One question of one signing; answered once. */
export const questionHandle = z
  .string()
  .regex(/^qst_[0-9a-f]{32}$/)
  .brand<'QuestionHandle'>();

/** What only a person decides (core/signing/request.ts, SigningDecisions). */
export const QUESTION_KINDS = ['unchecked', 'incomplete', 'changed', 'out-of-turn'] as const;

const signingPhase = z.enum([
  ...['preparing', 'asking', 'copying', 'waiting-for-pin', 'signing', 'stamping'],
  ...['checking', 'proving', 'archiving', 'writing'],
] as const);

export const signingContract = {
  'signing.designs': call(
    z.strictObject({}),
    z.strictObject({ designs: z.array(stampDesignChoice).max(400) }),
  ),
  /** What is found in the document before it is signed. */
  'signing.lookOver': call(
    z.strictObject({ document: documentHandle }),
    z.strictObject({ findings: z.array(judgedFinding).max(100), maySign: z.boolean() }),
  ),
  /** The stamp as it will be written, as a one-page PDF: the preview is the writer's own output. */
  'signing.previewStamp': call(
    z.strictObject({
      document: documentHandle,
      certificate: certificateHandle,
      stamp: stampRequest,
      reason: shortText,
      location: shortText,
    }),
    z.strictObject({ pdf: z.instanceof(Uint8Array).refine((b) => b.byteLength <= 4 << 20) }),
  ),
  /** Signs and resolves with the new, signed document. */
  'signing.start': call(
    z.strictObject({
      document: documentHandle,
      certificate: certificateHandle,
      stamp: stampRequest.nullable(),
      reason: shortText,
      location: shortText,
      level: z.enum(BASELINE_LEVELS),
      /** The person has seen the warnings of `signing.lookOver`. */
      warningsSeen: z.boolean(),
    }),
    z.strictObject({
      signed: openedDocument,
      level: z.enum(BASELINE_LEVELS),
      /** Why the level is less than was asked for; null where it is not. */
      incomplete: failure.nullable(),
    }),
  ),
  'signing.cancel': call(z.strictObject({}), z.strictObject({})),
  'signing.question': event(
    z.strictObject({
      question: questionHandle,
      kind: z.enum(QUESTION_KINDS),
      problems: z.array(failure).max(50),
    }),
  ),
  'signing.decide': call(
    z.strictObject({ question: questionHandle, accept: z.boolean() }),
    z.strictObject({}),
  ),
  'signing.progress': event(
    z.strictObject({
      phase: signingPhase,
      /** Bytes done and in all while copying; 0 and 0 elsewhere. */
      done: z.number().int().nonnegative(),
      total: z.number().int().nonnegative(),
    }),
  ),
} as const;
