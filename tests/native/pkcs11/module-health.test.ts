// When a module is tried again, and what mark it gets: time stands still here and is moved by hand.
import { expect, test } from 'vitest';
import type { ErrorCode } from '../../../core/domain/error-code.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { ModuleHealth } from '../../../native/pkcs11/module-health.ts';

function health() {
  const clock = { time: 1_000_000 };
  return { clock, module: new ModuleHealth(() => clock.time) };
}
const crash = new PenaError('TOKEN_MODULE_CRASHED', { module: 'a.so' });

test.each<[ErrorCode, Record<string, string>, string]>([
  ['TOKEN_MODULE_TIMEOUT', {}, 'hung'],
  ['TOKEN_MODULE_CRASHED', {}, 'crashed'],
  ['TOKEN_MODULE_MEMORY', {}, 'memory'],
  ['TOKEN_MODULE_INVALID', {}, 'garbage'],
  ['TOKEN_MODULE_INVALID', { built: 'arm64', needed: 'x64' }, 'wrong-architecture'],
  ['TOKEN_MODULE_UNSAFE', {}, 'unsafe'],
  ['TOKEN_MODULE_MISSING', {}, 'missing'],
  ['TOKEN_DEVICE_ERROR', {}, 'failing'],
])('%s %j while loading is marked %s', (code, params, state) => {
  const { module } = health();
  expect(module.state).toBe('unknown');
  module.failed('load', new PenaError(code, params));
  expect([module.state, module.error?.code]).toEqual([state, code]);
  module.succeeded('load', 10);
  expect([module.state, module.error]).toEqual(['ok', null]);
});

test("what a person or a card did is no mark on the card's software", () => {
  const { module } = health();
  module.succeeded('list', 10);
  for (const code of ['TOKEN_PIN_INCORRECT', 'TOKEN_REMOVED', 'CANCELLED'] as const) {
    module.failed('sign', new PenaError(code));
  }
  expect([module.state, module.error, module.beforeStart()]).toEqual(['ok', null, 0]);
});

test('is slow above five seconds, except while a person types', () => {
  const { module } = health();
  module.succeeded('login', 60_000);
  expect(module.state).toBe('ok');
  module.succeeded('list', 5_001);
  expect(module.state).toBe('slow');
  module.succeeded('sign', 10);
  expect(module.state).toBe('slow');
  module.succeeded('list', 100);
  expect(module.state).toBe('ok');
});

test('waits before a second restart, rests after the third failure, and longer each time', () => {
  const { clock, module } = health();
  expect(module.beforeStart()).toBe(0);
  module.failed('list', crash);
  expect(module.beforeStart()).toBe(0);
  module.failed('list', crash);
  expect(module.beforeStart()).toBe(500);
  expect(module.restUntil).toBeNull();
  module.failed('list', crash);
  expect(module.restUntil).toBe(clock.time + 30_000);
  expect(() => module.beforeStart()).toThrow(expect.objectContaining({ code: crash.code }));

  clock.time += 30_000;
  expect(module.beforeStart()).toBe(500);
  module.failed('list', crash);
  expect(module.restUntil).toBe(clock.time + 60_000);
  for (let round = 0; round < 5; round++) {
    clock.time = module.restUntil ?? 0;
    module.failed('list', crash);
  }
  expect(module.restUntil).toBe(clock.time + 300_000);

  clock.time += 300_000;
  module.succeeded('list', 10);
  module.failed('list', crash);
  expect(module.restUntil).toBeNull();
});

test('a good list does not excuse a module that crashes at each signature', () => {
  const { module } = health();
  for (let round = 0; round < 3; round++) {
    module.succeeded('list', 10);
    module.failed('sign', crash);
  }
  expect(module.restUntil).not.toBeNull();
});
