// What main and a document host say to each other. Main parses what it hears: a host reads files that
// may be built to take it over, and nothing that comes from there is taken on trust.
import { z } from 'zod';
import { QUESTION_KINDS } from '../../core/contract/signing.ts';
import { failure, sha256Hex } from '../../core/contract/shapes.ts';
import { SIGNATURE_ALGORITHMS } from '../../core/domain/signature-algorithm.ts';
import { bytes, id, count } from './protocol-shapes.ts';

/** Most documents that a PIN window lists; how many there are is said beside them. */
export const SHOWN_DOCUMENTS = 100;

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
      ...['last-signer', 'examine', 'acknowledger', 'repair', 'prepare'],
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
