// What lies in the keychain, under handles of this window, and its deletion.
import {
  secretHandle,
  secretsContract,
  type SecretHandle,
  type SecretList,
} from '../../../core/contract/secrets.ts';
import type { SecretName, SecretStore } from '../../../core/ports/secret-store.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { keepServerPassword, type ServerKind } from '../../../native/keychain/server-password.ts';
import { policyLetsStore } from '../../../native/settings/secret-policy.ts';
import type { SecretDesk } from '../../main/secret-desk.ts';
import { answer } from '../answer.ts';
import { Handles } from '../handles.ts';

export interface SecretsParts {
  readonly store: SecretStore;
  readonly desk: SecretDesk;
  /** A page could name any server, and a person type a password for it. */
  readonly isListed: (url: string) => Promise<boolean>;
}

export function secretsAnswers({ store, desk, isListed }: SecretsParts) {
  const handles = new Handles<SecretHandle, SecretName>('sec', (text) => secretHandle.parse(text));
  const list = async (): Promise<SecretList> => {
    const { state } = await store.state();
    handles.releaseAll();
    if (state !== 'available') return { keychain: state, secrets: [] };
    const secrets = (await store.list()).map(({ kind, id, label, since, expires }) => ({
      secret: kind === 'drafts' ? null : handles.issue({ kind, id }),
      ...{ kind, label: label.slice(0, 200) },
      ...{ since: since.toISOString(), expires: expires?.toISOString() ?? null },
    }));
    return { keychain: state, secrets };
  };
  return {
    'secrets.list': answer(secretsContract['secrets.list'], list),
    'secrets.set': answer(secretsContract['secrets.set'], async ({ kind, url }) => {
      if (!(await isListed(url))) throw new PenaError('HANDLE_UNKNOWN');
      await refuseWithoutKeychain(store, kind);
      const { protocol, host } = new URL(url);
      const answered = await desk.ask({
        ...{ kind: 'password', what: kind, server: host.slice(0, 200) },
        ...{ user: '', encrypted: protocol === 'https:' },
      });
      if (answered === null) throw new PenaError('CANCELLED');
      try {
        await keepServerPassword(store, { kind, url }, answered);
      } finally {
        answered.password.fill(0);
      }
      return list();
    }),
    'secrets.delete': answer(secretsContract['secrets.delete'], async ({ secret }) => {
      await store.delete(handles.get(secret));
      return list();
    }),
  };
}

/** Before anything is typed in vain. @throws {PenaError} KEYCHAIN_* */
async function refuseWithoutKeychain(store: SecretStore, kind: ServerKind) {
  if (!(await policyLetsStore(kind))) throw new PenaError('KEYCHAIN_FORBIDDEN');
  const { state } = await store.state();
  if (state === 'locked') throw new PenaError('KEYCHAIN_LOCKED');
  if (state === 'absent') throw new PenaError('KEYCHAIN_ABSENT');
}
