// Answers of one run: kept for minutes, and never beyond their own time.
import { expect, test } from 'vitest';
import { shortMemory } from '../../../cli/network/short-memory.ts';

const ANSWER = Uint8Array.of(1);
const inMs = (ms: number): Date => new Date(Date.now() + ms);

test('keeps an answer for a while', async () => {
  const memory = shortMemory(60_000);
  await memory.set('a', ANSWER, inMs(3_600_000));
  expect(await memory.get('a', new Date())).toBe(ANSWER);
  expect(await memory.get('b', new Date())).toBeNull();
  expect(await memory.get('a', inMs(61_000))).toBeNull();
});

test('and not beyond its nextUpdate', async () => {
  const memory = shortMemory(60_000);
  await memory.set('a', ANSWER, inMs(10_000));
  expect(await memory.get('a', inMs(11_000))).toBeNull();
});
