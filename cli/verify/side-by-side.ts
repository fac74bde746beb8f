// Some work at a time over items that keep coming, its results in the items' order: memory stays that of
// the few at work.

/** @param width how many at a time */
export async function* sideBySide<Item, Result>(
  items: AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  try {
    for await (const item of items) {
      const result = work(item);
      // Whose turn comes later may fail earlier; that is heard when its turn comes.
      result.catch(() => undefined);
      running.push(result);
      if (running.length < width) continue;
      const next = running.shift();
      if (next !== undefined) yield await next;
    }
    for (let next = running.shift(); next !== undefined; next = running.shift()) yield await next;
  } finally {
    await Promise.allSettled(running);
  }
}
