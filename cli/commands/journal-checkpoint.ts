// `pena journal checkpoint`: an outside witness to the journal as it stands.
import { type KeyOptions, openKey } from '../batch/signer.ts';
import { EXIT } from '../exit-codes.ts';
import { addCheckpoint, checkpointForm } from '../journal/checkpoint.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import { openOutside } from '../network/open-outside.ts';
import type { NetworkOptions } from '../network/options.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';

export interface JournalCheckpointOptions extends KeyOptions, JournalOption, NetworkOptions {
  readonly checkpoint: string;
}

/** @returns the exit code; @throws {PenaError} TSA_*, NET_*, TOKEN_*, P12_*, JOURNAL_*, USAGE */
export async function journalCheckpoint(
  options: JournalCheckpointOptions,
  shell: Shell,
): Promise<number> {
  const form = checkpointForm(options.checkpoint) ?? 'time';
  const journal = openJournal(options);
  if (form === 'sign') {
    const opened = await openKey(options, null, [], shell);
    try {
      await addCheckpoint(journal, form, { services: null, key: opened.key }, shell, false);
    } finally {
      await opened.close();
    }
    return EXIT.ok;
  }
  const outside = await openOutside(options, shell);
  try {
    if (!outside.canStamp) throw new UsageError('tsaNeeded');
    const witnesses = { services: outside.services, key: null };
    await addCheckpoint(journal, form, witnesses, shell, false);
    return EXIT.ok;
  } finally {
    outside.close();
  }
}
