// The cache on disk: keeps until the time is up, stays in bounds, and gives back nothing that was spoilt.
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRevocationCache } from '../../../native/network/revocation-cache.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const now = new Date('2026-01-01T00:00:00Z');
const until = new Date('2026-01-02T00:00:00Z');
const value = Uint8Array.of(1, 0, 10, 13, 255);

describe('the cache', () => {
  it('gives back what was put in, to another program as well, and nothing for other keys', async () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    await createRevocationCache(folder).set('crl http://x/"\n', value, until);
    const cache = createRevocationCache(folder);
    expect(Uint8Array.from((await cache.get('crl http://x/"\n', now))!)).toEqual(value);
    expect(await cache.get('crl http://y', now)).toBeNull();
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('forgets when the time is up, and takes the file away', async () => {
    const folder = temporaryFolder();
    const cache = createRevocationCache(folder);
    await cache.set('k', value, until);
    expect(await cache.get('k', until)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('replaces what was there', async () => {
    const folder = temporaryFolder();
    const cache = createRevocationCache(folder);
    await cache.set('k', value, until);
    await cache.set('k', Uint8Array.of(7), until);
    expect(Uint8Array.from((await cache.get('k', now))!)).toEqual(Uint8Array.of(7));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('gives nothing back from a file that was changed anywhere', async () => {
    const folder = temporaryFolder();
    const cache = createRevocationCache(folder);
    await cache.set('k', value, until);
    const [name = ''] = readdirSync(folder);
    const whole = readFileSync(join(folder, name));
    for (let i = 0; i < whole.length; i++) {
      const spoilt = Buffer.from(whole);
      spoilt[i]! ^= 1;
      writeFileSync(join(folder, name), spoilt);
      expect(await cache.get('k', now), `octet ${i}`).toBeNull();
    }
    writeFileSync(join(folder, name), whole.subarray(0, 40));
    expect(await cache.get('k', now)).toBeNull();
    writeFileSync(join(folder, name), whole);
    expect(await cache.get('k', now)).not.toBeNull();
  });

  it('drops the oldest when it grows too large or too many', async () => {
    const folder = temporaryFolder();
    const cache = createRevocationCache(folder, { maxBytes: 2000, maxFiles: 4 });
    const age = (seconds: number): void => {
      const time = Date.now() / 1000 - seconds;
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (Date.now() - statSync(path).mtimeMs < 500_000) utimesSync(path, time, time);
      }
    };
    for (const [index, key] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      await cache.set(key, value, until);
      age(10_000 - index);
    }
    expect(await cache.get('a', now)).toBeNull();
    expect(await cache.get('b', now)).not.toBeNull();
    await cache.set('large', new Uint8Array(1700), until);
    const kept = await Promise.all(['b', 'c', 'd', 'e', 'large'].map((key) => cache.get(key, now)));
    expect(kept.map((one) => one !== null)).toEqual([false, false, false, true, true]);
    await cache.set('too large', new Uint8Array(2001), until);
    expect(await cache.get('too large', now)).toBeNull();
  });

  it('that cannot be written or read is no error', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const cache = createRevocationCache(join(file, 'below'));
    await cache.set('k', value, until);
    expect(await cache.get('k', now)).toBeNull();
    const folder = temporaryFolder();
    const blocked = createRevocationCache(folder);
    await blocked.set('k', value, until);
    const [name = ''] = readdirSync(folder);
    mkdirSync(join(folder, 'other.answer'));
    expect(name).toMatch(/^[0-9a-f]{64}\.answer$/);
    await blocked.set('k2', value, until);
    expect(await blocked.get('k2', now)).not.toBeNull();
  });
});
