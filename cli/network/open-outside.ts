// Everything a command needs to ask servers, from its options, the settings and a password: opened once,
// and wiped at the end.
import type { ProofServices } from '../../core/signing/proof-services.ts';
import { loadAnchors } from '../../native/files/trust-anchors.ts';
import { pinnedAnchors } from '../../native/files/trust-list.ts';
import { type KeptCredential, keptCredential } from '../../native/keychain/server-password.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { openKeychain } from '../keychain.ts';
import { readTsaPassword } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { authoritiesOf, checkTsaOptions, type NetworkOptions } from './options.ts';
import { signingServices } from './services.ts';

export interface Outside {
  /** Null: nobody is to be asked. */
  readonly services: ProofServices | null;
  /** Whether there is an authority to ask for time stamps. */
  readonly canStamp: boolean;
  close(): void;
}

/** @throws {PenaError} USAGE, SETTINGS_INVALID, TRUST_FILE_INVALID, FILE_*, PIN_NOT_GIVEN, CANCELLED */
export async function openOutside(options: NetworkOptions, shell: Shell): Promise<Outside> {
  checkTsaOptions(options);
  if (options.offline === true) {
    return { services: null, canStamp: false, close: () => undefined };
  }
  const settings = await effectiveSettings();
  const anchors = await loadAnchors([...settings.anchors.value, ...(options.trust ?? [])]);
  const password = await readTsaPassword(options, shell);
  const { tsaUser: user } = options;
  const credential =
    password === undefined || user === undefined
      ? null
      : // Each request wipes what it was given.
        () => Promise.resolve({ user, password: password.slice() });
  const kept: KeptCredential[] = [];
  const store = openKeychain(shell);
  const authorities = authoritiesOf(options, settings.tsa.value, credential, (url) => {
    const one = keptCredential(store, { kind: 'tsa', url });
    kept.push(one);
    return { credential: one.credential, refused: one.refused };
  });
  return {
    services: signingServices(settings, authorities, anchors, await pinnedAnchors()),
    canStamp: authorities.length > 0,
    close: () => {
      password?.fill(0);
      for (const one of kept) one.close();
    },
  };
}
