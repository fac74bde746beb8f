// Tokens, with expected values from ISO 32000-2 7.2 and 7.3 and its examples.
import { describe, expect, it } from 'vitest';
import { Keyword, latin1, Lexer, type Token, WindowTooSmall } from '../../../core/pdf/lexer.ts';
import { PdfName, PdfString } from '../../../core/pdf/objects.ts';
import { codeOf } from './support/code-of.ts';

const lexer = (text: string, base: number | null = null, atEnd = true): Lexer =>
  new Lexer(Buffer.from(text, 'latin1'), base, atEnd);

const token = (text: string): Token => lexer(text).next();

function string(text: string): string {
  const found = token(text);
  if (!(found instanceof PdfString)) throw new Error('no string');
  return latin1(found.bytes);
}

function words(text: string): unknown[] {
  const source = lexer(text);
  const found: unknown[] = [];
  for (let next = source.next(); next !== null; next = source.next()) {
    if (next instanceof Keyword) found.push(next.word);
    else if (next instanceof PdfName) found.push(`/${next.value}`);
    else if (next instanceof PdfString) found.push(`(${latin1(next.bytes)})`);
    else found.push(next);
  }
  return found;
}

describe('a number (7.3.3)', () => {
  it.each([
    ['123', 123],
    ['43445', 43445],
    ['+17', 17],
    ['-98', -98],
    ['0', 0],
    ['34.5', 34.5],
    ['-3.62', -3.62],
    ['+123.6', 123.6],
    ['4.', 4],
    ['-.002', -0.002],
    ['+.5', 0.5],
    ['0000000000000000000000000000000000000000000005', 5],
    ['123456789012345', 123456789012345],
  ])('%s', (text, value) => {
    expect(token(text)).toBe(value);
    expect(token(`${text} `)).toBe(value);
    expect(token(`${text}]`)).toBe(value);
  });

  it('remembers whether it was written as an integer', () => {
    const source = lexer('7 7.0 +7 .5 7');
    const written = Array.from({ length: 5 }, () => [source.next(), source.wroteInteger]);
    expect(written).toEqual([
      [7, true],
      [7, false],
      [7, true],
      [0.5, false],
      [7, true],
    ]);
  });

  // Other readers guess at these, and not all the same: here they are words, which no object is.
  it.each(['--5', '+-5', '1.2.3', '.', '+', '-', '5-3', '1e5', '0x10', '16#FFFE', '1,5', '5R'])(
    '%s is none',
    (text) => {
      const found = token(text);
      expect(found).toBeInstanceOf(Keyword);
      expect((found as Keyword).word).toBe(text);
    },
  );
});

describe('a name (7.3.5)', () => {
  it.each([
    ['/Name1', 'Name1'],
    ['/ASomewhatLongerName', 'ASomewhatLongerName'],
    ['/A;Name_With-Various***Characters?', 'A;Name_With-Various***Characters?'],
    ['/1.2', '1.2'],
    ['/$$', '$$'],
    ['/@pattern', '@pattern'],
    ['/.notdef', '.notdef'],
    ['/Lime#20Green', 'Lime Green'],
    ['/paired#28#29parentheses', 'paired()parentheses'],
    ['/The_Key_of_F#23_Minor', 'The_Key_of_F#_Minor'],
    ['/A#42', 'AB'],
    ['/', ''],
    ['/#e9#C9', '\u00e9\u00c9'],
  ])('%s', (text, value) => {
    expect(token(text)).toEqual(new PdfName(value));
  });

  it.each(['/A#', '/A#4', '/A#GG', '/#'])('%s keeps a number sign that no hex follows', (text) => {
    expect(token(text)).toEqual(new PdfName(text.slice(1)));
  });

  it('ends at a delimiter as at white space', () => {
    expect(words('/A/B(c)/D<</E[/F%x\n/G')).toEqual([
      ...['/A', '/B', '(c)', '/D', '<<', '/E', '[', '/F', '/G'],
    ]);
  });
});

describe('a literal string (7.3.4.2)', () => {
  it.each([
    ['(This is a string)', 'This is a string'],
    ['(Strings may contain newlines\nand such.)', 'Strings may contain newlines\nand such.'],
    ['(balanced (and (nested) ones) ( ))', 'balanced (and (nested) ones) ( )'],
    ['()', ''],
    ['(\\n\\r\\t\\b\\f\\(\\)\\\\)', '\n\r\t\b\f()\\'],
    ['(unbalanced \\( one)', 'unbalanced ( one'],
    ['(two \\\nstrings \\\r\nare \\\rone)', 'two strings are one'],
    ['(one\rtwo\r\nthree\nfour)', 'one\ntwo\nthree\nfour'],
    ['(\\245\\307)', '\u00a5\u00c7'],
    ['(\\0053)', '\x053'],
    ['(\\053)', '+'],
    ['(\\53)', '+'],
    ['(\\5x\\12)', '\x05x\n'],
    // High-order overflow is ignored.
    ['(\\777)', '\u00ff'],
    // A backslash before any other character is ignored.
    ['(\\d\\8\\%)', 'd8%'],
    ['(% no comment)', '% no comment'],
    ['(<</A 1>> endobj)', '<</A 1>> endobj'],
  ])('%j', (text, value) => {
    expect(string(text)).toBe(value);
    expect((token(text) as PdfString).hex).toBe(false);
  });

  it.each(['(', '(abc', '((abc)', '(abc\\)', '(abc\\'])('%s never ends', (text) => {
    expect(codeOf(() => token(text))).toBe('PDF_OBJECT_BROKEN');
  });
});

describe('a hexadecimal string (7.3.4.3)', () => {
  it.each([
    ['<4E6F762073686D6F7A206B6120706F702E>', 'Nov shmoz ka pop.'],
    ['<901FA3>', '\x90\x1f\xa3'],
    ['<901FA>', '\x90\x1f\xa0'],
    ['<>', ''],
    ['<9>', '\x90'],
    ['< 90 1f\n\tA\0 3 >', '\x90\x1f\xa3'],
  ])('%j', (text, value) => {
    expect(string(text)).toBe(value);
    expect((token(text) as PdfString).hex).toBe(true);
  });

  it.each(['<', '<90', '<9G>', '<90(>', '<90%>'])('%s is broken', (text) => {
    expect(codeOf(() => token(text))).toBe('PDF_OBJECT_BROKEN');
  });

  it('says where it stands in the file', () => {
    const source = lexer('  /Contents <0011>  ', 1000);
    source.next();
    expect((source.next() as PdfString).span).toEqual({ start: 1012, end: 1018 });
    expect((lexer('(ab\\)c)x', 7).next() as PdfString).span).toEqual({ start: 7, end: 14 });
    expect((token('<00>') as PdfString).span).toBeNull();
  });
});

describe('between tokens (7.2.3, 7.2.4)', () => {
  it('all six white-space characters separate, and comments are one', () => {
    expect(words('1\x002\t3\n4\x0c5\r6 7')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(words('abc% comment (/%) blah blah\n123')).toEqual(['abc', 123]);
    expect(words('1%\r2%%EOF\r\n3%to the end')).toEqual([1, 2, 3]);
    expect(words('')).toEqual([]);
    expect(words(' \n')).toEqual([]);
  });

  it('a vertical tab and a no-break space are regular characters', () => {
    expect(words('1\x0b2 3\xa04')).toEqual(['1\x0b2', '3\xa04']);
  });

  it('delimiters need no white space', () => {
    expect(words('<</A[1 2]/B<</C(x)>>/D<41>>>')).toEqual([
      ...['<<', '/A', '[', 1, 2, ']', '/B', '<<', '/C', '(x)', '>>', '/D', '(A)', '>>'],
    ]);
    expect(words('{5 R}')).toEqual(['{', 5, 'R', '}']);
  });

  it.each([')', '>', '> >'])('%s alone is broken', (text) => {
    expect(codeOf(() => token(text))).toBe('PDF_OBJECT_BROKEN');
  });

  it('a word of more than 128 characters is broken', () => {
    expect(token('x'.repeat(128))).toBeInstanceOf(Keyword);
    expect(codeOf(() => token('x'.repeat(129)))).toBe('PDF_OBJECT_BROKEN');
    expect(codeOf(() => token('1'.repeat(129)))).toBe('PDF_OBJECT_BROKEN');
  });
});

describe('at the end of a window that is not the end of the file', () => {
  it.each([
    '',
    ' ',
    '%',
    '% x',
    '12',
    '1.',
    'obj',
    '/Na',
    '/',
    '(a',
    '(a\\',
    '(a\\0',
    '<',
    '<4',
    '>',
  ])('%j asks for more', (text) => {
    expect(() => lexer(text, 0, false).next()).toThrow(WindowTooSmall);
  });

  it.each(['12 ', 'obj\n', '/Na/', '(a)', '<41>', '<<', '>>', '[', '12['])(
    '%j does not',
    (text) => {
      expect(lexer(text, 0, false).next()).not.toBeNull();
    },
  );
});
