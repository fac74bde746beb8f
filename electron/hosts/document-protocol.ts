// What main and a document host say to each other. Main parses what it hears: a host reads files that
// may be built to take it over, and nothing that comes from there is taken on trust.
import { z } from 'zod';
import { documentReport } from '../../core/contract/validation.ts';
import { failure, rectangle, sha256Hex, shortText, zone } from '../../core/contract/shapes.ts';
import { SIGNATURE_ALGORITHMS } from '../../core/domain/signature-algorithm.ts';

const bytes = (max: number): z.ZodType<Uint8Array> =>
  z.instanceof(Uint8Array).refine((value) => value.byteLength <= max);
const path = z.string().min(1).max(4096);
const id = z.int().nonnegative();
const count = z.int().nonnegative();

/** A file as it was when the person opened it. */
const file = z.strictObject({ path, identity: z.string().max(200) });
export type FileReference = z.infer<typeof file>;

const stamp = z.strictObject({
  page: count.min(1),
  rect: rectangle,
  content: z.strictObject({
    name: z.string().max(1000),
    position: shortText,
    time: z.date(),
    zone,
    reason: shortText,
    location: shortText,
  }),
});
export type StampOrder = z.infer<typeof stamp>;

/** Each operation's request and answer. */
export const OPERATIONS = {
  inspect: {
    request: z.strictObject({ file }),
    answer: z.strictObject({ pageCount: count, signatureCount: count }),
  },
  preview: {
    request: z.strictObject({ file, stamp }),
    answer: z.strictObject({
      pdf: z.instanceof(Uint8Array).refine((value) => value.byteLength <= 4 << 20),
    }),
  },
  validate: {
    request: z.strictObject({ file, anchors: z.array(bytes(65_536)).max(10_000), now: z.date() }),
    answer: documentReport.omit({ name: true, checkedAt: true }),
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
      reason: shortText,
      location: shortText,
    }),
    answer: z.strictObject({ field: z.string().max(1000) }),
  },
} as const;

export type Operation = keyof typeof OPERATIONS;
export type RequestOf<O extends Operation> = z.infer<(typeof OPERATIONS)[O]['request']>;
export type AnswerOf<O extends Operation> = z.infer<(typeof OPERATIONS)[O]['answer']>;

export const toHost = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('request'),
    id,
    operation: z.enum(['inspect', 'preview', 'validate', 'sign']),
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
]);

const hostPhase = z.enum(['preparing', 'copying', 'signing', 'checking', 'writing']);
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
    sha256: sha256Hex,
  }),
]);
export type FromHost = z.infer<typeof fromHost>;
export type ToHost = z.input<typeof toHost>;
