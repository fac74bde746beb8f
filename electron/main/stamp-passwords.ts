// Passwords of time-stamp authorities on their way to a document host, which talks to them; and their end
// where an authority did not take one.
import { type HttpCredential } from '../../core/ports/http-client.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import { forgetServerPassword, readServerPassword } from '../../native/keychain/server-password.ts';
import { logUnexpected } from '../ipc/failure.ts';

export class StampPasswords {
  readonly #store: SecretStore;

  constructor(store: SecretStore) {
    this.#store = store;
  }

  /** For whoever sends it to wipe; null where none is kept, or the keychain gives none. */
  async of(url: string): Promise<HttpCredential | null> {
    return readServerPassword(this.#store, { kind: 'tsa', url }).catch(() => null);
  }

  /** What was refused once is not sent again. */
  readonly refused = (url: string): void => {
    forgetServerPassword(this.#store, { kind: 'tsa', url }).catch((thrown: unknown) =>
      logUnexpected('keychain', thrown),
    );
  };
}
