// Several values to a key, in copies of copies: each as if it had been made by itself.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Several } from '../../../../core/validation/modifications/several.ts';

const ADDED = fc.array(fc.array(fc.tuple(fc.nat(6), fc.nat(4)), { maxLength: 8 }), {
  maxLength: 30,
});

it('goes on in a copy, and stays as it was itself', () => {
  fc.assert(
    fc.property(ADDED, (rounds) => {
      let several = new Several<number, number>();
      const expected = new Map<number, Set<number>>();
      for (const round of rounds) {
        const before = several;
        const told = [0, 1, 2, 3, 4, 5, 6].map((key) => [...before.of(key)]);
        const { count } = before;
        several = before.copy();
        for (const [key, value] of round) {
          const values = expected.get(key) ?? new Set();
          expect(several.add(key, value)).toBe(!values.has(value));
          expected.set(key, values.add(value));
        }
        expect([0, 1, 2, 3, 4, 5, 6].map((key) => [...before.of(key)])).toEqual(told);
        expect(before.count).toBe(count);
      }
      for (let key = 0; key < 7; key += 1) {
        expect([...several.of(key)]).toEqual([...(expected.get(key) ?? [])]);
        expect(several.lacks(key)).toBe(!expected.has(key));
      }
      expect(several.count).toBe([...expected.values()].reduce((n, { size }) => n + size, 0));
    }),
  );
});
