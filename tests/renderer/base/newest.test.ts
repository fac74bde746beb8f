// Answers in another order than that of their questions: an old one never comes after a newer one.
import { expect, it } from 'vitest';
import { newest } from '../../../renderer/base/newest.ts';

interface Question<T> {
  readonly promise: Promise<T>;
  readonly resolve: (answer: T) => void;
  readonly reject: (thrown: Error) => void;
}

function question<T>(): Question<T> {
  let way!: Omit<Question<T>, 'promise'>;
  const promise = new Promise<T>((resolve, reject) => (way = { resolve, reject }));
  return { promise, ...way };
}

it('lets go an answer that a later one has overtaken, and takes those that come in turn', async () => {
  const take = newest();
  const [first, second, third] = [question<string>(), question<string>(), question<string>()];
  const seen: (string | null)[] = [];
  const taken = [first, second, third].map(async ({ promise }) => seen.push(await take(promise)));
  second.resolve('second');
  await taken[1];
  first.resolve('first');
  await taken[0];
  third.resolve('third');
  await taken[2];
  expect(seen).toEqual(['second', null, 'third']);
});

it('takes an older answer while the newer one is still open: it may be long in coming', async () => {
  const take = newest();
  const [first, second] = [question<string>(), question<string>()];
  const [one, other] = [take(first.promise), take(second.promise)];
  first.resolve('first');
  expect(await one).toBe('first');
  second.resolve('second');
  expect(await other).toBe('second');
});

it("lets a question that failed stand in nobody's way", async () => {
  const take = newest();
  const [first, second] = [question<string>(), question<string>()];
  const [one, other] = [take(first.promise), take(second.promise)];
  second.reject(new Error('gone'));
  await expect(other).rejects.toThrow('gone');
  first.resolve('first');
  expect(await one).toBe('first');
});
