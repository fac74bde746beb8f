// Work side by side: in order, bounded, and over by the time the first failure is told.
import { expect, test } from 'vitest';
import { sideBySide } from '../../../cli/verify/side-by-side.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 1; n <= count; n += 1) yield await Promise.resolve(n);
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}

test('keeps the order, and never does more than the width at a time', async () => {
  let running = 0;
  let most = 0;
  const work = async (n: number): Promise<number> => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, n % 2 === 0 ? 1 : 5));
    running -= 1;
    return n * 10;
  };
  expect(await all(sideBySide(numbers(7), 2, work))).toEqual([10, 20, 30, 40, 50, 60, 70]);
  expect(most).toBe(2);
  expect(await all(sideBySide(numbers(0), 2, work))).toEqual([]);
});

test('a failure ends it, after what was begun beside it', async () => {
  const ended: number[] = [];
  const work = async (n: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, n === 2 ? 1 : 5));
    ended.push(n);
    if (n === 2) throw new Error('dua');
    return n;
  };
  await expect(all(sideBySide(numbers(9), 2, work))).rejects.toThrow('dua');
  expect(ended.sort()).toEqual([1, 2, 3]);
});
