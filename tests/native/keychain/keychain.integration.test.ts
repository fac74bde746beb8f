// The keychain against the real gnome-keyring: present, locked, silent, absent, and without a bus.
// Each test has its end: what hangs fails.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { askKeychain } from '../../../native/keychain/ask-host.ts';
import { createKeychain } from '../../../native/keychain/keychain.ts';
import { draftsKey } from '../../../native/keychain/drafts-key.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { startKeyring, whyNoKeyring, type Keyring } from '../../support/keyring.ts';

const reason = whyNoKeyring();
const LIMIT = 15_000;
const PIN = { kind: 'pin', id: 'ab'.repeat(32) } as const;
const NOTE = { label: 'PENANDA TANGAN', expires: new Date('2030-01-01T00:00:00Z') };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let keyring: Keyring | null = null;

function live(ring: Keyring): void {
  vi.stubEnv('DISPLAY', undefined);
  for (const [name, value] of Object.entries(ring.env)) vi.stubEnv(name, value);
}

async function fresh(service = true): Promise<Keyring> {
  keyring = await startKeyring({ folder: temporaryFolder(), service });
  live(keyring);
  return keyring;
}

afterEach(() => {
  keyring?.stop();
  keyring = null;
  vi.unstubAllEnvs();
});

describe.skipIf(reason !== null)(`keychain ${reason ?? ''}`, { timeout: LIMIT }, () => {
  test('keeps, gives, lists and deletes, byte for byte', async () => {
    await fresh();
    const store = createKeychain();
    expect(await store.state()).toEqual({ state: 'available' });
    expect(await store.get(PIN)).toBeNull();
    const secret = Uint8Array.from([0, 255, 10, 0x34, 0x38]);
    await store.set(PIN, secret, NOTE);
    expect(await store.get(PIN)).toEqual(secret);
    await store.set(PIN, bytes('482915'), NOTE);
    await store.set({ kind: 'tsa', id: 'https://tsa.example/' }, bytes('x'), {
      ...{ label: 'TSA', expires: null },
    });
    const listed = await store.list();
    expect(listed.map(({ kind, id, label, expires }) => ({ kind, id, label, expires }))).toEqual([
      { ...PIN, ...NOTE },
      { kind: 'tsa', id: 'https://tsa.example/', label: 'TSA', expires: null },
    ]);
    expect(JSON.stringify(listed)).not.toContain('482915');
    expect(await store.delete(PIN)).toBe(true);
    expect(await store.delete(PIN)).toBe(false);
    expect(await store.get(PIN)).toBeNull();
  });

  test('keeps the key of the drafts', async () => {
    await fresh();
    const parts = { store: createKeychain(), folder: temporaryFolder(), passphrase: null };
    const key = await draftsKey(parts);
    expect(key).toHaveLength(32);
    expect(await draftsKey(parts)).toEqual(key);
    expect((await parts.store.list()).map(({ kind, id }) => [kind, id])).toEqual([
      ['drafts', 'local'],
    ]);
  });

  test('forgets what has expired, by itself', async () => {
    await fresh();
    const store = createKeychain({ now: () => new Date('2031-01-01T00:00:00Z') });
    const early = createKeychain({ now: () => new Date('2029-01-01T00:00:00Z') });
    await early.set(PIN, bytes('482915'), NOTE);
    expect(await store.get(PIN)).toBeNull();
    expect(await early.get(PIN)).toBeNull();
    await early.set(PIN, bytes('482915'), NOTE);
    expect(await store.list()).toEqual([]);
    expect(await early.get(PIN)).toBeNull();
  });

  test('keeps and gives nothing that the policy forbids', async () => {
    await fresh();
    await createKeychain().set(PIN, bytes('482915'), NOTE);
    const forbidding = createKeychain({ mayStore: (kind) => Promise.resolve(kind !== 'pin') });
    expect(await forbidding.get(PIN)).toBeNull();
    expect((await rejection(forbidding.set(PIN, bytes('1'), NOTE))).code).toBe(
      'KEYCHAIN_FORBIDDEN',
    );
    expect(await forbidding.delete(PIN)).toBe(true);
  });

  test('names a locked keychain, and asks nothing of it', async () => {
    const ring = await fresh();
    const store = createKeychain();
    await store.set(PIN, bytes('482915'), NOTE);
    ring.lock();
    expect(await store.state()).toEqual({ state: 'locked' });
    const calls = [
      () => store.get(PIN),
      () => store.set(PIN, bytes('1'), NOTE),
      () => store.delete(PIN),
      () => store.list(),
    ];
    for (const call of calls) expect((await rejection(call())).code).toBe('KEYCHAIN_LOCKED');
  });

  test('outlives libsecret where it is locked between the look and the call', async () => {
    const ring = await fresh();
    await createKeychain().set(PIN, bytes('482915'), NOTE);
    ring.lock();
    // The child process dies of SIGSEGV here (libsecret 0.20, secret_value_get_text).
    const asked = askKeychain({ operation: 'list' }, 60_000);
    expect((await rejection(asked)).code).toBe('KEYCHAIN_FAILED');
  });

  test('waits no longer than it says for one that is silent', async () => {
    const ring = await fresh();
    ring.freeze();
    try {
      const store = createKeychain({ timeoutMs: 500 });
      expect(await store.state()).toEqual({ state: 'absent', why: 'no-answer' });
      expect((await rejection(store.get(PIN))).code).toBe('KEYCHAIN_ABSENT');
    } finally {
      ring.thaw();
    }
  });

  test('tells a bus without a keychain from no bus, and a dead address', async () => {
    const ring = await fresh(false);
    expect(await createKeychain().state()).toEqual({ state: 'absent', why: 'no-service' });
    expect((await rejection(createKeychain().list())).code).toBe('KEYCHAIN_ABSENT');
    ring.stop();
    expect(await createKeychain().state()).toEqual({ state: 'absent', why: 'no-bus' });
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', undefined);
    vi.stubEnv('XDG_RUNTIME_DIR', undefined);
    expect(await createKeychain().state()).toEqual({ state: 'absent', why: 'no-bus' });
    expect((await rejection(createKeychain().get(PIN))).code).toBe('KEYCHAIN_ABSENT');
  });
});
