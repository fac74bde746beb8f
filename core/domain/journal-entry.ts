// What the journal may hold: a closed list of entries, each made of digests, codes and numbers. No entry has
// room for a name, a NIK, a PIN or a document's content, so none can slip in (PP 71/2019 Pasal 62; UU 27/2022).
import { z } from 'zod';
import { ERROR_CODES } from './error-code.ts';
import { BASELINE_LEVELS } from './signature-level.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const code = z.enum(ERROR_CODES);
const count = z.number().int().min(0).max(10_000_000);
/** Of a batch: its plan's digest. */
const batch = sha256.nullable();

/** What a person, or the office's policy, decided against the program's advice. */
export const OVERRIDES = [
  'sign-unchecked',
  'keep-incomplete',
  'sign-out-of-turn',
  'sign-after-changes',
  'sign-despite-warning',
  'repair',
  'last-pin-try',
] as const;

export const journalEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('signed'),
    certificate: sha256,
    /** The document as it was shown, and as it was written; null where that was not digested. */
    document: sha256,
    result: sha256.nullable(),
    /** Null where a run that was killed had signed it, and only the result was found. */
    level: z.enum(BASELINE_LEVELS).nullable(),
    batch,
  }),
  z.strictObject({
    kind: z.literal('refused'),
    certificate: sha256.nullable(),
    document: sha256.nullable(),
    code,
    batch,
  }),
  z.strictObject({
    kind: z.literal('overridden'),
    override: z.enum(OVERRIDES),
    by: z.enum(['person', 'policy']),
    certificate: sha256.nullable(),
    document: sha256.nullable(),
    /** What was set aside. */
    codes: z.array(code).max(50),
  }),
  z.strictObject({
    kind: z.literal('batch-begun'),
    batch: sha256,
    certificate: sha256,
    files: count,
    /** How many of them were signed by an earlier run. */
    done: count,
    sealed: sha256.nullable(),
  }),
  z.strictObject({
    kind: z.literal('batch-ended'),
    batch: sha256,
    signed: count,
    failed: count,
    left: count,
    /** What stopped it before its end. */
    stopped: code.nullable(),
  }),
  z.strictObject({ kind: z.literal('batch-sealed'), sealed: sha256, files: count }),
  z.strictObject({
    kind: z.literal('prepared'),
    document: sha256,
    result: sha256.nullable(),
    fields: count,
  }),
  z.strictObject({
    kind: z.literal('extended'),
    document: sha256,
    result: sha256.nullable(),
    level: z.enum(['timestamp', ...BASELINE_LEVELS]),
  }),
  z.strictObject({ kind: z.literal('pin-failed'), certificate: sha256.nullable(), code }),
  z.strictObject({ kind: z.literal('pin-changed'), how: z.enum(['changed', 'unblocked']) }),
  z.strictObject({
    kind: z.literal('secret'),
    what: z.enum(['pin', 'passphrase', 'tsa', 'mail', 'gateway', 'drafts']),
    did: z.enum(['stored', 'deleted', 'refused-by-policy']),
    certificate: sha256.nullable(),
  }),
  z.strictObject({
    kind: z.literal('certificate'),
    did: z.enum([
      'requested',
      'imported',
      'reported-lost',
      'report-withdrawn',
      'revoked',
      'expired',
    ]),
    /** Of a request: the digest of its public key. */
    certificate: sha256,
  }),
  z.strictObject({
    kind: z.literal('setting'),
    /** Its name, never its value. */
    setting: z.string().regex(/^[a-z][a-zA-Z]{0,39}(\.[a-z][a-zA-Z]{0,39}){0,3}$/),
    by: z.enum(['person', 'policy']),
  }),
  z.strictObject({ kind: z.literal('exported'), records: count }),
  /** A witness: a token of an authority, or a signature, over the hash of the record `head`. */
  z.strictObject({
    kind: z.literal('checkpoint'),
    head: count,
    hash: sha256,
    form: z.enum(['rfc3161', 'cms']),
    token: z.base64().max(200_000),
  }),
  /** A record whose writing was cut off: how many bytes were left of it, and their digest. */
  z.strictObject({ kind: z.literal('healed'), bytes: count, sha256 }),
]);
export type JournalEntry = z.infer<typeof journalEntry>;
export type Checkpoint = Extract<JournalEntry, { kind: 'checkpoint' }>;

export const journalRecord = z.strictObject({
  /** From 1, without a gap, over all files. */
  n: z.number().int().positive(),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** Hash of the record before; zeros before the first. */
  prev: sha256,
  entry: journalEntry,
  hash: sha256,
});
export type JournalRecord = z.infer<typeof journalRecord>;

/** What is wrong with a journal, and where. */
export const JOURNAL_FAULTS = [
  /** The bytes are not those that were hashed. */
  'edited',
  /** Right in itself, but written further on once more. */
  'replayed',
  /** Right in itself, but not at its place. */
  'reordered',
  /** A record that ought to stand here is nowhere. */
  'missing',
  /** The journal ends before the record that is known to be its last. */
  'truncated',
  /** Not a record at all. */
  'malformed',
  /** The record's entry is none that the program writes. */
  'foreign',
  /** A checkpoint speaks of another record than the one before it, or its token does not hold. */
  'checkpoint',
  /** The writing of the last record was cut off; the next writer notes it. */
  'unfinished',
] as const;
export type JournalFault = (typeof JOURNAL_FAULTS)[number];
