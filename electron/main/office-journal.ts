// The journal of this user: the same as the command line's.
import { join } from 'node:path';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import type { OVERRIDES } from '../../core/domain/journal-entry.ts';
import type { Journal } from '../../core/ports/journal.ts';
import { digestOf } from '../../core/signing/batch/review.ts';
import { JournalFile } from '../../native/journal/journal-file.ts';
import { userFolders } from '../../native/settings/user-folders.ts';
import type { HostQuestion } from '../hosts/document-client.ts';
import { openAgain } from '../hosts/file-identity.ts';
import type { FileReference } from '../hosts/protocol-shapes.ts';

const MAX_CODES = 50;

const OVERRIDE_OF = {
  unchecked: 'sign-unchecked',
  incomplete: 'keep-incomplete',
  changed: 'sign-after-changes',
  'out-of-turn': 'sign-out-of-turn',
} as const satisfies Record<HostQuestion['question'], (typeof OVERRIDES)[number]>;

export function journalFolder(): string {
  return join(userFolders().settings, 'journal');
}

export function officeJournal(): Journal {
  return new JournalFile(journalFolder(), { clock: { now: () => new Date() } });
}

/** Notes a yes before it is acted on. @throws {PenaError} JOURNAL_*, FILE_*: then it is not done */
export async function noteDecision(
  journal: Journal,
  { question, problems }: HostQuestion,
  file: FileReference,
  certificate: string,
): Promise<void> {
  const codes: ErrorCode[] = problems.map(({ code }) => code);
  if (question === 'changed') codes.push('PDF_CHANGED_AFTER_SIGNING');
  await journal.append({
    ...{ kind: 'overridden', override: OVERRIDE_OF[question], by: 'person', certificate },
    document: await digestOfFile(file),
    codes: [...new Set(codes)].slice(0, MAX_CODES),
  });
}

/** The same for all documents of a batch. */
export async function noteBatchDecision(
  journal: Journal,
  { question, problems }: HostQuestion,
  certificate: string,
): Promise<void> {
  const codes = [...new Set(problems.map(({ code }) => code))].slice(0, MAX_CODES);
  await journal.append({
    ...{ kind: 'overridden', override: OVERRIDE_OF[question], by: 'person', certificate },
    ...{ document: null, codes },
  });
}

/**
 * Warnings about a document that a person has read and passed over.
 * @param document its SHA-256; null where that is not known
 */
export async function noteWarningsPassed(
  journal: Journal,
  document: string | null,
  certificate: string,
): Promise<void> {
  await journal.append({
    ...{ kind: 'overridden', override: 'sign-despite-warning', by: 'person', certificate },
    ...{ document, codes: ['PREFLIGHT_REFUSED'] },
  });
}

/** A document that was completed: its file stands in the place of what it was. */
export async function noteExtended(
  journal: Journal,
  document: string,
  level: 'T' | 'LT' | 'LTA',
): Promise<void> {
  await journal.append({
    ...{ kind: 'extended', document, result: null },
    level: level === 'T' ? 'timestamp' : `B-${level}`,
  });
}

export async function digestOfFile(file: FileReference): Promise<string> {
  const source = await openAgain(file);
  try {
    return await digestOf(source);
  } finally {
    await source.close();
  }
}
