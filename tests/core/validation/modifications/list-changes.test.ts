// Lists compared from where they differ, against the plain definition over whole lists.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PdfObject, PdfRef } from '../../../../core/pdf/objects.ts';
import {
  listChanges,
  orderChanged,
} from '../../../../core/validation/modifications/list-changes.ts';

const same = (a: PdfObject, b: PdfObject): boolean =>
  a instanceof PdfRef && b instanceof PdfRef ? a.num === b.num && a.gen === b.gen : a === b;
const holds = (list: readonly PdfObject[], item: PdfObject): boolean =>
  list.some((one) => same(one, item));
const refs = (list: readonly PdfObject[]): PdfRef[] => list.filter((one) => one instanceof PdfRef);

// Few numbers, so that items come again; here and there something written in its place.
const item = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 8 }).map((num) => new PdfRef(num, num % 2)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
);
const list = fc.array(item, { maxLength: 12 });
const pair = fc.tuple(list, list, list).map(
  ([beginning, a, b]) =>
    [
      [...beginning, ...a],
      [...beginning, ...b],
    ] as const,
);

describe('two lists with a common beginning', () => {
  it('have as added and removed what the other has not', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { added, removed } = listChanges(before, after);
        expect(added).toEqual(after.filter((one) => !holds(before, one)));
        expect(removed).toEqual(before.filter((one) => !holds(after, one)));
      }),
    );
  });

  it('are in order where what both have comes alike', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const kept = refs(before).filter((one) => holds(after, one));
        const still = refs(after).filter((one) => holds(before, one));
        const alike =
          kept.length === still.length && kept.every((one, i) => same(one, still[i] ?? null));
        expect(orderChanged(before, after)).toBe(!alike);
      }),
    );
  });
});
