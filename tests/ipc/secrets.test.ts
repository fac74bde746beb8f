// What a window may delete from the keychain. The store is a fake: the rule is the handler's, and a real
// keychain is proved elsewhere (tests/native/keychain).
import { expect, it, vi } from 'vitest';
import type { SecretList } from '../../core/contract/secrets.ts';
import type { SecretStore, StoredSecret } from '../../core/ports/secret-store.ts';
import { SecretDesk } from '../../electron/main/secret-desk.ts';
import { secretsAnswers } from '../../electron/ipc/handlers/secrets.ts';

const since = new Date('2026-11-24T00:00:00Z');
const KEPT: readonly StoredSecret[] = [
  { kind: 'pin', id: 'ab'.repeat(32), label: 'ANI', since, expires: null },
  { kind: 'drafts', id: 'local', label: 'Pena', since, expires: null },
];

const DESK = new SecretDesk({
  ...{ language: () => 'id', mark: () => null },
  openWindow: () => {
    throw new Error('nobody is asked');
  },
});

it('gives a window no handle of the key without which no draft could be opened', async () => {
  const remove = vi.fn<SecretStore['delete']>(() => Promise.resolve(true));
  const store: SecretStore = {
    state: () => Promise.resolve({ state: 'available' }),
    list: () => Promise.resolve([...KEPT]),
    delete: remove,
    get: () => Promise.resolve(null),
    set: () => Promise.resolve(),
  };
  const answers = secretsAnswers({ store, desk: DESK, isListed: () => Promise.resolve(false) });
  const listed = await answers['secrets.list']({});
  if (!listed.ok) throw new Error(listed.error.code);
  const { secrets } = listed.value as SecretList;
  expect(secrets.map(({ kind, secret }) => [kind, secret === null])).toEqual([
    ['pin', false],
    ['drafts', true],
  ]);
  expect(await answers['secrets.delete']({ secret: secrets[0]?.secret })).toMatchObject({
    ok: true,
  });
  expect(await answers['secrets.delete']({ secret: null })).toMatchObject({
    ok: false,
    error: { code: 'IPC_REQUEST_INVALID' },
  });
  expect(remove.mock.calls).toEqual([[{ kind: 'pin', id: 'ab'.repeat(32) }]]);
});

it('lets a page name no server that does not stand in the settings', async () => {
  const store: SecretStore = {
    state: () => Promise.resolve({ state: 'available' }),
    list: () => Promise.resolve([]),
    delete: () => Promise.resolve(false),
    get: () => Promise.resolve(null),
    set: () => Promise.reject(new Error('nothing is kept')),
  };
  const answers = secretsAnswers({ store, desk: DESK, isListed: () => Promise.resolve(false) });
  const url = 'https://tsa.penipu.example/tsa';
  expect(await answers['secrets.set']({ kind: 'tsa', url })).toMatchObject({
    ...{ ok: false, error: { code: 'HANDLE_UNKNOWN' } },
  });
});
