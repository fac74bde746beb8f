// A case or an application is read, changed and written again: by the person, by the rounds of the outbox, and by
// another Pena in a terminal, which know nothing of each other. One after the other for each, so that none writes
// over what it has not read.
import type { CaseStore } from '../ports/case-store.ts';

const last = new Map<string, Promise<unknown>>();

/**
 * @param id of the case or application. @param work must not wait for another turn of the same one
 * @throws {PenaError} CASE_BUSY, FILE_*, what the work throws
 */
export function inTurn<T>(
  store: Pick<CaseStore, 'alone'>,
  id: string,
  work: () => Promise<T>,
): Promise<T> {
  const mine = (last.get(id) ?? Promise.resolve()).then(() => store.alone(id, work));
  const ended = mine
    .catch(() => undefined)
    .then(() => {
      if (last.get(id) === ended) last.delete(id);
    });
  last.set(id, ended);
  return mine;
}
