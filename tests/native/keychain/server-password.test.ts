// Passwords of servers: joined and parted as HTTP Basic does, read once, and gone once they were refused. The
// store is a fake that counts; a real keychain is proved in tests/cli/server-password.integration.test.ts.
import { expect, it } from 'vitest';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { SecretName, SecretStore } from '../../../core/ports/secret-store.ts';
import {
  keepServerPassword,
  keptCredential,
  readServerPassword,
} from '../../../native/keychain/server-password.ts';

const PLACE = { kind: 'tsa', url: 'HTTPS://TSA.example/tsa' } as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined) => new TextDecoder().decode(value);

function memory() {
  const kept = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const key = ({ kind, id }: SecretName) => `${kind}:${id}`;
  const store: SecretStore = {
    state: () => Promise.resolve({ state: 'available' }),
    get: (name) => {
      asked.push(key(name));
      return Promise.resolve(kept.get(key(name))?.slice() ?? null);
    },
    set: (name, secret) => Promise.resolve(void kept.set(key(name), secret.slice())),
    delete: (name) => Promise.resolve(kept.delete(key(name))),
    list: () => Promise.resolve([]),
  };
  return { store, kept, asked };
}

it('keeps name and password under the address as it is always written', async () => {
  const { store, kept } = memory();
  await keepServerPassword(store, PLACE, { user: 'ani', password: bytes('a:b é') });
  expect([...kept.keys()]).toEqual(['tsa:https://tsa.example/tsa']);
  const found = await readServerPassword(store, { ...PLACE, url: 'https://tsa.example/tsa' });
  expect(found?.user).toBe('ani');
  expect(text(found?.password)).toBe('a:b é');
  expect(await readServerPassword(store, { ...PLACE, url: 'https://tsa.example/b' })).toBeNull();
});

it('reads it once for many requests, each of which may wipe what it is given', async () => {
  const { store, asked } = memory();
  await keepServerPassword(store, PLACE, { user: 'ani', password: bytes('rahasia') });
  const { credential, close } = keptCredential(store, PLACE);
  (await credential())?.password.fill(0);
  expect(text((await credential())?.password)).toBe('rahasia');
  expect(asked).toHaveLength(1);
  close();
});

it('deletes what was refused, and does not send it again', async () => {
  const { store, kept } = memory();
  await keepServerPassword(store, PLACE, { user: 'ani', password: bytes('rahasia') });
  const { credential, refused } = keptCredential(store, PLACE);
  await credential();
  await refused();
  expect(kept.size).toBe(0);
  expect(await credential()).toBeNull();
});

it('deletes nothing where nothing was sent: the keychain was locked', async () => {
  const { store, kept } = memory();
  await keepServerPassword(store, PLACE, { user: 'ani', password: bytes('rahasia') });
  const locked = { ...store, get: () => Promise.reject(new PenaError('KEYCHAIN_LOCKED')) };
  const { credential, refused } = keptCredential(locked, PLACE);
  expect(await credential()).toBeNull();
  await refused();
  expect(kept.size).toBe(1);
});
