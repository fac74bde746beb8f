import { expect, test } from 'vitest';
import { checkKeyOptions, levelWish, signatureWish } from '../../../cli/sign/options.ts';
import { stampWish } from '../../../cli/sign/stamp-options.ts';
import { UsageError, type UsageKey } from '../../../cli/usage-error.ts';

const OUT = { out: 'a.pdf' };

function usageKey(act: () => unknown): UsageKey | null {
  try {
    act();
    return null;
  } catch (thrown) {
    if (thrown instanceof UsageError) return thrown.key;
    throw thrown;
  }
}

test('a stamp is a page, a rectangle, its text and its zone', () => {
  const options = { ...OUT, page: '2', rect: '300, 120.5,220,80', text: ['Wali Kota', 'a\\nb'] };
  expect(stampWish(options, 'WITA')).toEqual({
    at: { page: 2, rect: { x: 300, y: 120.5, width: 220, height: 80 } },
    position: 'Wali Kota\na\nb',
    nip: undefined,
    zone: 'WITA',
    qr: null,
    design: null,
    specimen: null,
  });
  expect(
    stampWish({ ...OUT, page: 'last', rect: '0,0,1,1', zone: 'wit', qr: 'x' }, 'WIB'),
  ).toMatchObject({ at: { page: 'last' }, zone: 'WIT', qr: 'x', position: '' });
});

test('a stamp stands on a tag, at the size asked for or at that of its design', () => {
  expect(stampWish({ ...OUT, tag: '#', size: '200, 70.5' }, 'WIB')?.at).toEqual({
    tag: '#',
    occurrence: undefined,
    size: { width: 200, height: 70.5 },
  });
  expect(stampWish({ ...OUT, tag: '${ttd1}', occurrence: 'next' }, 'WIB')?.at).toEqual({
    tag: '${ttd1}',
    occurrence: 'all-in-order',
    size: null,
  });
  expect(stampWish({ ...OUT, tag: '~', occurrence: '2' }, 'WIB')?.at).toMatchObject({
    occurrence: 2,
  });
});

test('what is said of a stamp may stand where the field has its place', () => {
  expect(stampWish({ ...OUT, field: 'Wali Kota', design: 'paraf' }, 'WIB')).toMatchObject({
    at: 'field',
    design: 'paraf',
  });
  expect(stampWish({ ...OUT, field: 'Wali Kota' }, 'WIB')).toBeNull();
});

test('without a word about a stamp the signature is invisible', () => {
  expect(stampWish({}, 'WIB')).toBeNull();
});

test.each([
  [{ page: '2' }, { page: 2, size: null }],
  [{ size: '200,70' }, { page: 'last', size: { width: 200, height: 70 } }],
  [{ text: ['Wali Kota'] }, { page: 'last', size: null }],
  [{ qr: 'x' }, { page: 'last', size: null }],
  [{ design: 'paraf' }, { page: 'last', size: null }],
  [{ nip: '1' }, { page: 'last', size: null }],
  [{ specimen: 'a.png' }, { page: 'last', size: null }],
])('a stamp without a rectangle looks for a free place: %j', (options, at) => {
  expect(stampWish(options, 'WIB')?.at).toEqual(at);
});

test.each([
  [{ rect: '1,2,3,4' }, 'rectWithPage'],
  [{ page: '1', rect: '1,2,3,4', size: '3,4' }, 'sizeOrRect'],
  [{ zone: 'WIB' }, 'stampNeedsPlace'],
  [{ tag: '#', page: '1' }, 'tagOrRect'],
  [{ tag: '# #' }, 'tag'],
  [{ tag: '' }, 'tag'],
  [{ tag: '12345678901234567' }, 'tag'],
  [{ tag: '#', occurrence: '0' }, 'occurrence'],
  [{ occurrence: '1' }, 'withTag'],
  [{ tag: '#', size: '200' }, 'size'],
  [{ page: '0', rect: '1,2,3,4' }, 'page'],
  [{ page: 'pertama', rect: '1,2,3,4' }, 'page'],
  [{ page: '1', rect: '1,2,3' }, 'rect'],
  [{ page: '1', rect: '1,2,3,4,5' }, 'rect'],
  [{ page: '1', rect: '1,2,x,4' }, 'rect'],
  [{ page: '1', rect: '1,2,1e3,4' }, 'rect'],
  [{ page: '1', rect: '1,2,3,4', zone: 'GMT' }, 'zone'],
] as const)('%j is refused as %s', (options, key) => {
  expect(usageKey(() => stampWish({ ...OUT, ...options }, 'WIB'))).toBe(key);
});

test('a key comes from a file or from a token', () => {
  expect(usageKey(() => checkKeyOptions({ ...OUT, p12: 'a.p12' }))).toBeNull();
  expect(usageKey(() => checkKeyOptions({ ...OUT, token: 'UJI', cert: 'rsa' }))).toBeNull();
  expect(usageKey(() => checkKeyOptions({ ...OUT, p12: 'a.p12', cert: 'rsa' }))).toBe(
    'p12WithToken',
  );
});

test('a level without being asked: a time stamp wherever there is somebody to give one', () => {
  expect(levelWish({}, true)).toBe('B-T');
  expect(levelWish({}, false)).toBe('B-B');
  expect(levelWish({ offline: true }, false)).toBe('B-B');
  expect(levelWish({ level: 'b-lta' }, true)).toBe('B-LTA');
  expect(levelWish({ level: 'B-B' }, true)).toBe('B-B');
});

test.each([
  [{ level: 'lta' }, true, 'level'],
  [{ level: 'b-t' }, false, 'tsaNeeded'],
  [{ level: 'b-lt', offline: true }, false, 'levelOffline'],
] as const)('%j is refused as a level (%j: an authority is known)', (options, canStamp, key) => {
  expect(usageKey(() => levelWish(options, canStamp))).toBe(key);
});

test('what kind of signature', () => {
  expect(signatureWish(OUT)).toEqual({});
  const options = {
    certify: '2',
    lock: 'only:Nama, Tempat.Kota',
    algorithm: 'pss',
    hash: 'sha512',
  };
  expect(signatureWish({ ...OUT, ...options, format: 'adbe' })).toEqual({
    certification: 2,
    lock: { action: 'Include', fields: ['Nama', 'Tempat.Kota'], permission: null },
    algorithm: { scheme: 'pss', hash: 'sha512' },
    format: 'adbe.pkcs7.detached',
  });
  expect(signatureWish({ ...OUT, lock: 'all' }).lock?.action).toBe('All');
  expect(signatureWish({ ...OUT, lock: 'except:Nama' }).lock?.action).toBe('Exclude');
});

test.each([
  [{ certify: '0' }, 'certify'],
  [{ certify: '4' }, 'certify'],
  [{ lock: 'only:' }, 'lock'],
  [{ lock: 'only:Nama,,Kota' }, 'lock'],
  [{ lock: 'Nama' }, 'lock'],
  [{ algorithm: 'ecdsa' }, 'algorithm'],
  [{ hash: 'sha1' }, 'hash'],
  [{ format: 'cades' }, 'format'],
] as const)('%j is refused as %s', (options, key) => {
  expect(usageKey(() => signatureWish({ ...OUT, ...options }))).toBe(key);
});
