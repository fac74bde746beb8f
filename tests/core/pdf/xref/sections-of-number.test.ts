// Sections that speak of an object number: the same answer for files that go on from one another as from the beginning.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PdfDict } from '../../../../core/pdf/objects.ts';
import type { ChainLink } from '../../../../core/pdf/xref/chain.ts';
import type { NumberRange } from '../../../../core/pdf/xref/section.ts';
import { SectionsOfNumber } from '../../../../core/pdf/xref/sections-of-number.ts';

interface Drawn {
  readonly ranges: readonly NumberRange[];
  readonly encrypted: boolean;
}

function linkOf({ ranges, encrypted }: Drawn): ChainLink {
  const trailer = new PdfDict(encrypted ? [['Encrypt', 1]] : []);
  const holds = (num: number): boolean =>
    ranges.some(({ first, count }) => num >= first && num < first + count);
  return {
    section: {
      ...{ kind: 'table', offset: 0, end: 0, trailer, highest: 0, ranges, has: holds },
      keepsFile: false,
      lookup: () => Promise.resolve(undefined),
      peek: () => undefined,
      entries: () => (async function* () {})(),
      keptEntries: () => [],
    },
    hybrid: null,
  };
}

const RANGES = fc.array(fc.record({ first: fc.nat(12), count: fc.nat(3) }), { maxLength: 3 });
const LINKS = fc.array(
  fc.record({ ranges: RANGES, encrypted: fc.constantFrom(false, false, false, true) }),
  { maxLength: 40 },
);

/** The positions that are asked, one after the other. */
function asked(sections: SectionsOfNumber, num: number, from: number): number[] {
  const positions: number[] = [];
  for (let at = sections.next(num, from); at !== undefined; at = sections.next(num, at + 1)) {
    positions.push(at);
  }
  return positions;
}

it('all that speak of it are asked, newest first, however the file has grown', () => {
  fc.assert(
    fc.property(LINKS, fc.nat(4), (drawn, step) => {
      const links = drawn.map(linkOf);
      let sections: SectionsOfNumber | null = null;
      // Newest first: what was there before is the end of the list.
      for (let from = links.length; from >= 0; from -= step + 1) {
        const here: readonly ChainLink[] = links.slice(from);
        sections = new SectionsOfNumber(here, sections);
        expect(sections.lastEncrypted).toBe(
          here.findLastIndex(({ section }) => section.trailer.get('Encrypt') !== undefined),
        );
        for (let num = 0; num < 16; num += 1) {
          const told = asked(sections, num, 0);
          const speaking = here.flatMap(({ section }, at) => (section.has(num) ? [at] : []));
          // Few sections are all asked; none that speaks of it is left out.
          expect(told.filter((at) => here[at]?.section.has(num))).toEqual(speaking);
          expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
          for (const at of told) expect(at).toBeLessThan(here.length);
        }
      }
    }),
  );
});
