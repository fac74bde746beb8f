// What lies in the keychain, under handles of this window, and its deletion.
import {
  secretHandle,
  secretsContract,
  type SecretHandle,
  type SecretList,
} from '../../../core/contract/secrets.ts';
import type { SecretName, SecretStore } from '../../../core/ports/secret-store.ts';
import { answer } from '../answer.ts';
import { Handles } from '../handles.ts';

export function secretsAnswers(store: SecretStore) {
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
    'secrets.delete': answer(secretsContract['secrets.delete'], async ({ secret }) => {
      await store.delete(handles.get(secret));
      return list();
    }),
  };
}
