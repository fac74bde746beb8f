// Two lists of references, of fields or of annotations, before and after a revision. Most often one was
// appended to the other: with hundreds of signatures, only what follows their common beginning is looked at.
import { type PdfObject, PdfRef } from '../../pdf/objects.ts';
import { commonBeginning, sameValue } from '../../pdf/equality.ts';
import { type Key, keyOf } from './role-graph.ts';

type List = readonly PdfObject[];

/** So many are looked for one after the other. */
const FEW = 4;

/** By reference where there is one, else by value; order does not count. */
export function listChanges(
  before: List,
  after: List,
): { added: PdfObject[]; removed: PdfObject[] } {
  const from = commonBeginning(before, after);
  return { added: missing(after, from, before), removed: missing(before, from, after) };
}

/** Whether the references that both lists hold stand in another order, or another number of times. */
export function orderChanged(before: List, after: List): boolean {
  const from = commonBeginning(before, after);
  const kept = shared(before, from, after);
  const still = shared(after, from, before);
  return kept.length !== still.length || kept.some((key, i) => key !== still[i]);
}

/** The items of a list, from one on, that the other has not. */
function missing(list: List, from: number, other: List): PdfObject[] {
  const rest = list.slice(from);
  const holds = membership(other, rest.length);
  return rest.filter((item) =>
    item instanceof PdfRef ? !holds(keyOf(item)) : !other.some((one) => sameValue(item, one)),
  );
}

/** The references of a list, from one on, that the other has too. */
function shared(list: List, from: number, other: List): Key[] {
  const rest = keys(list.slice(from));
  return rest.filter(membership(other, rest.length));
}

function membership(list: List, questions: number): (key: Key) => boolean {
  if (questions <= FEW) {
    return (key) => list.some((item) => item instanceof PdfRef && keyOf(item) === key);
  }
  const all = new Set(keys(list));
  return (key) => all.has(key);
}

function keys(list: List): Key[] {
  const found: Key[] = [];
  for (const item of list) if (item instanceof PdfRef) found.push(keyOf(item));
  return found;
}
