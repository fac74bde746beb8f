// What a year's figures need to know of one record of a journal.
import type { JournalEntry } from './journal-entry.ts';

/** A record as an export has it: certificates may be disguised there, each export in its own way. */
export interface FiguresRecord {
  /** Its hash, by which a record that two exports hold is counted once. */
  readonly hash: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly kind: JournalEntry['kind'];
  /** Of entries about a certificate: what was done with it. */
  readonly did: string | null;
  /** Null where the entry has none. */
  readonly certificate: string | null;
}
