// When a kept PIN stays unused or is forgotten, for states that no token here can be put in: the store
// and the token's answers are fakes.
import { expect, test } from 'vitest';
import type { PinRequest } from '../../../core/ports/token.ts';
import type { SecretStore } from '../../../core/ports/secret-store.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { StoredPinPrompt } from '../../../native/keychain/stored-pin.ts';
import { answering } from '../../support/pin-prompt.ts';

const REQUEST: PinRequest = {
  token: { label: 'UJI', serial: '1', pinPad: false },
  ...{ pinState: 'ok', certificateName: 'rsa', previousWrong: false },
  purpose: { documents: [{ name: 'sk.pdf', sha256: 'ab'.repeat(32) }] },
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function setUp(answers: readonly (string | null)[], failing = false) {
  const asking = answering(...answers);
  const calls: string[] = [];
  let kept: Uint8Array | null = bytes('482915');
  const store: SecretStore = {
    state: () => Promise.resolve({ state: 'available' }),
    get: () =>
      failing
        ? Promise.reject(new PenaError('KEYCHAIN_LOCKED'))
        : Promise.resolve(kept?.slice() ?? null),
    set: (_name, secret) => {
      calls.push('set');
      kept = secret.slice();
      return Promise.resolve();
    },
    delete: () => {
      calls.push('delete');
      kept = null;
      return Promise.resolve(true);
    },
    list: () => Promise.resolve([]),
  };
  const prompt = new StoredPinPrompt({
    ...{ store, asking, certificate: 'ab'.repeat(32), use: true, keep: () => true },
    note: { label: 'rsa', expires: null },
    onEvent: () => undefined,
  });
  return { prompt, asking, calls };
}

test.each([
  ['count-low', { pinState: 'count-low' }],
  ['final-try', { pinState: 'final-try' }],
  ['locked', { pinState: 'locked' }],
  ['after a wrong one', { previousWrong: true }],
  ['on a PIN pad', { token: { label: 'UJI', serial: '1', pinPad: true } }],
] as const)('is not given: %s', async (_what, part) => {
  const { prompt, asking } = setUp(['1234']);
  expect(await prompt.ask({ ...REQUEST, ...part })).toEqual(bytes('1234'));
  expect(asking.requests).toHaveLength(1);
});

test('is deleted after anything but acceptance, and not given again', async () => {
  const { prompt, asking, calls } = setUp(['1234']);
  expect(await prompt.ask(REQUEST)).toEqual(bytes('482915'));
  await prompt.judged(false);
  expect(calls).toEqual(['delete']);
  expect(await prompt.ask(REQUEST)).toEqual(bytes('1234'));
  expect(asking.requests).toHaveLength(1);
});

test('asks the person where the keychain is locked', async () => {
  const { prompt } = setUp(['1234'], true);
  expect(await prompt.hasPin()).toBe(false);
  expect(await prompt.ask(REQUEST)).toEqual(bytes('1234'));
});
