// One line of the journal, and the chain from line to line. The hash is SHA-256 over the line as written,
// without its last member: `{"n":1,"at":"...","prev":"...","entry":{...}}`. Anyone can compute it anew.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type JournalEntry, journalEntry } from '../../core/domain/journal-entry.ts';

export interface ChainHead {
  readonly n: number;
  readonly hash: string;
}

/** What stands before the first record. */
export const GENESIS: ChainHead = { n: 0, hash: '0'.repeat(64) };

/** A line without its line end, and the head that it makes. */
export function writeLine(
  head: ChainHead,
  at: Date,
  entry: JournalEntry,
): { readonly line: string; readonly head: ChainHead } {
  const n = head.n + 1;
  // What is not in the closed list is a bug of ours, and never reaches the disk.
  const checked = journalEntry.parse(entry);
  const body = JSON.stringify({ n, at: at.toISOString(), prev: head.hash, entry: checked });
  const hash = sha256(body);
  return { line: `${body.slice(0, -1)},"hash":"${hash}"}`, head: { n, hash } };
}

export type ReadLine =
  | { readonly kind: 'malformed' }
  | {
      readonly kind: 'record';
      readonly n: number;
      readonly at: string;
      readonly prev: string;
      readonly hash: string;
      /** Whether the hash is that of the line. */
      readonly whole: boolean;
      /** Null for one that the program does not write. */
      readonly entry: JournalEntry | null;
    };

const TAIL = /,"hash":"([0-9a-f]{64})"\}$/;
const shape = z.looseObject({
  n: z.number().int().positive(),
  at: z.iso.datetime(),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  entry: z.unknown(),
  hash: z.string(),
});
/** n, at, prev, entry, hash. */
const MEMBERS = 5;

export function readLine(line: string): ReadLine {
  const tail = TAIL.exec(line);
  const parsed = shape.safeParse(json(line));
  if (tail === null || !parsed.success) return { kind: 'malformed' };
  const { n, at, prev, hash, entry } = parsed.data;
  const known = journalEntry.safeParse(entry);
  const whole = hash === tail[1] && sha256(`${line.slice(0, tail.index)}}`) === hash;
  const ours = known.success && Object.keys(parsed.data).length === MEMBERS;
  return { kind: 'record', n, at, prev, hash, whole, entry: ours ? known.data : null };
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
