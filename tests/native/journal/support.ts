// Journals made on purpose, and their lines taken apart, for tests.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '../../../core/domain/journal-entry.ts';
import { JournalFile, type JournalOptions } from '../../../native/journal/journal-file.ts';
import {
  type JournalReport,
  verifyJournal,
  type VerifyOptions,
} from '../../../native/journal/verify-journal.ts';

export const CERTIFICATE = 'c'.repeat(64);

/** Different for each number. */
export function signedEntry(number: number): JournalEntry {
  const document = number.toString(16).padStart(64, '0');
  return {
    kind: 'signed',
    certificate: CERTIFICATE,
    document,
    result: null,
    level: 'B-B',
    batch: null,
  };
}

export function openJournal(folder: string, options: Partial<JournalOptions> = {}): JournalFile {
  return new JournalFile(folder, { clock: { now: () => new Date() }, ...options });
}

export function verify(
  folder: string,
  options: Partial<VerifyOptions> = {},
): Promise<JournalReport> {
  return verifyJournal(folder, {
    checkpoint: () => ({ ok: true, time: null, by: null }),
    ...options,
  });
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
}

/** Changes the lines of the first file. */
export function editLines(folder: string, change: (lines: string[]) => string[]): void {
  const path = join(folder, filesIn(folder)[0] ?? '');
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  writeFileSync(
    path,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}
