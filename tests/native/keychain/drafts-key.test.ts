// The drafts' key: the same one every time, or an error, and never a second one by mistake. The store is
// a fake, to be locked, absent and forgetful at will; the real one is in keychain.integration.test.ts.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KeychainState, SecretStore } from '../../../core/ports/secret-store.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { draftsKey } from '../../../native/keychain/drafts-key.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function fakeStore(): SecretStore & { now: KeychainState; kept: Uint8Array | null } {
  const check = (): void => {
    if (fake.now.state === 'locked') throw new PenaError('KEYCHAIN_LOCKED');
    if (fake.now.state === 'absent') throw new PenaError('KEYCHAIN_ABSENT');
  };
  const fake: ReturnType<typeof fakeStore> = {
    now: { state: 'available' },
    kept: null,
    state: () => Promise.resolve(fake.now),
    get: async () => {
      check();
      await Promise.resolve();
      return fake.kept?.slice() ?? null;
    },
    set: async (_name, secret) => {
      check();
      await Promise.resolve();
      fake.kept = secret.slice();
    },
    delete: () => Promise.reject(new Error('not asked for')),
    list: () => Promise.reject(new Error('not asked for')),
  };
  return fake;
}

const typing = (text: string, asked: boolean[] = []) => {
  return (first: boolean): Promise<Uint8Array> => {
    asked.push(first);
    return Promise.resolve(new TextEncoder().encode(text));
  };
};

describe('with a keychain', () => {
  test('is 32 bytes, the same ones each time, and not in the file', async () => {
    const [store, folder] = [fakeStore(), temporaryFolder()];
    const first = await draftsKey({ store, folder, passphrase: null });
    expect(first).toHaveLength(32);
    expect(await draftsKey({ store, folder, passphrase: null })).toEqual(first);
    const file = readFileSync(join(folder, 'drafts-key.json'), 'utf8');
    expect(file).not.toContain(Buffer.from(first).toString('base64'));
    const other = await draftsKey({
      ...{ store: fakeStore(), folder: temporaryFolder(), passphrase: null },
    });
    expect(other).not.toEqual(first);
  });

  test('is one key where several ask for the first at once', async () => {
    const [store, folder] = [fakeStore(), temporaryFolder()];
    const ask = (): Promise<Uint8Array> => draftsKey({ store, folder, passphrase: null });
    const keys = await Promise.all([ask(), ask(), ask()]);
    for (const key of [...keys, await ask()]) expect(key).toEqual(store.kept);
    expect(readdirSync(folder)).toEqual(['drafts-key.json']);
  });

  test.each([
    ['locked', { state: 'locked' }, 'KEYCHAIN_LOCKED'],
    ['absent', { state: 'absent', why: 'no-bus' }, 'KEYCHAIN_ABSENT'],
  ] as const)('is not made anew where it is %s today', async (_what, now, code) => {
    const [store, folder] = [fakeStore(), temporaryFolder()];
    const first = await draftsKey({ store, folder, passphrase: null });
    store.now = now;
    const asked = draftsKey({ store, folder, passphrase: typing('lain') });
    expect((await rejection(asked)).code).toBe(code);
    store.now = { state: 'available' };
    expect(await draftsKey({ store, folder, passphrase: null })).toEqual(first);
  });

  test('is missed where somebody deleted or replaced it', async () => {
    const [store, folder] = [fakeStore(), temporaryFolder()];
    await draftsKey({ store, folder, passphrase: null });
    for (const kept of [null, new Uint8Array(32)]) {
      store.kept = kept;
      const asked = draftsKey({ store, folder, passphrase: null });
      expect((await rejection(asked)).code).toBe('KEYCHAIN_DRAFTS_KEY');
    }
  });

  test('is refused where the note is damaged', async () => {
    const [store, folder] = [fakeStore(), temporaryFolder()];
    writeFileSync(join(folder, 'drafts-key.json'), '{"from":"keychain"}');
    const asked = draftsKey({ store, folder, passphrase: null });
    expect((await rejection(asked)).code).toBe('KEYCHAIN_DRAFTS_KEY');
    expect(store.kept).toBeNull();
  });

  test('is not made while the keychain is locked', async () => {
    const [store, folder] = [fakeStore(), temporaryFolder()];
    store.now = { state: 'locked' };
    const asked = draftsKey({ store, folder, passphrase: typing('x') });
    expect((await rejection(asked)).code).toBe('KEYCHAIN_LOCKED');
    expect(existsSync(join(folder, 'drafts-key.json'))).toBe(false);
  });
});

describe('without a keychain', () => {
  test('comes from a passphrase, and only from the right one', async () => {
    const [store, folder] = [fakeStore(), temporaryFolder()];
    store.now = { state: 'absent', why: 'no-service' };
    const asked: boolean[] = [];
    const passphrase = typing('frasa sandi yang panjang', asked);
    const first = await draftsKey({ store, folder, passphrase });
    expect(await draftsKey({ store, folder, passphrase })).toEqual(first);
    expect(asked).toEqual([true, false]);
    const wrong = draftsKey({ store, folder, passphrase: typing('salah') });
    expect((await rejection(wrong)).code).toBe('KEYCHAIN_PASSPHRASE');
    const nobody = draftsKey({ store, folder, passphrase: null });
    expect((await rejection(nobody)).code).toBe('KEYCHAIN_ABSENT');
  });
});
