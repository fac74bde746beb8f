// The journal of this user, or the one that a command names.
import { join } from 'node:path';
import { JournalFile } from '../../native/journal/journal-file.ts';
import { userFolders } from '../../native/settings/user-folders.ts';

export interface JournalOption {
  readonly journal?: string;
}

export function journalFolder({ journal }: JournalOption): string {
  return journal ?? join(userFolders().settings, 'journal');
}

export function openJournal(options: JournalOption): JournalFile {
  return new JournalFile(journalFolder(options), { clock: { now: () => new Date() } });
}
