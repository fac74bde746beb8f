// What the command line says about time-stamp authorities, and whose password goes where.
import { expect, test } from 'vitest';
import { authoritiesOf, checkTsaOptions, type TsaOptions } from '../../../cli/network/options.ts';
import { UsageError } from '../../../cli/usage-error.ts';

const [ONE, OTHER] = ['https://tsa.example.go.id/', 'http://127.0.0.1:8080/tsa'];
const credential = () => Promise.resolve(null);

test.each([
  [{ tsa: ['tsa.example.go.id'] }, 'tsaUrl'],
  [{ tsa: ['ftp://tsa.example.go.id/'] }, 'tsaUrl'],
  [{ tsa: ['https://budi@tsa.example.go.id/'] }, 'tsaUrl'],
  [{ tsa: [ONE], tsaUser: 'budi' }, 'tsaUserWithPassword'],
  [{ tsa: [ONE], tsaPasswordFd: '3' }, 'tsaUserWithPassword'],
  [{ tsaUser: 'budi', tsaPasswordStdin: true }, 'tsaUserNeedsTsa'],
] as const)('%j is refused as %s', (options: TsaOptions, key) => {
  expect(() => checkTsaOptions(options)).toThrow(
    expect.objectContaining({ key, constructor: UsageError }),
  );
});

/** Nothing in the keychain. */
const none = () => ({});

test('those named replace those of the settings', () => {
  const usual = [{ name: 'TSA Kota', url: ONE, policy: '1.2.3' }];
  expect(authoritiesOf({}, usual, null, none)).toEqual(usual);
  expect(authoritiesOf({ tsa: [OTHER] }, usual, null, none)).toEqual([
    { name: '127.0.0.1:8080', url: OTHER },
  ]);
});

test('a password goes to the first one named, and to no other', () => {
  expect(authoritiesOf({ tsa: [ONE, OTHER] }, [], credential, none)).toEqual([
    { name: 'tsa.example.go.id', url: ONE, credential },
    { name: '127.0.0.1:8080', url: OTHER },
  ]);
});
