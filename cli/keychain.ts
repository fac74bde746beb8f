// The keychain as the commands use it: what is stored and deleted goes into the journal.
import type { SecretStore } from '../core/ports/secret-store.ts';
import { notesOfSecrets } from '../native/journal/secret-notes.ts';
import { createKeychain } from '../native/keychain/keychain.ts';
import { openJournal } from './journal/open.ts';
import type { Shell } from './shell.ts';
import { trace } from './trace.ts';

export function openKeychain(shell: Pick<Shell, 'err'>): SecretStore {
  return createKeychain({
    note: notesOfSecrets({
      journal: openJournal({}),
      onProblem: (thrown) => trace(thrown, shell),
    }),
  });
}
