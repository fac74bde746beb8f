// What stands in the journal of a test's program.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '../../../core/domain/journal-entry.ts';
import { configFolder } from '../../support/harness/launch.ts';
import type { Office } from './office.ts';

type Shown = { readonly kind: JournalEntry['kind'] } & Readonly<
  Partial<Record<'code' | 'override' | 'document' | 'form' | 'level', string>>
> & { readonly codes?: readonly string[] };

/** The entries, oldest first. */
export function journalOf({ userData }: Pick<Office, 'userData'>): Shown[] {
  const folder = join(configFolder(userData), 'pena', 'journal');
  const files = existsSync(folder) ? readdirSync(folder).filter((n) => n.endsWith('.jsonl')) : [];
  const lines = files
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  return lines
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { entry: Shown }).entry);
}
