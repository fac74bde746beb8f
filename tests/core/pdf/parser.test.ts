// Objects from tokens, with expected values by hand from ISO 32000-2 7.3.
import { describe, expect, it } from 'vitest';
import { Lexer } from '../../../core/pdf/lexer.ts';
import { LIMITS } from '../../../core/pdf/limits.ts';
import type { PdfDict } from '../../../core/pdf/objects.ts';
import { Parser } from '../../../core/pdf/parser.ts';
import { codeOf } from './support/code-of.ts';
import { plain } from './support/plain.ts';

const parser = (text: string): Parser =>
  new Parser(new Lexer(Buffer.from(text, 'latin1'), null, true));
const parsed = (text: string) => plain(parser(text).object());

describe('an object', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['null', null],
    ['-1.5', -1.5],
    ['/Name', '/Name'],
    ['(text)', '(text)'],
    ['<AB>', '<ab>'],
    ['[549 3.14 false (Ralph) /SomeName]', [549, 3.14, false, '(Ralph)', '/SomeName']],
    ['[]', []],
    ['<<>>', {}],
    ['% a comment\n  [ %another\n1]', [1]],
    [
      '<< /Type /Example /Sub<</Item1 0.4/LastItem(not!)/Even[<</A null>>]>> >>',
      {
        Type: '/Example',
        Sub: { Item1: 0.4, LastItem: '(not!)', Even: [{ A: null }] },
      },
    ],
  ])('%s', (text, value) => {
    expect(parsed(text)).toEqual(value);
  });

  it.each([
    ['12 0 R', '12 0 R'],
    ['12 3 R', '12 3 R'],
    ['12\n%x\n0\tR', '12 0 R'],
    ['[1 0 R 2 0 R]', ['1 0 R', '2 0 R']],
    ['[1 2 0 R]', [1, '2 0 R']],
    ['[1 2 3 0 R 4]', [1, 2, '3 0 R', 4]],
    ['[1 0 obj]', 'broken'],
    ['[0 0 0]', [0, 0, 0]],
    ['[1 0]', [1, 0]],
    ['<</A 1 0 R/B 1>>', { A: '1 0 R', B: 1 }],
    // Neither number of a reference may be a real or negative (7.3.10).
    ['[1.0 0 R]', 'broken'],
    ['[1 0.0 R]', 'broken'],
    ['[-1 0 R]', 'broken'],
    ['[1 -1 R]', 'broken'],
    ['[1 0 r]', 'broken'],
    ['[1 0R]', 'broken'],
    ['[1 0 Rx]', 'broken'],
    ['[1 000000 R 5]', ['1 0 R', 5]],
    ['[1  0 R/A]', ['1 0 R', '/A']],
    ['R', 'broken'],
    // What follows a number may be anything.
    ['5 )', 5],
    ['5 0 >', 5],
    ['5 0', 5],
  ])('%s: reference or number', (text, value) => {
    if (value === 'broken') expect(codeOf(() => parsed(text))).toBe('PDF_OBJECT_BROKEN');
    else expect(parsed(text)).toEqual(value);
  });

  it.each([
    ...['', ' ', '%', '[', '[1', '<<', '<</A', '<</A 1', '<</A 1>', '<</A>>', '<<1 2>>'],
    ...['<<(A) 1>>', ']', '>>', '{}', '[{1}]', 'endobj', 'obj', 'True', 'NULL', '--5', '1.2.3'],
    ...['[1 2 >> ]', '<</A [1 >>', 'stream'],
  ])('%j is none', (text) => {
    expect(codeOf(() => parsed(text))).toBe('PDF_OBJECT_BROKEN');
  });

  it('nests to a depth, and no deeper', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(JSON.stringify(parsed(nested(LIMITS.nesting)))).toBe(nested(LIMITS.nesting));
    for (const text of [
      nested(LIMITS.nesting + 2),
      '['.repeat(1_000_000),
      '<</A'.repeat(300_000),
    ]) {
      expect(codeOf(() => parsed(text))).toBe('PDF_LIMIT_EXCEEDED');
    }
  });
});

describe('many small values', () => {
  it.each(['/', '()', '<>', '[]', '<<>>', '1 0 R '])(
    '%s are refused before they fill memory',
    (text) => {
      expect(codeOf(() => parsed(`[${text.repeat(2_000_000)}]`))).toBe('PDF_LIMIT_EXCEEDED');
    },
  );

  it('are read where real files have as many: references of 100,000 pages, numbers of a large image', () => {
    expect(codeOf(() => parsed(`[${'1 0 R '.repeat(100_000)}]`))).toBe('not refused');
    expect(codeOf(() => parsed(`[${'255 '.repeat(1_000_000)}]`))).toBe('not refused');
  });
});

describe('a dictionary', () => {
  // Duplicate keys are undefined (7.3.7). qpdf and pdf.js take the last one too, other readers the
  // first: nothing may be concluded from what another reader would see in such a dictionary.
  it('with a key twice keeps the last value', () => {
    expect(parsed('<< /A 1 /B 2 /A 3 >>')).toEqual({ A: 3, B: 2 });
    expect(parsed('<< /A 1 /#41 2 >>')).toEqual({ A: 2 });
  });

  it('has no entry where the value is null (7.3.7)', () => {
    const dict = parser('<< /A null /B 0 /C false >>').object() as PdfDict;
    expect(['A', 'B', 'C', 'D'].map((key) => dict.get(key))).toEqual([
      undefined,
      0,
      false,
      undefined,
    ]);
  });

  it('may be keyed like an object of JavaScript', () => {
    const dict = parser('<< /__proto__ 1 /constructor 2 >>').object() as PdfDict;
    expect([dict.get('__proto__'), dict.get('constructor'), dict.get('toString')]).toEqual([
      ...[1, 2, undefined],
    ]);
  });
});

describe('a keyword', () => {
  it('is taken where it is next, and else nothing', () => {
    const source = parser(' %c\n obj ) 1');
    expect(source.take('endobj')).toBe(false);
    expect(source.take('obj')).toBe(true);
    // What is no token at all is not taken either.
    const before = source.lexer.position;
    expect(source.take('endobj')).toBe(false);
    expect(source.lexer.position).toBe(before);
    expect(
      codeOf(() => {
        source.expect('endobj');
      }),
    ).toBe('PDF_OBJECT_BROKEN');
  });

  it.each(['-1', '1.0', '1.5', '/A', 'obj', '', '99999999999999999999'])(
    '%j is no index',
    (text) => {
      expect(codeOf(() => parser(text).integer())).toBe('PDF_OBJECT_BROKEN');
    },
  );
});
