// A checkpoint of the journal on request: a time stamp of an authority, or a signature of whoever runs the
// command, over the last record.
import type { Checkpoint } from '../../core/domain/journal-entry.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import type { ProofServices } from '../../core/signing/proof-services.ts';
import { signedCheckpoint, timestampedCheckpoint } from '../../core/signing/journal/checkpoint.ts';
import type { JournalFile } from '../../native/journal/journal-file.ts';
import type { Shell } from '../shell.ts';
import { officeTexts } from '../texts/office.ts';
import { UsageError } from '../usage-error.ts';

export type CheckpointForm = 'time' | 'sign';

/** @throws {UsageError} */
export function checkpointForm(text: string | undefined): CheckpointForm | null {
  if (text === undefined || text === 'time' || text === 'sign') return text ?? null;
  throw new UsageError('checkpoint');
}

interface Witnesses {
  readonly services: ProofServices | null;
  readonly key: SigningKey | null;
}

/** @throws {PenaError} TSA_*, NET_*, TOKEN_*, CMS_*, JOURNAL_*, USAGE where there is no such witness */
export async function addCheckpoint(
  journal: JournalFile,
  form: CheckpointForm,
  { services, key }: Witnesses,
  { out, interrupt, language }: Shell,
  quiet: boolean,
): Promise<void> {
  const head = await journal.head();
  let checkpoint: Checkpoint;
  if (form === 'sign') {
    if (key === null) throw new UsageError('checkpoint');
    checkpoint = await signedCheckpoint(head, key);
  } else {
    if (services === null) throw new UsageError('tsaNeeded');
    const { signal } = interrupt;
    checkpoint = await timestampedCheckpoint(head, (digest) => services.timestamp(digest, signal));
  }
  await journal.append(checkpoint);
  if (!quiet) out.line(officeTexts(language).journal.checkpointed(head.n), { tone: 'ok' });
}
