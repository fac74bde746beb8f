// Ranges of object numbers: the same answer as a search from the first to the last.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Subsections } from '../../../../core/pdf/xref/subsections.ts';
import { codeOf } from '../support/code-of.ts';

describe('subsections', () => {
  it('are found as if searched in the order they are written', () => {
    const ranges = fc.array(fc.record({ first: fc.nat(60), count: fc.nat(8) }), { maxLength: 12 });
    fc.assert(
      fc.property(ranges, (list) => {
        const subsections = new Subsections(list, 0);
        for (let num = -1; num < 70; num += 1) {
          const expected = list.find(({ first, count }) => num >= first && num < first + count);
          expect(subsections.find(num)).toBe(expected);
        }
      }),
    );
  });

  it('may be as many as they like where they do not overlap', () => {
    const list = Array.from({ length: 100_000 }, (_, i) => ({ first: 3 * i, count: 2 })).reverse();
    const subsections = new Subsections(list, 0);
    expect(subsections.highest).toBe(299_998);
    expect(subsections.find(150_001)).toEqual({ first: 150_000, count: 2 });
    expect(subsections.find(150_002)).toBeUndefined();
  });

  it('are refused where many overlap', () => {
    const list = Array.from({ length: 65 }, () => ({ first: 0, count: 2 }));
    expect(codeOf(() => new Subsections(list, 0))).toBe('PDF_XREF_BROKEN');
    expect(new Subsections(list.slice(1), 0).find(1)).toBe(list[1]);
  });
});
