import { expect, test } from 'vitest';
import { checkKeyOptions, stampWish } from '../../../cli/sign/options.ts';
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
    page: 2,
    rect: { x: 300, y: 120.5, width: 220, height: 80 },
    position: 'Wali Kota\na\nb',
    zone: 'WITA',
    qr: null,
  });
  expect(
    stampWish({ ...OUT, page: 'last', rect: '0,0,1,1', zone: 'wit', qr: 'x' }, 'WIB'),
  ).toMatchObject({ page: 'last', zone: 'WIT', qr: 'x', position: '' });
});

test('without page and rectangle the signature is invisible', () => {
  expect(stampWish(OUT, 'WIB')).toBeNull();
});

test.each([
  [{ page: '1' }, 'pageWithRect'],
  [{ rect: '1,2,3,4' }, 'pageWithRect'],
  [{ text: ['Wali Kota'] }, 'stampNeedsRect'],
  [{ zone: 'WIB' }, 'stampNeedsRect'],
  [{ qr: 'x' }, 'stampNeedsRect'],
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
