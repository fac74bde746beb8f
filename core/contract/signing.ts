// Signing the open document with a certificate on a token. The PIN never comes this way.
import { z } from 'zod';
import { PREFLIGHT_CODES, PREFLIGHT_SEVERITIES } from '../domain/preflight.ts';
import { BASELINE_LEVELS } from '../domain/signature-level.ts';
import { call, event } from './entry.ts';
import {
  certificateHandle,
  documentHandle,
  failure,
  fileName,
  rectangle,
  shortText,
  zone,
} from './shapes.ts';
import { openedDocument } from './document.ts';

/** Of a stamp design. */
const designId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

const page = z.number().int().min(1).max(1_000_000);
const points = z.number().positive().max(20_000);
/** Fully qualified (ISO 32000-2 12.7.4.2). */
const fieldName = z.string().min(1).max(1000);

/** From 1, with a rectangle on it. */
export const stampSpot = z.strictObject({ page, rect: rectangle });
export type StampSpot = z.infer<typeof stampSpot>;

/** Where a stamp stands; a field has its own place. */
const stampPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page'), page, rect: rectangle }),
  z.strictObject({ kind: z.literal('field') }),
  z.strictObject({
    kind: z.literal('tag'),
    /** Characters in the text of a page, which the stamp covers. */
    tag: z.string().regex(/^\S{1,16}$/u),
    width: points,
    height: points,
    /** Of several of the same: none (there is to be one only), or the first that no signature stands on. */
    occurrence: z.enum(['only', 'next']),
  }),
]);

export const stampRequest = z.strictObject({
  at: stampPlace,
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
  width: points,
  height: points,
  /** It cannot be drawn without the signer's own picture. */
  specimen: z.boolean(),
});
export type StampDesignChoice = z.infer<typeof stampDesignChoice>;

export const footerChoice = stampDesignChoice.pick({ id: true, title: true });
export type FooterChoice = z.infer<typeof footerChoice>;

/** What may still be changed after a certification (ISO 32000-2 12.8.2.2); null: it is none. */
export const certification = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable();
export type CertificationChoice = z.infer<typeof certification>;

const skippedDesign = z.strictObject({ file: fileName, problem: shortText });
export type SkippedDesign = z.infer<typeof skippedDesign>;

/** A signature field of the document that nobody has signed yet. */
export const waitingField = z.strictObject({
  name: fieldName,
  /** Null: nowhere to be seen. */
  place: stampSpot.nullable(),
  /** The document has an order of signing, and it is this field's turn. */
  turn: z.boolean(),
});
export type WaitingField = z.infer<typeof waitingField>;
export const MOST_WAITING = 200;

/** What stands on one page already, in the numbers of a stamp's place. */
export const pagePlaces = z.strictObject({
  /** Of a signed document its text is not to be covered. */
  signed: z.boolean(),
  /** Stamps, fields and what else is laid over the page. */
  stamps: z.array(rectangle).max(5_000),
  text: z.array(rectangle).max(5_000),
  /** Pictures and the like. */
  drawn: z.array(rectangle).max(5_000),
});
export type PagePlaces = z.infer<typeof pagePlaces>;

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
    z.strictObject({
      designs: z.array(stampDesignChoice).max(400),
      footers: z.array(footerChoice).max(400),
      /** Files of designs that cannot be used, and why: for whoever writes designs. */
      skipped: z.array(skippedDesign).max(400),
    }),
  ),
  /** What is found in the document before it is signed. */
  'signing.lookOver': call(
    z.strictObject({ document: documentHandle }),
    z.strictObject({ findings: z.array(judgedFinding).max(100), maySign: z.boolean() }),
  ),
  'signing.fields': call(
    z.strictObject({ document: documentHandle }),
    z.strictObject({ fields: z.array(waitingField).max(MOST_WAITING) }),
  ),
  'signing.places': call(z.strictObject({ document: documentHandle, page }), pagePlaces),
  /** The stamp as it will be written, as a one-page PDF: the preview is the writer's own output. */
  'signing.previewStamp': call(
    z.strictObject({
      document: documentHandle,
      certificate: certificateHandle,
      stamp: stampRequest,
      /** An empty signature field to fill; null: a new one. */
      field: fieldName.nullable(),
      reason: shortText,
      location: shortText,
    }),
    z.strictObject({
      pdf: z.instanceof(Uint8Array).refine((b) => b.byteLength <= 4 << 20),
      /** Where it will stand; null where that cannot be told. */
      place: stampSpot.nullable(),
    }),
  ),
  /** Signs and resolves with the new, signed document. */
  'signing.start': call(
    z.strictObject({
      document: documentHandle,
      certificate: certificateHandle,
      stamp: stampRequest.nullable(),
      field: fieldName.nullable(),
      reason: shortText,
      location: shortText,
      level: z.enum(BASELINE_LEVELS),
      /** Of what goes to the foot of every page; null: nothing. A signed document is left as it is. */
      footer: designId.nullable(),
      certification,
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
