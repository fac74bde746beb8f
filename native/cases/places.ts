// The cases, applications and the outbox of this user, under the key that encrypts drafts.
import { join } from 'node:path';
import type { CaseStore } from '../../core/ports/case-store.ts';
import type { OutboxHandIn, OutboxStore } from '../../core/ports/outbox-store.ts';
import { draftsKey, type DraftsKeyParts } from '../keychain/drafts-key.ts';
import { openHandIns, openOutbox } from '../outbox/outbox-folder.ts';
import { CaseFolder } from './case-folder.ts';

export interface LostPlaces {
  readonly cases: CaseStore;
  /** Applications and other letters (Pasal 11 to 23). */
  readonly letters: CaseStore;
  readonly outbox: OutboxStore;
  /** The applications in the same outbox. */
  readonly handIns: OutboxStore<OutboxHandIn>;
}

/**
 * @param key 32 octets, the caller's to wipe when done
 * @param folder the program's own folder of data
 */
export function lostPlaces(folder: string, key: Uint8Array): LostPlaces {
  return {
    cases: new CaseFolder(join(folder, 'cases'), key),
    letters: new CaseFolder(join(folder, 'letters'), key),
    outbox: openOutbox(join(folder, 'outbox'), key),
    handIns: openHandIns(join(folder, 'outbox'), key),
  };
}

/** Does the work with the key from the keychain or from a passphrase, and wipes it. @throws {PenaError} KEYCHAIN_* */
export async function withLostPlaces<T>(
  parts: DraftsKeyParts,
  work: (places: LostPlaces) => Promise<T>,
): Promise<T> {
  const key = await draftsKey(parts);
  try {
    return await work(lostPlaces(parts.folder, key));
  } finally {
    key.fill(0);
  }
}
