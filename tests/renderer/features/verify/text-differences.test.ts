// Lines that one version of a page has and the other has not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differentLines, linesOf } from '../../../../renderer/features/verify/text-differences.ts';

const piece = (str: string, hasEOL = false) => ({ str, hasEOL });

test('lines are made of pieces, with spaces made one and empty ones left out', () => {
  const pieces = [piece('Rp '), piece(' 1.000', true), piece('  ', true), piece('Samarinda')];
  expect(linesOf(pieces)).toEqual(['Rp 1.000', 'Samarinda']);
});

test('a sum that was changed is told as taken out and put in', () => {
  const before = ['Menetapkan', 'Rp 1.000.000', 'Samarinda'];
  const after = ['Menetapkan', 'Rp 9.000.000', 'Samarinda', 'Tembusan'];
  expect(differentLines(2, before, after)).toEqual([
    { page: 2, kind: 'removed', text: 'Rp 1.000.000' },
    { page: 2, kind: 'added', text: 'Rp 9.000.000' },
    { page: 2, kind: 'added', text: 'Tembusan' },
  ]);
});

const page = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('what differs leads from one version to the other', () => {
  fc.assert(
    fc.property(page, page, (before, after) => {
      const found = differentLines(1, before, after);
      const of = (kind: string) => found.filter((one) => one.kind === kind).map(({ text }) => text);
      // What is left of each after taking its own differences out is the same.
      const rest = (lines: readonly string[], out: readonly string[]): string[] =>
        out.reduce((left, text) => left.toSpliced(left.indexOf(text), 1), [...lines]).sort();
      expect(rest(before, of('removed'))).toEqual(rest(after, of('added')));
    }),
  );
});

test('a page too long to compare is compared as far as it goes', () => {
  const lines = Array.from({ length: 5000 }, (_, i) => String(i));
  expect(differentLines(1, lines, lines)).toEqual([]);
});
