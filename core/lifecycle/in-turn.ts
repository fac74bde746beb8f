// A case or an application is read, changed and written again: by the person and by the rounds of the outbox, which
// know nothing of each other. One after the other for each, so that none writes over what it has not read.

const last = new Map<string, Promise<unknown>>();

/** @param id of the case or application. @param work must not wait for another turn of the same one */
export function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(id) ?? Promise.resolve()).then(work);
  const ended = mine
    .catch(() => undefined)
    .then(() => {
      if (last.get(id) === ended) last.delete(id);
    });
  last.set(id, ended);
  return mine;
}
