// Where is written down what was signed, refused and overridden: append-only, each record chained to the
// one before.
import type { JournalEntry } from '../domain/journal-entry.ts';

export interface Journal {
  /**
   * Resolves when the entries are on the disk, in this order and with no other between them.
   * @throws {PenaError} JOURNAL_*, FILE_*
   */
  append(...entries: readonly JournalEntry[]): Promise<void>;
}
