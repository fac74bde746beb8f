// The user's cases and outbox while the program runs: their key from the keychain, or from a passphrase that is
// typed in a window of its own, once. The key stays in main and is wiped at the end.
import { toPenaError, PenaError } from '../../../core/domain/pena-error.ts';
import type { SecretStore } from '../../../core/ports/secret-store.ts';
import { type LostPlaces, lostPlaces } from '../../../native/cases/places.ts';
import { draftsKey } from '../../../native/keychain/drafts-key.ts';
import type { AskSecret } from './ask-secret.ts';

interface Parts {
  readonly store: SecretStore;
  /** The program's own folder of data. */
  readonly folder: string;
  readonly ask: AskSecret;
}

export type Access = 'open' | 'passphrase' | 'keychain-locked';

export class DraftsAccess {
  readonly #parts: Parts;
  #key: Uint8Array | null = null;
  #opening: Promise<Uint8Array> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether anything is kept at all; looked at without the key. @throws {PenaError} FILE_* */
  async isEmpty(): Promise<boolean> {
    const { cases, outbox, handIns } = lostPlaces(this.#parts.folder, new Uint8Array(32));
    const all = [await cases.ids(), await outbox.keys(), await handIns.keys()];
    return all.every((found) => found.length === 0);
  }

  /** Without asking anybody. Null, with why, where that is not enough. @throws {PenaError} KEYCHAIN_*, FILE_* */
  async quietly(): Promise<{ readonly places: LostPlaces | null; readonly access: Access }> {
    try {
      if (this.#key === null && this.#opening !== null)
        return { places: null, access: 'passphrase' };
      const key = (this.#key ??= await draftsKey({ ...this.#parts, passphrase: null }));
      return { places: lostPlaces(this.#parts.folder, key), access: 'open' };
    } catch (thrown) {
      const { code } = toPenaError(thrown);
      if (code === 'KEYCHAIN_ABSENT') return { places: null, access: 'passphrase' };
      if (code === 'KEYCHAIN_LOCKED') return { places: null, access: 'keychain-locked' };
      throw thrown;
    }
  }

  /** Asks where it must. @throws {PenaError} CANCELLED, KEYCHAIN_*, FILE_* */
  async openly(): Promise<LostPlaces> {
    this.#opening ??= this.#open().finally(() => (this.#opening = null));
    const key = this.#key ?? (await this.#opening);
    return lostPlaces(this.#parts.folder, key);
  }

  /** At the end of the program. */
  close(): void {
    this.#key?.fill(0);
    this.#key = null;
  }

  async #open(): Promise<Uint8Array> {
    if (this.#key !== null) return this.#key;
    for (let previousWrong = false; ; previousWrong = true) {
      try {
        this.#key = await draftsKey({
          ...this.#parts,
          passphrase: async (first) => {
            const what = first ? 'first' : 'drafts';
            const typed = await this.#parts.ask({ what, server: '', previousWrong });
            if (typed === null) throw new PenaError('CANCELLED');
            return typed;
          },
        });
        return this.#key;
      } catch (thrown) {
        // A person types it anew; nothing is locked by a wrong one.
        if (toPenaError(thrown).code !== 'KEYCHAIN_PASSPHRASE') throw thrown;
      }
    }
  }
}
