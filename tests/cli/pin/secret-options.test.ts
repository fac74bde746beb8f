// Each secret has a place of its own: a descriptor gives one line, to one of them.
import { expect, test } from 'vitest';
import { checkSecretSources } from '../../../cli/pin/secret-options.ts';
import { UsageError } from '../../../cli/usage-error.ts';

test.each([
  { pinStdin: true, passwordStdin: true },
  { pinStdin: true, tsaPasswordStdin: true },
  { passwordFd: '3', tsaPasswordFd: '03' },
  { pinFd: '4', tsaPasswordFd: '4' },
  { passwordStdin: true, passwordFd: '3' },
  { tsaPasswordStdin: true, tsaPasswordFd: '3' },
])('%j is refused', (options) => {
  expect(() => checkSecretSources(options)).toThrow(new UsageError('secretSources'));
});

test('three secrets from three places', () => {
  expect(() =>
    checkSecretSources({ pinStdin: true, passwordFd: '3', tsaPasswordFd: '4' }),
  ).not.toThrow();
});
