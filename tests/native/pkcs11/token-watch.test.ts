// Which looks at the tokens count as a change. The looks are scripted; real cards are in
// tests/native/tokens.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TokenWatch } from '../../../native/pkcs11/token-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Look = readonly string[] | null;

/** Of each module one look after the other; the last one for ever. */
function watching(looks: Readonly<Record<string, readonly Look[]>>) {
  const looked = new Map<string, number>();
  const watch = new TokenWatch(
    Object.keys(looks),
    (module) => {
      const script = looks[module] ?? [];
      const count = looked.get(module) ?? 0;
      looked.set(module, count + 1);
      const look = script[Math.min(count, script.length - 1)];
      return look === undefined ? new Promise(() => undefined) : Promise.resolve(look);
    },
    100,
  );
  const told: boolean[] = [];
  const end = watch.subscribe((there) => told.push(there('A1')));
  return { told, end, looks: () => looked.get('m') ?? 0 };
}

test('tells of what comes and goes, and not of what was there first', async () => {
  const { told } = watching({ m: [['A1'], ['A1'], [], ['A1'], ['A1']] });
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(800);
  expect(told).toEqual([false, true]);
});

test('tells two tokens in one reader apart, whatever their order', async () => {
  const { told } = watching({
    m: [
      ['A1', 'B2'],
      ['B2', 'A1'],
      ['C3', 'B2'],
    ],
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toEqual([false]);
});

test('takes a module that says nothing for one whose tokens have not changed', async () => {
  const { told } = watching({ m: [['A1'], null], n: [null, ['B2'], ['B2', 'C3']] });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([true]);
});

test('waits with nobody for a module that never answers', async () => {
  const { told } = watching({ hanging: [], m: [[], ['A1']] });
  await vi.advanceTimersByTimeAsync(250);
  expect(told).toEqual([true]);
});

test('looks only while somebody listens', async () => {
  const { end, looks } = watching({ m: [[]] });
  await vi.advanceTimersByTimeAsync(250);
  expect(looks()).toBe(3);
  end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks()).toBeLessThanOrEqual(4);
});
